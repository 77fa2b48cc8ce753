# language: da
Egenskab: Klima, energi og miljø
  Skanderborg vil være blandt de første, og det kræver, at mange er med.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Klima, energi og miljø

  @klausul:klima.3
  Regel: Aktiviteten bør bringe kommunen forrest

    Abstrakt Scenario: Den ansvarlige vurderer det
      Givet at går forrest er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.3 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Sigterne hører til ét politikområde
      Givet at politikområder er <områder>
      Og at går forrest er nej
      Og at deltagerkredse er ingen
      Og at retning er deler viden
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.3 <udfald>
      Og er klausulen klima.4 <udfald>
      Og er klausulen klima.6 <udfald>

      Eksempler:
        | områder                | udfald        |
        | Klima, energi og miljø | ikke opfyldt  |
        | Borgerservice          | ikke relevant |
        | uoplyst                | uafklaret     |

  @klausul:klima.4
  Regel: Borgere, virksomheder og foreninger skal være med

    Abstrakt Scenario: Alle tre skal være med
      Givet at deltagerkredse er <kredse>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.4 <udfald>

      Eksempler:
        | kredse                                    | udfald       |
        | borgere; virksomheder; foreninger         | opfyldt      |
        | borgere; virksomheder; foreninger; skoler | opfyldt      |
        | borgere; virksomheder                     | ikke opfyldt |
        | borgere; foreninger                       | ikke opfyldt |
        | virksomheder; foreninger                  | ikke opfyldt |
        | ingen                                     | ikke opfyldt |
        | uoplyst                                   | uafklaret    |

    Scenarie: Mangler én af dem, er det et vilkår
      Givet at deltagerkredse er borgere; virksomheder
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter klima.4

  @klausul:klima.5
  Regel: Aktiviteten kan føre klimapolitikken ud i livet

    Abstrakt Scenario: Muligheden bliver ikke brudt
      Givet at fører klimapolitikken ud er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.5 <udfald>

      Eksempler:
        | svar    | udfald        |
        | ja      | opfyldt       |
        | nej     | ikke relevant |
        | uoplyst | uafklaret     |

  @klausul:klima.6
  Regel: Kommunen bør både hente og dele viden om klima

    Abstrakt Scenario: Retningen afgør det
      Givet at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.6 <udfald>

      Eksempler:
        | retning      | udfald       |
        | gensidig     | opfyldt      |
        | henter viden | ikke opfyldt |
        | deler viden  | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Scenarie: Den ene vej bliver bemærket
      Givet at retning er henter viden
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter klima.6
      Og lyder begrundelsen for klima.6: Viden om klima går kun den ene vej: henter viden.

  @klausul:klima.7
  Regel: Projekter skal have partnere og penge til udvikling

    Abstrakt Scenario: Begge dele skal være der
      Givet at type er projekt
      Og at udviklingsmidler er <midler>
      Og disse partnere:
        | navn         |
        | Umeå Kommune |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.7 <udfald>

      Eksempler:
        | midler  | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Uden partnere er der intet netværk
      Givet at type er projekt
      Og at udviklingsmidler er ja
      Og at partnere er <partnere>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.7 <udfald>

      Eksempler:
        | partnere | udfald       |
        | ingen    | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Abstrakt Scenario: Kravet gælder projekter
      Givet at type er <type>
      Og at udviklingsmidler er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen klima.7 <udfald>

      Eksempler:
        | type    | udfald        |
        | projekt | ikke opfyldt  |
        | netværk | ikke relevant |
        | uoplyst | uafklaret     |
