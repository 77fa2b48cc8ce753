# language: da
Egenskab: Principper
  Fem principper skal bære valget af aktiviteter: værdi, viden, samarbejde, partnerskaber og omdømme.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:principper.0
  Regel: Valg og prioritering skal følge principperne

    Baggrund:
      Givet at politiske mål er Et sundere Odense
      Og at retning er henter viden
      Og at kerneopgaver er genoptræning
      Og disse videndelinger:
        | dato       | forum             | kreds   |
        | 10.01.2024 | Sund By Netværket | ekstern |
      Og disse lokale aktører:
        | navn                 | type                   | forankring |
        | Syddansk Universitet | uddannelsesinstitution | Odense     |

    Scenarie: Alle bindende principper er fulgt
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.0 opfyldt

    Abstrakt Scenario: Ét brudt princip er nok
      Givet at <oplysning> er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen <princip> ikke opfyldt
      Og er klausulen principper.0 ikke opfyldt

      Eksempler:
        | oplysning      | princip      |
        | politiske mål  | principper.1 |
        | kerneopgaver   | principper.2 |
        | videndelinger  | principper.3 |
        | lokale aktører | principper.4 |

    Scenarie: Mangler svaret for ét princip, mangler det for alle
      Givet at kerneopgaver er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.0 uafklaret

    Scenarie: De to principper, kommunen kun stræber efter, bryder aldrig helheden
      Givet at partnerskabsform er ingen
      Og at omdømme er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.0 opfyldt

    Scenarie: Et forslag behøver ikke have delt viden endnu
      Givet at status er forslag
      Og at videndelinger er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.0 opfyldt

  @klausul:principper.1
  Regel: Værdi – kommunen skal have noget ud af det

    Abstrakt Scenario: Værdi er støtte til mindst ét politisk mål
      Givet at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.1 <udfald>

      Eksempler:
        | mål               | udfald       |
        | En storby i vækst | opfyldt      |
        | ingen             | ikke opfyldt |
        | uoplyst           | uafklaret    |

  @klausul:principper.2
  Regel: Viden – det, vi henter, skal hjælpe med en kerneopgave
    Deler vi kun ud af vores egen viden, kræves der ingen kerneopgave.

    Abstrakt Scenario: Retningen og kerneopgaven afgør det sammen
      Givet at retning er <retning>
      Og at kerneopgaver er <kerneopgaver>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.2 <udfald>

      Eksempler:
        | retning      | kerneopgaver             | udfald       |
        | henter viden | genoptræning             | opfyldt      |
        | gensidig     | folkeskole; genoptræning | opfyldt      |
        | deler viden  | ingen                    | opfyldt      |
        | deler viden  | uoplyst                  | opfyldt      |
        | uoplyst      | genoptræning             | opfyldt      |
        | henter viden | ingen                    | ikke opfyldt |
        | gensidig     | ingen                    | ikke opfyldt |
        | henter viden | uoplyst                  | uafklaret    |
        | uoplyst      | ingen                    | uafklaret    |
        | uoplyst      | uoplyst                  | uafklaret    |

  @klausul:principper.3
  Regel: Viden, der spredes – det, vi lærer, skal ud af huset

    Abstrakt Scenario: Deling uden for kommunen tæller
      Givet disse videndelinger:
        | dato       | forum   | kreds   |
        | 10.01.2024 | <forum> | <kreds> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.3 <udfald>

      Eksempler:
        | forum         | kreds   | udfald       |
        | KL's netværk  | ekstern | opfyldt      |
        | Afdelingsmøde | intern  | ikke opfyldt |
        | Temadag       |         | uafklaret    |

    Abstrakt Scenario: Uden en eneste deling er kravet brudt, men kun når svaret er kendt
      Givet at videndelinger er <delinger>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.3 <udfald>

      Eksempler:
        | delinger | udfald       |
        | ingen    | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Scenarie: En deling, der først sker senere, tæller ikke endnu
      Givet disse videndelinger:
        | dato       | forum        | kreds   |
        | 02.06.2024 | KL's netværk | ekstern |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.3 ikke opfyldt

    Scenarie: En manglende deling er et vilkår
      Givet at videndelinger er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter principper.3

    Scenarie: Et forslag har endnu intet at dele
      Givet at status er forslag
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.3 ikke relevant

  @klausul:principper.4
  Regel: Samarbejde – nogen fra Odense skal være med

    Abstrakt Scenario: Aktøren skal høre hjemme i Odense
      Givet disse lokale aktører:
        | navn   | type   | forankring |
        | <navn> | <type> | <sted>     |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.4 <udfald>

      Eksempler:
        | navn                 | type                   | sted           | udfald       |
        | Syddansk Universitet | uddannelsesinstitution | Odense         | opfyldt      |
        | Robotværkstedet      | virksomhed             | Odense Kommune | opfyldt      |
        | Ungdomsbyen          | organisation           | Odense NØ      | opfyldt      |
        | Værftet              | virksomhed             | Svendborg      | ikke opfyldt |
        | Rådgiverne           | virksomhed             | Aarhus         | ikke opfyldt |
        | Foreningen           | organisation           |                | uafklaret    |

    Scenarie: Én fra Odense er nok, selv om de andre kommer udefra
      Givet disse lokale aktører:
        | navn                 | type                   | forankring |
        | Rådgiverne           | virksomhed             | Aarhus     |
        | Syddansk Universitet | uddannelsesinstitution | Odense     |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.4 opfyldt

    Abstrakt Scenario: Ingen aktører og ukendte aktører er to forskellige ting
      Givet at lokale aktører er <aktører>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.4 <udfald>

      Eksempler:
        | aktører | udfald       |
        | ingen   | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:principper.5
  Regel: Partnerskaber – helst i et partnerskab
    Kommunen stræber efter det. Går den alene, skal det begrundes.

    Abstrakt Scenario: Alle tre former for partnerskab tæller
      Givet at partnerskabsform er <form>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.5 <udfald>

      Eksempler:
        | form      | udfald       |
        | projekt   | opfyldt      |
        | ad hoc    | opfyldt      |
        | langvarig | opfyldt      |
        | ingen     | ikke opfyldt |
        | uoplyst   | uafklaret    |

    Scenarie: At gå alene giver en bemærkning
      Givet at partnerskabsform er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter principper.5
      Men er der ikke noget vilkår efter principper.5

  @klausul:principper.6
  Regel: Bedre omdømme – Odense bør blive mere kendt

    Abstrakt Scenario: Den ansvarlige vurderer kendskabet
      Givet at omdømme er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.6 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej til omdømme giver en bemærkning
      Givet at omdømme er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter principper.6
