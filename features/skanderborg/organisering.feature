# language: da
Egenskab: Organisering og forankring
  Fagsekretariater og stabe har ansvaret, udvalgene får besked hvert år, og EU-kontoret og projektgruppen er med.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang

  @klausul:organisering.1
  Regel: Ansvaret skal ligge hos et fagsekretariat eller en stab

    Abstrakt Scenario: Hvor ansvaret ligger
      Givet at ansvarlig enhed er <enhed>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen organisering.1 <udfald>

      Eksempler:
        | enhed           | udfald       |
        | fagsekretariat  | opfyldt      |
        | stab            | opfyldt      |
        | decentral enhed | ikke opfyldt |
        | projektgruppen  | ikke opfyldt |
        | uoplyst         | uafklaret    |

    Scenarie: Et forkert placeret ansvar er et vilkår
      Givet at ansvarlig enhed er decentral enhed
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter organisering.1

  @klausul:organisering.2
  Regel: Samarbejder skal give netværk, der støtter kommunens udvikling

    Abstrakt Scenario: Den ansvarlige vurderer netværkene
      Givet at type er projekt
      Og at styrker netværk er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen organisering.2 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Kun samarbejder skal give netværk
      Givet at styrker netværk er nej
      Og at type er <type>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen organisering.2 <udfald>

      Eksempler:
        | type                 | udfald        |
        | venskabsbysamarbejde | ikke opfyldt  |
        | netværk              | ikke opfyldt  |
        | partnerskab          | ikke opfyldt  |
        | studierejse          | ikke relevant |
        | uoplyst              | uafklaret     |

  @klausul:organisering.3
  Regel: EU-kontoret skal være med i EU-projekter

    Abstrakt Scenario: Et EU-projekt kræver kontoret
      Givet at EU-projekt er <EU>
      Og at EU-kontoret inddraget er <kontor>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen organisering.3 <udfald>

      Eksempler:
        | EU      | kontor  | udfald        |
        | ja      | ja      | opfyldt       |
        | ja      | nej     | ikke opfyldt  |
        | ja      | uoplyst | uafklaret     |
        | uoplyst | nej     | uafklaret     |
        | nej     | nej     | ikke relevant |

    Scenarie: Det er et vilkår at spørge kontoret
      Givet at EU-projekt er ja
      Og at EU-kontoret inddraget er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter organisering.3

  @klausul:forankring.1
  Regel: De decentrale aktører bør blive inspireret

    Abstrakt Scenario: Inspireret eller ej
      Givet at decentrale aktører inspireret er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.1 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:forankring.2
  Regel: Udvalget skal have en opfølgning hvert år

    Abstrakt Scenario: Fristens sidste dag og dagen efter
      Givet at start er 01.01.2020
      Og at opfølgning givet er <dato>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.2 <udfald>

      Eksempler:
        | dato       | udfald       |
        | 01.06.2024 | opfyldt      |
        | 01.06.2023 | opfyldt      |
        | 31.05.2023 | ikke opfyldt |
        | 02.06.2024 | ikke opfyldt |
        | uoplyst    | uafklaret    |

    Abstrakt Scenario: Det første år regnes fra begyndelsen
      Givet at start er <start>
      Og at opfølgning givet er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.2 <udfald>

      Eksempler:
        | start      | udfald    |
        | 01.06.2023 | opfyldt   |
        | 31.05.2023 | uafklaret |
        | uoplyst    | uafklaret |

    Abstrakt Scenario: En dato på opfølgningen er nok, når den er ny
      Givet at start er uoplyst
      Og at opfølgning givet er <dato>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.2 <udfald>

      Eksempler:
        | dato       | udfald    |
        | 01.06.2023 | opfyldt   |
        | 31.05.2023 | uafklaret |

    Scenarie: En overskredet frist er et vilkår og vender ikke indstillingen
      Givet at start er 01.01.2020
      Og at opfølgning givet er 01.01.2022
      Og at merværdi for borgere er ja
      Og at gør klogere er ja
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter forankring.2
      Og er indstillingen fortsæt
      Og lyder begrundelsen for forankring.2: Det politiske udvalg har ikke fået en opfølgning inden for de seneste 12 måneder.

    Abstrakt Scenario: Kun det, der er i gang, følges op
      Givet at status er <status>
      Og at start er 01.01.2020
      Og at opfølgning givet er 01.01.2022
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.2 <udfald>

      Eksempler:
        | status    | udfald        |
        | forslag   | ikke relevant |
        | i gang    | ikke opfyldt  |
        | afsluttet | ikke relevant |

    Abstrakt Scenario: Fristen for den næste opfølgning
      Givet at start er 01.01.2020
      Og at opfølgning givet er <dato>
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen opfølgning til udvalgene <tilstand>

      Eksempler:
        | dato       | tilstand                   |
        | 01.06.2024 | overholdt den 01.06.2025   |
        | 01.06.2023 | overholdt den 01.06.2024   |
        | 31.05.2023 | overskredet den 31.05.2024 |

    Scenarie: Er datoen ikke oplyst, er fristen uafklaret, men det første år regnes fra begyndelsen
      Givet at start er 01.03.2024
      Og at opfølgning givet er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen opfølgning til udvalgene uafklaret den 01.03.2025
      Og venter fristen opfølgning til udvalgene på oplysningen opfølgning givet
      Og lyder fristen opfølgning til udvalgene: Det er ikke oplyst, hvornår det sidst er sket. Er det aldrig sket, er fristen den 01.03.2025.

    Scenarie: En opfølgning efter den dag, der spørges om, er ikke sket endnu
      Givet at start er uoplyst
      Og at opfølgning givet er 02.06.2024
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen opfølgning til udvalgene uafklaret
      Og venter fristen opfølgning til udvalgene på oplysningen opfølgning givet

    Scenarie: Et forslag har ingen frist
      Givet at status er forslag
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen opfølgning til udvalgene ikke relevant

  @klausul:forankring.3
  Regel: Projektgruppen bør være orienteret

    Abstrakt Scenario: Orienteret eller ej
      Givet at projektgruppen orienteret er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen forankring.3 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Ved projektgruppen ikke noget, bliver det bemærket
      Givet at projektgruppen orienteret er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter forankring.3
      Men er der ikke noget vilkår efter forankring.3
