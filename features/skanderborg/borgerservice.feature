# language: da
Egenskab: Borgerservice
  Alle skal mødes åbent, og venskabsbyen er et sted at lære af.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Borgerservice

  @klausul:borgerservice.2
  Regel: Aktiviteten bør give en god modtagelse

    Abstrakt Scenario: Den ansvarlige vurderer modtagelsen
      Givet at god modtagelse er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen borgerservice.2 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Sigtet hører til ét politikområde
      Givet at politikområder er <områder>
      Og at god modtagelse er nej
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen borgerservice.2 <udfald>

      Eksempler:
        | områder                            | udfald        |
        | Borgerservice                      | ikke opfyldt  |
        | Skole og uddannelse; Borgerservice | ikke opfyldt  |
        | Skole og uddannelse                | ikke relevant |
        | ingen                              | ikke relevant |
        | uoplyst                            | uafklaret     |

  @klausul:borgerservice.4
  Regel: Samarbejdet med venskabsbyen bør styrkes

    Abstrakt Scenario: Partneren hører til i en venskabsby
      Givet at type er <type>
      Og disse partnere:
        | navn     | by   |
        | Rådhuset | <by> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen borgerservice.4 <udfald>

      Eksempler:
        | type                 | by       | udfald        |
        | udveksling           | Eisenach | opfyldt       |
        | venskabsbysamarbejde | Eisenach | opfyldt       |
        | udveksling           | Oulu     | ikke opfyldt  |
        | udveksling           |          | uafklaret     |
        | uoplyst              | Oulu     | uafklaret     |
        | projekt              | Oulu     | ikke relevant |

    Abstrakt Scenario: Uden partnere og med ukendte partnere
      Givet at type er udveksling
      Og at partnere er <partnere>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen borgerservice.4 <udfald>

      Eksempler:
        | partnere | udfald       |
        | ingen    | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Abstrakt Scenario: Eisenach regnes med til og med 2022
      Givet at type er udveksling
      Og disse partnere:
        | navn     | by       |
        | Rådhuset | Eisenach |
      Når aktiviteten vurderes den <dag>
      Så er klausulen borgerservice.4 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 31.12.2022 | opfyldt      |
        | 01.01.2023 | ikke i kraft |
