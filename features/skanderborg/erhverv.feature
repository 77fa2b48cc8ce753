# language: da
Egenskab: Erhvervs- og byudvikling
  Skanderborg er god til at inddrage og deler det gerne, og EU giver penge og gode løsninger.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Erhvervs- og byudvikling

  @klausul:erhverv.3
  Regel: Det, kommunen er god til, skal deles

    Abstrakt Scenario: Aktiviteter om inddragelse deler viden
      Givet at inddragelse er <inddragelse>
      Og at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen erhverv.3 <udfald>

      Eksempler:
        | inddragelse | retning      | udfald        |
        | ja          | deler viden  | opfyldt       |
        | ja          | gensidig     | opfyldt       |
        | ja          | henter viden | ikke opfyldt  |
        | ja          | uoplyst      | uafklaret     |
        | uoplyst     | henter viden | uafklaret     |
        | nej         | henter viden | ikke relevant |

    Abstrakt Scenario: Sigtet hører til ét politikområde
      Givet at politikområder er <områder>
      Og at inddragelse er ja
      Og at retning er henter viden
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen erhverv.3 <udfald>

      Eksempler:
        | områder                  | udfald        |
        | Erhvervs- og byudvikling | ikke opfyldt  |
        | Borgerservice            | ikke relevant |
        | uoplyst                  | uafklaret     |

    Scenarie: At holde det for sig selv er et vilkår
      Givet at inddragelse er ja
      Og at retning er henter viden
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter erhverv.3

  @klausul:erhverv.4
  Regel: EU-projekter bør give penge eller et bytte af gode løsninger

    Abstrakt Scenario: Én af de to ting er nok
      Givet at EU-projekt er <EU>
      Og at udviklingsmidler er <midler>
      Og at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen erhverv.4 <udfald>

      Eksempler:
        | EU      | midler  | retning      | udfald        |
        | ja      | ja      | henter viden | opfyldt       |
        | ja      | nej     | gensidig     | opfyldt       |
        | ja      | ja      | uoplyst      | opfyldt       |
        | ja      | nej     | henter viden | ikke opfyldt  |
        | ja      | nej     | deler viden  | ikke opfyldt  |
        | ja      | uoplyst | henter viden | uafklaret     |
        | ja      | nej     | uoplyst      | uafklaret     |
        | uoplyst | nej     | henter viden | uafklaret     |
        | nej     | nej     | henter viden | ikke relevant |
