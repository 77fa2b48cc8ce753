# language: da
Egenskab: Skole og uddannelse
  Børn og unge lærer af partnerskaber, og alle skoler skal have forbindelser ud.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Skole og uddannelse
    Og at EU-projekt er nej

  @klausul:skole.2
  Regel: Partnerskaber bør give børn og unge kompetencer

    Abstrakt Scenario: Både partnerskab og kompetencer
      Givet at partnerskabsform er <form>
      Og at giver kompetencer er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.2 <udfald>

      Eksempler:
        | form      | svar    | udfald       |
        | langvarig | ja      | opfyldt      |
        | projekt   | ja      | opfyldt      |
        | ad hoc    | ja      | opfyldt      |
        | ingen     | ja      | ikke opfyldt |
        | projekt   | nej     | ikke opfyldt |
        | uoplyst   | nej     | ikke opfyldt |
        | uoplyst   | ja      | uafklaret    |
        | projekt   | uoplyst | uafklaret    |

    Abstrakt Scenario: Sigtet hører til ét politikområde
      Givet at politikområder er <områder>
      Og at partnerskabsform er ingen
      Og at skolernes relation er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.2 <udfald>
      Og er klausulen skole.3 <udfald>

      Eksempler:
        | områder             | udfald        |
        | Skole og uddannelse | ikke opfyldt  |
        | Borgerservice       | ikke relevant |
        | uoplyst             | uafklaret     |

  @klausul:skole.3
  Regel: Skolerne bør have en forbindelse til udlandet

    Abstrakt Scenario: Kommunens venskab og skolens egne forbindelser er lige gode
      Givet at skolernes relation er <relation>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.3 <udfald>

      Eksempler:
        | relation                      | udfald       |
        | kommunens venskabsforbindelse | opfyldt      |
        | skolens egen                  | opfyldt      |
        | ingen                         | ikke opfyldt |
        | uoplyst                       | uafklaret    |

  @klausul:skole.4
  Regel: Venskabsbyer skal være til gavn for institutionerne, og EU's tilbud skal gives videre

    Abstrakt Scenario: Et venskab er til gavn for mindst én institution
      Givet at type er venskabsbysamarbejde
      Og at institutioner er <institutioner>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.4 <udfald>
      Og er reglen skole.4a <udfald>

      Eksempler:
        | institutioner              | udfald       |
        | Musikskolen                | opfyldt      |
        | Musikskolen; Ungdomsskolen | opfyldt      |
        | ingen                      | ikke opfyldt |
        | uoplyst                    | uafklaret    |

    Abstrakt Scenario: I et EU-projekt skal tilbuddene gives videre
      Givet at type er projekt
      Og at EU-projekt er ja
      Og at EU-tilbud formidlet er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.4 <udfald>
      Og er reglen skole.4b <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Andre aktiviteter bruger andre midler
      Givet at type er <type>
      Og at EU-projekt er <EU>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen skole.4 <udfald>

      Eksempler:
        | type        | EU      | udfald        |
        | studierejse | nej     | ikke relevant |
        | uoplyst     | nej     | uafklaret     |
        | studierejse | uoplyst | uafklaret     |

    Scenarie: Et venskab uden gavn er et vilkår
      Givet at type er venskabsbysamarbejde
      Og at institutioner er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter skole.4
