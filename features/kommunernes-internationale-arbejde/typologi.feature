# language: da
Egenskab: Typologien
  Hvad er en aktivitet ud fra det, der er oplyst? Strider det mod typen, bliver det påpeget.

  Baggrund:
    Givet rammeværket kommunernes-internationale-arbejde
    Og en aktivitet
    Og at status er i gang

  @klausul:formål.2
  Regel: Venskabsbyer, netværk og partnerskaber kan kendes på oplysningerne

    Abstrakt Scenario: Et venskab går begge veje, varer længe og er ikke et EU-projekt
      Givet at retning er <retning>
      Og at partnerskabsform er <form>
      Og at EU-projekt er <EU>
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen venskabsbysamarbejde: <svar>

      Eksempler:
        | retning      | form      | EU      | svar      |
        | gensidig     | langvarig | nej     | passer    |
        | henter viden | langvarig | nej     | udelukket |
        | gensidig     | projekt   | nej     | udelukket |
        | gensidig     | langvarig | ja      | udelukket |
        | uoplyst      | langvarig | nej     | kan passe |
        | gensidig     | uoplyst   | uoplyst | kan passe |
        | uoplyst      | ad hoc    | uoplyst | udelukket |

    Abstrakt Scenario: Et netværk har partnere nok og ingen bindende aftale
      Givet at aftale er <aftale>
      Og disse partnere:
        | navn |
        | Oulu |
        | Umeå |
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen netværk: <netværk>
      Og er svaret på klassen partnerskab: <partnerskab>

      Eksempler:
        | aftale            | netværk   | partnerskab |
        | ingen             | passer    | udelukket   |
        | hensigtserklæring | passer    | udelukket   |
        | bindende          | udelukket | passer      |
        | uoplyst           | kan passe | kan passe   |

    Scenarie: Én partner er for lidt til et netværk
      Givet at aftale er ingen
      Og disse partnere:
        | navn |
        | Oulu |
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen netværk: udelukket
      Og lyder begrundelsen for klassen netværk: Det passer ikke, at antal partnere er mindst færreste partnere (færreste partnere er 2; antal partnere er 1).

    Abstrakt Scenario: Typen bliver holdt op mod oplysningerne
      Givet at type er <type>
      Og at aftale er <aftale>
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på slags samarbejde: <svar>

      Eksempler:
        | type        | aftale            | svar           |
        | partnerskab | bindende          | stemmer        |
        | partnerskab | hensigtserklæring | modstrid       |
        | partnerskab | uoplyst           | uafklaret      |
        | uoplyst     | bindende          | ikke angivet   |
        | konference  | bindende          | uden kendetegn |

    Scenarie: Ved en modstrid siges det, hvad oplysningerne i stedet passer til
      Givet at type er netværk
      Og at aftale er bindende
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på slags samarbejde: modstrid
      Og lyder svaret på slags samarbejde: «type» er angivet som «netværk», men det strider mod oplysningerne. Oplysningerne passer til «partnerskab».
      Og lyder begrundelsen for klassen netværk: Det passer ikke, at aftale er ikke bindende (aftale er bindende).
      Og lyder begrundelsen for klassen partnerskab: Det passer, at aftalen binder (aftale er bindende).

    Scenarie: Det, der mangler, bliver nævnt for hver klasse
      Givet at type er partnerskab
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på slags samarbejde: uafklaret
      Og mangler klassen partnerskab oplysningen aftale
      Og mangler klassen venskabsbysamarbejde oplysningen retning
      Og lyder begrundelsen for klassen partnerskab: Det kan ikke afgøres, før det er oplyst: aftale.

    Scenarie: Regel og klasse siger det samme
      Givet at type er partnerskab
      Og at EU-projekt er nej
      Og at aftale er hensigtserklæring
      Når aktiviteten klassificeres den 01.06.2024
      Og aktiviteten vurderes den 01.06.2024
      Så er svaret på slags samarbejde: modstrid
      Og er reglen formål.2c ikke opfyldt

  @klausul:formål.3
  Regel: En studierejse kan kendes på, at den står for sig selv

    Abstrakt Scenario: Hverken partnerskab, aftale, andre ærinder eller EU
      Givet at partnerskabsform er <form>
      Og at aftale er <aftale>
      Og at alene bundet til emnet er <emne>
      Og at EU-projekt er <EU>
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen studierejse: <svar>

      Eksempler:
        | form      | aftale   | emne    | EU      | svar      |
        | ingen     | ingen    | ja      | nej     | passer    |
        | langvarig | ingen    | ja      | nej     | udelukket |
        | ingen     | bindende | ja      | nej     | udelukket |
        | ingen     | ingen    | nej     | nej     | udelukket |
        | ingen     | ingen    | ja      | ja      | udelukket |
        | uoplyst   | ingen    | ja      | nej     | kan passe |
        | uoplyst   | ingen    | nej     | uoplyst | udelukket |

    Scenarie: Den del af sætningen, der ikke passer, bliver nævnt
      Givet at partnerskabsform er langvarig
      Og at aftale er ingen
      Og at alene bundet til emnet er nej
      Når aktiviteten klassificeres den 01.06.2024
      Så lyder begrundelsen for klassen studierejse: Det passer ikke, at partnerskabsform er ingen (partnerskabsform er langvarig). Alene bundet til emnet er nej.

  @klausul:udvikling.3
  Regel: Projekter, kontorer og udvekslinger kan kendes på oplysningerne

    Abstrakt Scenario: Et projekt har partnere i et projekt
      Givet at partnerskabsform er <form>
      Og at partnere er <partnere>
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen projekt: <svar>

      Eksempler:
        | form    | partnere | svar      |
        | projekt | ingen    | udelukket |
        | projekt | uoplyst  | kan passe |
        | ad hoc  | uoplyst  | udelukket |

    Scenarie: Et projekt med én partner
      Givet at type er projekt
      Og at partnerskabsform er projekt
      Og disse partnere:
        | navn |
        | Oulu |
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen projekt: passer
      Og er svaret på slags samarbejde: stemmer

    Abstrakt Scenario: Et kontor i udlandet støtter andre
      Givet at kontor i udlandet er <kontor>
      Og at erhvervsrettet er <erhverv>
      Og at støtter løbende samarbejder er <samarbejder>
      Og at EU-projekt er nej
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen internationalt kontor: <svar>

      Eksempler:
        | kontor  | erhverv | samarbejder | svar      |
        | ja      | ja      | nej         | passer    |
        | ja      | uoplyst | ja          | passer    |
        | ja      | nej     | nej         | udelukket |
        | nej     | ja      | ja          | udelukket |
        | uoplyst | ja      | ja          | kan passe |
        | ja      | nej     | uoplyst     | kan passe |

    Abstrakt Scenario: Ved en udveksling bytter medarbejdere plads
      Givet at bytter plads er <bytter>
      Og at kontaktkredse er <kredse>
      Når aktiviteten klassificeres den 01.06.2024
      Så er svaret på klassen udveksling: <svar>

      Eksempler:
        | bytter  | kredse       | svar      |
        | ja      | medarbejdere | passer    |
        | ja      | borgere      | udelukket |
        | nej     | medarbejdere | udelukket |
        | uoplyst | medarbejdere | kan passe |
        | ja      | uoplyst      | kan passe |
