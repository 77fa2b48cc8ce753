# language: da
Egenskab: Fra ord til handling
  Det internationale skal kunne mærkes, af borgere, virksomheder eller medarbejdere, og gøre arbejdet hjemme bedre.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang

  @klausul:handling.1
  Regel: Aktiviteten skal give merværdi for mindst én af de tre kredse

    Abstrakt Scenario: Én kreds er nok
      Givet at merværdi for borgere er <borgere>
      Og at merværdi for virksomheder er <virksomheder>
      Og at merværdi for medarbejdere er <medarbejdere>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen handling.1 <udfald>

      Eksempler:
        | borgere | virksomheder | medarbejdere | udfald       |
        | ja      | nej          | nej          | opfyldt      |
        | nej     | ja           | nej          | opfyldt      |
        | nej     | nej          | ja           | opfyldt      |
        | ja      | uoplyst      | uoplyst      | opfyldt      |
        | nej     | nej          | nej          | ikke opfyldt |
        | nej     | nej          | uoplyst      | uafklaret    |
        | nej     | uoplyst      | nej          | uafklaret    |
        | uoplyst | uoplyst      | uoplyst      | uafklaret    |

    Abstrakt Scenario: Merværdi og bedre arbejde hjemme afgør indstillingen
      Givet at status er <status>
      Og at merværdi for borgere er <merværdi>
      Og at merværdi for virksomheder er nej
      Og at merværdi for medarbejdere er nej
      Og at gør klogere er <bedre>
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen <indstilling>

      Eksempler:
        | status    | merværdi | bedre   | indstilling |
        | forslag   | ja       | ja      | tilvælg     |
        | forslag   | nej      | ja      | fravælg     |
        | forslag   | ja       | nej     | fravælg     |
        | forslag   | nej      | uoplyst | fravælg     |
        | forslag   | ja       | uoplyst | afvent      |
        | forslag   | uoplyst  | ja      | afvent      |
        | i gang    | ja       | ja      | fortsæt     |
        | i gang    | nej      | ja      | afvent      |
        | i gang    | ja       | nej     | afvent      |
        | i gang    | ja       | uoplyst | afvent      |
        | afsluttet | nej      | nej     | ingen       |

    Scenarie: Det, der er i gang, bliver ikke afsluttet, men taget op igen
      Givet at merværdi for borgere er nej
      Og at merværdi for virksomheder er nej
      Og at merværdi for medarbejdere er nej
      Og at gør klogere er ja
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen afvent
      Og er indstillingen begrundet med handling.1

  @klausul:handling.2
  Regel: Ordene skal blive til handling

    Abstrakt Scenario: Den ansvarlige vurderer det
      Givet at omsat til handling er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen handling.2 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej er et vilkår
      Givet at omsat til handling er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter handling.2

    Scenarie: Et forslag er endnu kun ord
      Givet at status er forslag
      Og at omsat til handling er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen handling.2 ikke relevant

  @klausul:handling.3
  Regel: De decentrale aktører skal have mulighed for at være med

    Abstrakt Scenario: Muligheden er der, eller den er der ikke
      Givet at decentrale aktører med er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen handling.3 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:verden.3
  Regel: Inspirationen bør gå begge veje, og nogen bør have gavn af den

    Abstrakt Scenario: Både retning og gavn
      Givet at retning er <retning>
      Og at merværdi for borgere er <merværdi>
      Og at merværdi for virksomheder er nej
      Og at merværdi for medarbejdere er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen verden.3 <udfald>

      Eksempler:
        | retning      | merværdi | udfald       |
        | gensidig     | ja       | opfyldt      |
        | gensidig     | nej      | ikke opfyldt |
        | henter viden | ja       | ikke opfyldt |
        | deler viden  | uoplyst  | ikke opfyldt |
        | gensidig     | uoplyst  | uafklaret    |
        | uoplyst      | ja       | uafklaret    |

    Scenarie: En vision, der ikke nås, bliver bemærket
      Givet at retning er deler viden
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter verden.3
      Men er der ikke noget vilkår efter verden.3

  @klausul:verden.4
  Regel: Aktiviteten skal gøre arbejdet hjemme bedre

    Abstrakt Scenario: Den ansvarlige vurderer arbejdet hjemme
      Givet at gør klogere er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen verden.4 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |
