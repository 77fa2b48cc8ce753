# language: da
Egenskab: Odense i verden og verden i Odense
  Viden går begge veje, nye aktiviteter bygger på andres erfaring, og udbyttet er mere end penge.

  Baggrund:
    Givet rammeværket odense-by-og-kultur-2010
    Og en aktivitet
    Og at status er i gang

  @klausul:verden.1
  Regel: Udbyttet kan være af andre slags end penge

    Abstrakt Scenario: De fem arter tæller med
      Givet disse udbytter:
        | dato       | art   |
        | 01.02.2015 | <art> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.1 <udfald>

      Eksempler:
        | art                    | udfald        |
        | inspiration            | opfyldt       |
        | attraktiv arbejdsplads | opfyldt       |
        | rekruttering           | opfyldt       |
        | indflydelse            | opfyldt       |
        | faglig stolthed        | opfyldt       |
        | EU-tilskud             | ikke relevant |
        |                        | uafklaret     |

    Abstrakt Scenario: Intet udbytte bryder ingenting
      Givet at udbytter er <udbytter>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.1 <udfald>
      Og er der ikke nogen bemærkning efter verden.1

      Eksempler:
        | udbytter | udfald        |
        | ingen    | ikke relevant |
        | uoplyst  | uafklaret     |

    Scenarie: Et udbytte uden dato kan være kommet senere
      Givet disse udbytter:
        | art         |
        | indflydelse |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.1 uafklaret

  @klausul:verden.2
  Regel: Viden bør gå begge veje
    Én aktivitet må gerne gå den ene vej, når en anden går den modsatte.

    Abstrakt Scenario: Begge veje i én aktivitet eller i to
      Givet denne portefølje:
        | id      | status   | retning     | forvaltning |
        | gaderne | i gang   | <den ene>   | Byen        |
        | havnen  | <status> | <den anden> | Byen        |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen verden.2a <udfald>
      Og er reglen verden.2b <udfald> for Byen

      Eksempler:
        | den ene      | den anden    | status  | udfald       |
        | gensidig     | uoplyst      | i gang  | opfyldt      |
        | henter viden | deler viden  | i gang  | opfyldt      |
        | henter viden | gensidig     | i gang  | opfyldt      |
        | henter viden | henter viden | i gang  | ikke opfyldt |
        | deler viden  | deler viden  | i gang  | ikke opfyldt |
        | henter viden | uoplyst      | i gang  | uafklaret    |
        | uoplyst      | uoplyst      | i gang  | uafklaret    |
        | henter viden | deler viden  | forslag | ikke opfyldt |

    Abstrakt Scenario: Er der kun forslag, er der intet at se på
      Givet denne portefølje:
        | id      | status   | retning  | forvaltning |
        | gaderne | <status> | gensidig | Byen        |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen verden.2a <udfald>
      Og er reglen verden.2b <udfald> for Byen

      Eksempler:
        | status    | udfald        |
        | i gang    | opfyldt       |
        | afsluttet | opfyldt       |
        | forslag   | ikke relevant |

    Scenarie: Hver forvaltning ses for sig
      Givet denne portefølje:
        | id      | status | retning      | forvaltning |
        | gaderne | i gang | gensidig     | Byen        |
        | skolen  | i gang | henter viden | Skolerne    |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen verden.2a opfyldt
      Og er reglen verden.2b opfyldt for Byen
      Og er reglen verden.2b ikke opfyldt for Skolerne

    Scenarie: Der spørges kun om det, der kan vende svaret
      Givet denne portefølje:
        | id      | status | retning      | forvaltning |
        | gaderne | i gang | henter viden | Byen        |
        | havnen  | i gang | uoplyst      | Byen        |
        | skolen  | i gang | gensidig     | Skolerne    |
        | leken   | i gang | uoplyst      | Skolerne    |
      Når porteføljen vurderes den 01.06.2015
      Så venter reglen verden.2b på retning om havnen for Byen
      Og er reglen verden.2b opfyldt for Skolerne

    Scenarie: Én aktivitet alene afgør ikke klausulen
      Givet at retning er henter viden
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.2 ikke relevant
      Og er der ikke nogen bemærkning efter verden.2

  @klausul:verden.3
  Regel: Aktiviteten kan give inspiration til vores egne opgaver

    Abstrakt Scenario: Viden, der kommer hjem
      Givet at retning er <retning>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.3 <udfald>

      Eksempler:
        | retning      | udfald        |
        | henter viden | opfyldt       |
        | gensidig     | opfyldt       |
        | deler viden  | ikke relevant |
        | uoplyst      | uafklaret     |

  @klausul:verden.4
  Regel: Vi kan stille eksperter til rådighed for andre

    Abstrakt Scenario: Viden skal ud, og nogen skal følge med
      Givet at retning er <retning>
      Og at eksperter til rådighed er <eksperter>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.4 <udfald>

      Eksempler:
        | retning      | eksperter | udfald        |
        | deler viden  | ja        | opfyldt       |
        | gensidig     | ja        | opfyldt       |
        | henter viden | ja        | ikke relevant |
        | deler viden  | nej       | ikke relevant |
        | uoplyst      | nej       | ikke relevant |
        | deler viden  | uoplyst   | uafklaret     |
        | uoplyst      | ja        | uafklaret     |

  @klausul:verden.5
  Regel: Aktiviteten bør gøre arbejdspladsen mere attraktiv

    Abstrakt Scenario: Den ansvarlige vurderer arbejdspladsen
      Givet at styrker arbejdspladsen er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.5 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:verden.6
  Regel: Udbyttet kan være rekruttering

    Abstrakt Scenario: Rekruttering står som udbyttets art
      Givet disse udbytter:
        | dato       | art   |
        | 01.02.2015 | <art> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.6 <udfald>

      Eksempler:
        | art          | udfald        |
        | rekruttering | opfyldt       |
        | indflydelse  | ikke relevant |
        |              | uafklaret     |

  @klausul:verden.8
  Regel: Det, der bygges på, bør være det bedste

    Abstrakt Scenario: Erfaringen vurderes
      Givet at bygger på er Krakow
      Og at bedste erfaring er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.8 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Uden en erfaring er der intet at vurdere
      Givet at bygger på er <erfaringer>
      Og at bedste erfaring er nej
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.8 <udfald>

      Eksempler:
        | erfaringer       | udfald        |
        | Göteborg; Burgos | ikke opfyldt  |
        | ingen            | ikke relevant |
        | uoplyst          | uafklaret     |

  @klausul:verden.9
  Regel: Et forslag skal bygge på andres erfaring

    Abstrakt Scenario: Én erfaring er nok
      Givet at status er forslag
      Og at bygger på er <erfaringer>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.9 <udfald>

      Eksempler:
        | erfaringer     | udfald       |
        | Göteborg       | opfyldt      |
        | Krakow; Burgos | opfyldt      |
        | ingen          | ikke opfyldt |
        | uoplyst        | uafklaret    |

    Scenarie: Manglen er et vilkår
      Givet at status er forslag
      Og at bygger på er ingen
      Når aktiviteten vurderes den 01.06.2015
      Så er der et vilkår efter verden.9
      Og er indstillingen ingen

    Scenarie: Det, der er i gang, er allerede begyndt
      Givet at bygger på er ingen
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.9 ikke relevant

  @klausul:verden.11
  Regel: Udbyttet kan være indflydelse

    Abstrakt Scenario: Indflydelse står som udbyttets art
      Givet disse udbytter:
        | dato       | art   |
        | 01.02.2015 | <art> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.11 <udfald>

      Eksempler:
        | art          | udfald        |
        | indflydelse  | opfyldt       |
        | rekruttering | ikke relevant |
        |              | uafklaret     |

  @klausul:verden.14
  Regel: Udbyttet kan være faglig stolthed

    Abstrakt Scenario: Faglig stolthed står som udbyttets art
      Givet disse udbytter:
        | dato       | art   |
        | 01.02.2015 | <art> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen verden.14 <udfald>

      Eksempler:
        | art             | udfald        |
        | faglig stolthed | opfyldt       |
        | indflydelse     | ikke relevant |
        |                 | uafklaret     |
