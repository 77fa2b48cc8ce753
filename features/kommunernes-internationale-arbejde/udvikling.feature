# language: da
Egenskab: Udvikling
  De nyere slags aktiviteter har også kendetegn, og udbyttet har fire arter.

  Baggrund:
    Givet rammeværket kommunernes-internationale-arbejde
    Og en aktivitet
    Og at status er i gang

  @klausul:udvikling.3
  Regel: Projekter, kontorer og udvekslinger bør være det, de kalder sig

    Abstrakt Scenario: Et projekt har partnere i et projekt
      Givet at type er projekt
      Og at partnerskabsform er <form>
      Og at partnere er <partnere>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.3 <udfald>

      Eksempler:
        | form    | partnere | udfald       |
        | projekt | ingen    | ikke opfyldt |
        | projekt | uoplyst  | uafklaret    |
        | ad hoc  | uoplyst  | ikke opfyldt |
        | uoplyst | ingen    | ikke opfyldt |

    Abstrakt Scenario: Én partner er nok
      Givet at type er projekt
      Og at partnerskabsform er <form>
      Og disse partnere:
        | navn         | land    |
        | Oulu Kommune | Finland |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.3 <udfald>
      Og er reglen udvikling.3a <udfald>

      Eksempler:
        | form      | udfald       |
        | projekt   | opfyldt      |
        | ad hoc    | ikke opfyldt |
        | langvarig | ikke opfyldt |
        | ingen     | ikke opfyldt |
        | uoplyst   | uafklaret    |

    Abstrakt Scenario: Et kontor i udlandet støtter erhvervslivet eller løbende samarbejder
      Givet at type er internationalt kontor
      Og at erhvervsrettet er <erhverv>
      Og at støtter løbende samarbejder er <samarbejder>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.3 <udfald>
      Og er reglen udvikling.3b <udfald>

      Eksempler:
        | erhverv | samarbejder | udfald       |
        | ja      | nej         | opfyldt      |
        | nej     | ja          | opfyldt      |
        | ja      | uoplyst     | opfyldt      |
        | nej     | nej         | ikke opfyldt |
        | nej     | uoplyst     | uafklaret    |
        | uoplyst | nej         | uafklaret    |

    Abstrakt Scenario: Ved en udveksling er det medarbejdere, der bytter plads
      Givet at type er udveksling
      Og at kontaktkredse er <kredse>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.3 <udfald>
      Og er reglen udvikling.3c <udfald>

      Eksempler:
        | kredse                | udfald       |
        | medarbejdere          | opfyldt      |
        | borgere; medarbejdere | opfyldt      |
        | borgere               | ikke opfyldt |
        | ingen                 | ikke opfyldt |
        | uoplyst               | uafklaret    |

    Abstrakt Scenario: Andre typer holdes op mod andre kendetegn
      Givet at type er <type>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.3 <udfald>

      Eksempler:
        | type        | udfald        |
        | studierejse | ikke relevant |
        | partnerskab | ikke relevant |
        | uoplyst     | uafklaret     |

    Scenarie: Modstriden bliver bemærket
      Givet at type er projekt
      Og at partnerskabsform er langvarig
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter udvikling.3
      Men er der ikke noget vilkår efter udvikling.3

  @klausul:udvikling.5
  Regel: Udbyttet bør have en kendt art

    Abstrakt Scenario: De fire arter og alle andre
      Givet disse udbytter:
        | dato       | art   |
        | 01.02.2024 | <art> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.5 <udfald>

      Eksempler:
        | art                       | udfald       |
        | systemeksport             | opfyldt      |
        | medarbejderudvikling      | opfyldt      |
        | udviklingsløft            | opfyldt      |
        | mellemfolkelig forståelse | opfyldt      |
        | EU-tilskud                | ikke opfyldt |
        |                           | uafklaret    |

    Scenarie: Ét udbytte af en anden art er nok til en bemærkning
      Givet disse udbytter:
        | dato       | art           |
        | 01.02.2024 | systemeksport |
        | 01.03.2024 | EU-tilskud    |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.5 ikke opfyldt
      Og er der en bemærkning efter udvikling.5

    Scenarie: Et udbytte, der først kommer senere, tæller ikke endnu
      Givet disse udbytter:
        | dato       | art        |
        | 02.06.2024 | EU-tilskud |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.5 opfyldt

    Abstrakt Scenario: Intet udbytte har ingen forkert art, men et ukendt kan have det
      Givet at udbytter er <udbytter>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.5 <udfald>

      Eksempler:
        | udbytter | udfald    |
        | ingen    | opfyldt   |
        | uoplyst  | uafklaret |

    Scenarie: Et forslag har endnu ikke givet noget
      Givet at status er forslag
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen udvikling.5 ikke relevant
