# language: da
Egenskab: Sundhed, omsorg og sociale indsatser
  Området har to slags indsatser, omsorg og sundhedsfremme, og de har hver deres sigter.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Sundhed, omsorg og sociale indsatser
    Og at sundhedsindsats er omsorg

  @klausul:sundhed.1
  Regel: Indsatsen bør være for borgere med brug for omsorg

    Abstrakt Scenario: Én af de tre grupper er nok
      Givet at målgrupper er <grupper>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.1 <udfald>

      Eksempler:
        | grupper                  | udfald       |
        | ældre                    | opfyldt      |
        | borgere med handicap     | opfyldt      |
        | borgere med sindslidelse | opfyldt      |
        | unge; ældre              | opfyldt      |
        | unge                     | ikke opfyldt |
        | ingen                    | ikke opfyldt |
        | uoplyst                  | uafklaret    |

    Abstrakt Scenario: Sigterne hører til ét politikområde og én slags indsats
      Givet at politikområder er <områder>
      Og at sundhedsindsats er <indsats>
      Og at målgrupper er ingen
      Og at partnere er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.1 <udfald>
      Og er klausulen sundhed.3 <udfald>

      Eksempler:
        | områder                              | indsats        | udfald        |
        | Sundhed, omsorg og sociale indsatser | omsorg         | ikke opfyldt  |
        | Sundhed, omsorg og sociale indsatser | sundhedsfremme | ikke relevant |
        | Sundhed, omsorg og sociale indsatser | uoplyst        | uafklaret     |
        | Borgerservice                        | omsorg         | ikke relevant |
        | uoplyst                              | omsorg         | uafklaret     |

  @klausul:sundhed.2
  Regel: Et netværk bør give ny viden om teknologi, metoder eller organisering

    Abstrakt Scenario: Ét felt er nok
      Givet at type er netværk
      Og at videnfelter er <felter>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.2 <udfald>

      Eksempler:
        | felter       | udfald       |
        | teknologi    | opfyldt      |
        | metoder      | opfyldt      |
        | organisering | opfyldt      |
        | økonomi      | ikke opfyldt |
        | ingen        | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Abstrakt Scenario: Sigtet gælder netværk
      Givet at type er <type>
      Og at videnfelter er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.2 <udfald>

      Eksempler:
        | type    | udfald        |
        | netværk | ikke opfyldt  |
        | projekt | ikke relevant |
        | uoplyst | uafklaret     |

  @klausul:sundhed.3
  Regel: Der bør være en udenlandsk kommune med

    Abstrakt Scenario: Partneren er en kommune i et andet land
      Givet disse partnere:
        | navn | type   | land   |
        | Oulu | <type> | <land> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.3 <udfald>

      Eksempler:
        | type       | land    | udfald       |
        | kommune    | Finland | opfyldt      |
        | kommune    | Danmark | ikke opfyldt |
        | virksomhed | Finland | ikke opfyldt |
        | kommune    |         | uafklaret    |
        |            | Finland | uafklaret    |
        |            | Danmark | ikke opfyldt |

    Scenarie: Uden en udenlandsk kommune bliver det bemærket
      Givet at partnere er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter sundhed.3
      Men er der ikke noget vilkår efter sundhed.3

  @klausul:sundhed.6
  Regel: Sundhedsfremme bør ske sammen med andre

    Abstrakt Scenario: De former, papiret nævner
      Givet at sundhedsindsats er sundhedsfremme
      Og at type er <type>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.6 <udfald>

      Eksempler:
        | type        | udfald       |
        | partnerskab | opfyldt      |
        | netværk     | opfyldt      |
        | projekt     | opfyldt      |
        | studierejse | opfyldt      |
        | udveksling  | opfyldt      |
        | konference  | ikke opfyldt |
        | værtsbesøg  | ikke opfyldt |
        | uoplyst     | uafklaret    |

    Scenarie: Omsorg har andre sigter
      Givet at type er konference
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen sundhed.6 ikke relevant
