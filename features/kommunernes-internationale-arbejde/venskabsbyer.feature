# language: da
Egenskab: Venskabsbyer
  Et venskab mellem byer skal nå ud over rådhuset, varer længe og ses efter undervejs.

  Baggrund:
    Givet rammeværket kommunernes-internationale-arbejde
    Og en aktivitet
    Og at status er i gang
    Og at type er venskabsbysamarbejde

  @klausul:venskabsbyer.2
  Regel: Et venskab bør give kontakt til flere end politikere og administration

    Abstrakt Scenario: Én af de fire kredse er nok
      Givet at kontaktkredse er <kredse>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.2 <udfald>

      Eksempler:
        | kredse                       | udfald       |
        | borgere                      | opfyldt      |
        | medarbejdere                 | opfyldt      |
        | foreninger                   | opfyldt      |
        | virksomheder                 | opfyldt      |
        | politikere; borgere          | opfyldt      |
        | politikere; administrationen | ikke opfyldt |
        | ingen                        | ikke opfyldt |
        | uoplyst                      | uafklaret    |

    Scenarie: Bliver det mellem rådhusene, bemærkes det
      Givet at kontaktkredse er politikere; administrationen
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter venskabsbyer.2
      Men er der ikke noget vilkår efter venskabsbyer.2

    Scenarie: Kravet gælder kun venskabsbyer
      Givet at type er netværk
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.2 ikke relevant

  @klausul:venskabsbyer.3
  Regel: Et venskab kan brede arbejdet ud til en bred kreds
    Muligheden kan ikke brydes. Er den ikke brugt, er klausulen ikke relevant.

    Abstrakt Scenario: To af de fire kredse er bredt
      Givet at kontaktkredse er <kredse>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.3 <udfald>
      Og er der ikke nogen bemærkning efter venskabsbyer.3

      Eksempler:
        | kredse                            | udfald        |
        | borgere; foreninger; virksomheder | opfyldt       |
        | borgere; foreninger               | opfyldt       |
        | politikere; borgere               | ikke relevant |
        | ingen                             | ikke relevant |
        | uoplyst                           | uafklaret     |

  @klausul:venskabsbyer.4
  Regel: Et venskab bør være langvarigt

    Abstrakt Scenario: Formen skal svare til et venskab
      Givet at partnerskabsform er <form>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.4 <udfald>

      Eksempler:
        | form      | udfald       |
        | langvarig | opfyldt      |
        | projekt   | ikke opfyldt |
        | ad hoc    | ikke opfyldt |
        | ingen     | ikke opfyldt |
        | uoplyst   | uafklaret    |

    Scenarie: En anden form bliver bemærket
      Givet at partnerskabsform er ad hoc
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter venskabsbyer.4
      Og lyder begrundelsen for venskabsbyer.4: Typen er venskabsbysamarbejde, men partnerskabets form er «ad hoc».

    Scenarie: Et projekt behøver ikke vare længe
      Givet at type er projekt
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.4 ikke relevant

  @klausul:venskabsbyer.5
  Regel: Lange samarbejder bør vurderes løbende, så parterne er enige om udbyttet

    Abstrakt Scenario: Intervallets sidste dag og dagen efter
      Givet at fælles forståelse er ja
      Og disse evalueringer:
        | dato   |
        | <dato> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>
      Og er reglen venskabsbyer.5a <udfald>

      Eksempler:
        | dato       | udfald       |
        | 01.06.2024 | opfyldt      |
        | 01.06.2022 | opfyldt      |
        | 31.05.2022 | ikke opfyldt |
        | 02.06.2024 | ikke opfyldt |

    Abstrakt Scenario: Aldrig vurderet og ukendt er to forskellige ting
      Givet at fælles forståelse er ja
      Og at evalueringer er <evalueringer>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>

      Eksempler:
        | evalueringer | udfald       |
        | ingen        | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Abstrakt Scenario: Parterne skal være enige om, hvad de får ud af det
      Givet disse evalueringer:
        | dato       |
        | 01.02.2024 |
      Og at fælles forståelse er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>
      Og er reglen venskabsbyer.5b <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Andre samarbejder regnes med, når de er langvarige
      Givet at type er partnerskab
      Og at partnerskabsform er <form>
      Og at evalueringer er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>

      Eksempler:
        | form      | udfald        |
        | langvarig | ikke opfyldt  |
        | projekt   | ikke relevant |
        | uoplyst   | uafklaret     |

    Abstrakt Scenario: Kun samarbejder, der er i gang, skal vurderes
      Givet at status er <status>
      Og at evalueringer er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>

      Eksempler:
        | status    | udfald        |
        | forslag   | ikke relevant |
        | i gang    | ikke opfyldt  |
        | afsluttet | ikke relevant |

    Abstrakt Scenario: Fristen for den næste vurdering
      Givet disse evalueringer:
        | dato   |
        | <dato> |
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen løbende vurdering <tilstand>
      Og er reglen venskabsbyer.5a <udfald>

      Eksempler:
        | dato       | tilstand                   | udfald       |
        | 01.06.2024 | overholdt den 01.06.2026   | opfyldt      |
        | 01.06.2022 | overholdt den 01.06.2024   | opfyldt      |
        | 31.05.2022 | overskredet den 31.05.2024 | ikke opfyldt |

    Abstrakt Scenario: Om fristen gælder, kan være uafklaret
      Givet at type er partnerskab
      Og at partnerskabsform er <form>
      Og at evalueringer er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen løbende vurdering <tilstand>

      Eksempler:
        | form      | tilstand      |
        | langvarig | uafklaret     |
        | projekt   | ikke relevant |
        | uoplyst   | uafklaret     |
