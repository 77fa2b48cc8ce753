# language: da
Egenskab: Formål
  Hver slags aktivitet har sine kendetegn. Siger typen ét og oplysningerne noget andet, bliver det påpeget.

  Baggrund:
    Givet rammeværket kommunernes-internationale-arbejde
    Og en aktivitet
    Og at status er i gang
    Og at EU-projekt er nej

  @klausul:formål.2
  Regel: Venskabsbyer, netværk og partnerskaber bør være det, de kalder sig

    Abstrakt Scenario: Et venskab går begge veje
      Givet at type er venskabsbysamarbejde
      Og at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 <udfald>
      Og er reglen formål.2a <udfald>

      Eksempler:
        | retning      | udfald       |
        | gensidig     | opfyldt      |
        | henter viden | ikke opfyldt |
        | deler viden  | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Abstrakt Scenario: Et netværk har flere partnere og er ikke bindende
      Givet at type er netværk
      Og at aftale er <aftale>
      Og disse partnere:
        | navn    |
        | Lund    |
        | <anden> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 <udfald>

      Eksempler:
        | anden   | aftale            | udfald       |
        | Vilnius | ingen             | opfyldt      |
        | Vilnius | hensigtserklæring | opfyldt      |
        | Vilnius | bindende          | ikke opfyldt |
        | Vilnius | uoplyst           | uafklaret    |

    Scenarie: Med én partner er det ikke et netværk
      Givet at type er netværk
      Og at aftale er ingen
      Og disse partnere:
        | navn |
        | Lund |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 ikke opfyldt
      Og lyder begrundelsen for formål.2: Typen er netværk, men der er under 2 partnere, eller aftalen er bindende.

    Abstrakt Scenario: Et partnerskab forpligter
      Givet at type er partnerskab
      Og at aftale er <aftale>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 <udfald>
      Og er reglen formål.2c <udfald>

      Eksempler:
        | aftale            | udfald       |
        | bindende          | opfyldt      |
        | hensigtserklæring | ikke opfyldt |
        | ingen             | ikke opfyldt |
        | uoplyst           | uafklaret    |

    Abstrakt Scenario: Et EU-projekt er ikke et venskab eller en enkelt rejse
      Givet at EU-projekt er <EU>
      Og at type er <type>
      Når aktiviteten vurderes den 01.06.2024
      Så er reglen formål.2d <udfald>

      Eksempler:
        | EU      | type                  | udfald        |
        | ja      | partnerskab           | opfyldt       |
        | ja      | projekt               | opfyldt       |
        | ja      | netværk               | opfyldt       |
        | ja      | udveksling            | opfyldt       |
        | ja      | venskabsbysamarbejde  | ikke opfyldt  |
        | ja      | studierejse           | ikke opfyldt  |
        | ja      | konference            | ikke opfyldt  |
        | ja      | værtsbesøg            | ikke opfyldt  |
        | ja      | internationalt kontor | ikke opfyldt  |
        | ja      | uoplyst               | uafklaret     |
        | nej     | studierejse           | ikke relevant |
        | uoplyst | studierejse           | uafklaret     |

    Scenarie: De andre typer har deres egne kendetegn
      Givet at type er konference
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 ikke relevant

    Scenarie: Uden en type er der intet at holde oplysningerne op mod
      Givet at type er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 uafklaret
      Og mangler oplysningen type

    Scenarie: Modstriden bliver bemærket og afgør ikke noget
      Givet at type er partnerskab
      Og at aftale er hensigtserklæring
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter formål.2
      Men er der ikke noget vilkår efter formål.2
      Og er indstillingen ingen
      Og lyder begrundelsen for formål.2: Typen er partnerskab, men aftalen er «hensigtserklæring» og binder ikke.

  @klausul:formål.3
  Regel: En studierejse bør stå for sig selv og kun have sit emne

    Abstrakt Scenario: Hverken partnerskab, aftale eller andre ærinder
      Givet at type er studierejse
      Og at partnerskabsform er <form>
      Og at aftale er <aftale>
      Og at alene bundet til emnet er <emne>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.3 <udfald>

      Eksempler:
        | form      | aftale            | emne    | udfald       |
        | ingen     | ingen             | ja      | opfyldt      |
        | projekt   | ingen             | ja      | ikke opfyldt |
        | ad hoc    | ingen             | ja      | ikke opfyldt |
        | langvarig | ingen             | ja      | ikke opfyldt |
        | ingen     | bindende          | ja      | ikke opfyldt |
        | ingen     | hensigtserklæring | ja      | ikke opfyldt |
        | ingen     | ingen             | nej     | ikke opfyldt |
        | projekt   | uoplyst           | uoplyst | ikke opfyldt |
        | uoplyst   | ingen             | ja      | uafklaret    |
        | ingen     | uoplyst           | ja      | uafklaret    |
        | ingen     | ingen             | uoplyst | uafklaret    |

    Scenarie: Hvilken af de to ting der er galt, kan ses på reglen
      Givet at type er studierejse
      Og at partnerskabsform er ingen
      Og at aftale er ingen
      Og at alene bundet til emnet er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er reglen formål.3a opfyldt
      Og er reglen formål.3b ikke opfyldt
      Og er der en bemærkning efter formål.3

    Abstrakt Scenario: Kun studierejser holdes op mod kendetegnene
      Givet at type er <type>
      Og at partnerskabsform er langvarig
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.3 <udfald>

      Eksempler:
        | type        | udfald        |
        | studierejse | ikke opfyldt  |
        | udveksling  | ikke relevant |
        | uoplyst     | uafklaret     |
