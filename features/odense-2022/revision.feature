# language: da
Egenskab: Revision
  Rammerne gælder fra januar 2022 og skal tages op i Økonomiudvalget i hver byrådsperiode.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:revision.1
  Regel: Rammerne gælder fra januar 2022 og skal revideres én gang i hver byrådsperiode
    Før 2022 er ingen af kravene i kraft, og der indstilles ingenting.

    Abstrakt Scenario: Fristen dækker den byrådsperiode, den ligger i
      Når aktiviteten vurderes den <dag>
      Så er klausulen revision.1 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 01.01.2022 | opfyldt      |
        | 31.12.2025 | opfyldt      |
        | 01.01.2026 | ikke opfyldt |

    Scenarie: Manglen er en bemærkning og ændrer ikke indstillingen
      Givet at politiske mål er Et sundere Odense
      Og at gør klogere er ja
      Og at type er projekt
      Når aktiviteten vurderes den 01.01.2026
      Så er der en bemærkning efter revision.1
      Og er der ikke noget vilkår efter revision.1
      Og er indstillingen fortsæt

    Scenarie: En registreret revision opfylder kravet
      Givet at rammeværkets revision er registreret den 03.02.2026
      Når aktiviteten vurderes den 04.02.2026
      Så er klausulen revision.1 opfyldt
      Og er der ikke nogen bemærkning efter revision.1

    Abstrakt Scenario: Den første dag, rammerne gælder, og dagen før
      Givet at politiske mål er ingen
      Når aktiviteten vurderes den <dag>
      Så er klausulen mål.2 <udfald>
      Og er indstillingen <indstilling>

      Eksempler:
        | dag        | udfald       | indstilling |
        | 31.12.2021 | ikke i kraft | ingen       |
        | 01.01.2022 | ikke opfyldt | afslut      |

    Scenarie: Før rammerne gælder, er revisionen heller ikke i kraft
      Når aktiviteten vurderes den 31.12.2021
      Så er klausulen revision.1 ikke i kraft
      Og er klausulen revision.2 ikke i kraft

    Abstrakt Scenario: Er ingen revision registreret, er fristen den, papiret nævner
      Når aktiviteten vurderes den <dag>
      Så er fristen revision <tilstand>
      Og er klausulen revision.1 <udfald>

      Eksempler:
        | dag        | tilstand                   | udfald       |
        | 31.12.2021 | ikke i kraft               | ikke i kraft |
        | 01.01.2022 | kommende den 31.12.2025    | opfyldt      |
        | 31.12.2025 | kommende den 31.12.2025    | opfyldt      |
        | 01.01.2026 | overskredet den 31.12.2025 | ikke opfyldt |
        | 31.12.2040 | overskredet den 31.12.2025 | ikke opfyldt |

    Abstrakt Scenario: Efter en revision er fristen den sidste dag i den næste byrådsperiode
      Givet at rammeværkets revision er registreret den 15.03.2026
      Når aktiviteten vurderes den <dag>
      Så er fristen revision <tilstand>
      Og er klausulen revision.1 <udfald>

      Eksempler:
        | dag        | tilstand                   | udfald       |
        | 14.03.2026 | overskredet den 31.12.2025 | ikke opfyldt |
        | 15.03.2026 | overholdt den 31.12.2033   | opfyldt      |
        | 31.12.2029 | overholdt den 31.12.2033   | opfyldt      |
        | 01.01.2030 | kommende den 31.12.2033    | opfyldt      |
        | 31.12.2033 | kommende den 31.12.2033    | opfyldt      |
        | 01.01.2034 | overskredet den 31.12.2033 | ikke opfyldt |

    Abstrakt Scenario: Der skal revideres igen i hver byrådsperiode
      Givet at rammeværkets revision er registreret den 15.03.2026 og den 10.10.2031
      Når aktiviteten vurderes den <dag>
      Så er fristen revision <tilstand>
      Og er klausulen revision.1 <udfald>

      Eksempler:
        | dag        | tilstand                   | udfald       |
        | 01.01.2030 | kommende den 31.12.2033    | opfyldt      |
        | 09.10.2031 | kommende den 31.12.2033    | opfyldt      |
        | 10.10.2031 | overholdt den 31.12.2037   | opfyldt      |
        | 01.01.2034 | kommende den 31.12.2037    | opfyldt      |
        | 01.01.2038 | overskredet den 31.12.2037 | ikke opfyldt |

    Scenarie: En revision før fristen tæller i sin egen byrådsperiode
      Givet at rammeværkets revision er registreret den 01.12.2025
      Når aktiviteten vurderes den 31.12.2025
      Så er fristen revision overholdt den 31.12.2029
      Og lyder fristen revision: Det skete sidst den 01.12.2025. Næste gang er senest den 31.12.2029.

  @klausul:revision.2
  Regel: Næste revision skal ske inden udgangen af 2025
    Er fristen overskredet, siges det ved hver vurdering, indtil en revision er registreret.

    Abstrakt Scenario: Fristens sidste dag og dagen efter
      Når aktiviteten vurderes den <dag>
      Så er klausulen revision.2 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 01.06.2024 | opfyldt      |
        | 31.12.2025 | opfyldt      |
        | 01.01.2026 | ikke opfyldt |

    Scenarie: Inden fristen er der ingen bemærkning
      Når aktiviteten vurderes den 31.12.2025
      Så er der ikke nogen bemærkning efter revision.2

    Abstrakt Scenario: Efter fristen får alle aktiviteter bemærkningen
      Givet at status er <status>
      Når aktiviteten vurderes den 01.01.2026
      Så er der en bemærkning efter revision.2
      Men er der ikke noget vilkår efter revision.2

      Eksempler:
        | status    |
        | forslag   |
        | i gang    |
        | afsluttet |

    Abstrakt Scenario: Bemærkningen bliver stående, til revisionen er registreret
      Givet at rammeværkets revision er registreret den 03.02.2026
      Når aktiviteten vurderes den <dag>
      Så er klausulen revision.2 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 02.02.2026 | ikke opfyldt |
        | 03.02.2026 | opfyldt      |

    Scenarie: Begrundelsen siger, hvornår det skulle være sket
      Når aktiviteten vurderes den 01.06.2026
      Så lyder begrundelsen for revision.2: Rammeværket skulle have været revideret senest 31.12.2025, og ingen revision er registreret.

    Scenarie: Er papiret revideret én gang, er det den næste frist, der advares om
      Givet at rammeværkets revision er registreret den 15.03.2026
      Når aktiviteten vurderes den 01.01.2034
      Så er fristen revision overskredet den 31.12.2033
      Og er reglen revision.2a opfyldt
      Men er reglen revision.2b ikke opfyldt
      Og er der en bemærkning efter revision.2
      Og lyder begrundelsen for revision.2: Rammeværket skulle have været revideret igen senest 31.12.2033, og ingen ny revision er registreret.
