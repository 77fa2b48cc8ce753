# language: da
Egenskab: Mål
  Alt internationalt arbejde skal hænge sammen med det, byrådet vil med Odense.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:mål.2
  Regel: Hver indsats skal understøtte mindst ét af kommunens politiske mål

    Abstrakt Scenario: Ét mål er nok
      Givet at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen mål.2 <udfald>

      Eksempler:
        | mål                                         | udfald       |
        | Verdens bedste robotby                      | opfyldt      |
        | Et sundere Odense; Byudvikling med kvalitet | opfyldt      |
        | ingen                                       | ikke opfyldt |
        | uoplyst                                     | uafklaret    |

    Scenarie: Begrundelsen nævner målet
      Givet at politiske mål er Et sundere Odense
      Når aktiviteten vurderes den 01.06.2024
      Så lyder begrundelsen for mål.2: Aktiviteten understøtter kommunens politiske mål: Et sundere Odense.

    Scenarie: Uden mål lyder begrundelsen derefter
      Givet at politiske mål er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så lyder begrundelsen for mål.2: Aktiviteten understøtter ingen af kommunens politiske mål.

    Scenarie: Et tomt felt er ikke det samme som et nej
      Givet at politiske mål er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen mål.2 uafklaret
      Og mangler oplysningen politiske mål
      Og er indstillingen afvent

  @klausul:mål.3
  Regel: Byrådet har sat ti mål

    Abstrakt Scenario: Hvert af de ti mål kan bære en aktivitet
      Givet at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen mål.2 opfyldt

      Eksempler:
        | mål                                            |
        | Børn og unge bliver klar til fremtiden         |
        | Flere Odenseanere i job og på vej til job      |
        | Flere funktionsdygtige ældre og handicappede   |
        | Et sundere Odense                              |
        | En storby med blandede og velfungerende bydele |
        | En storby i vækst                              |
        | Byudvikling med kvalitet                       |
        | En klima- og miljøvenlig storby                |
        | Verdens bedste robotby                         |
        | Færre borgere er relativt fattige              |

    Scenarie: Et mål kan også skrives med sit korte navn
      Givet at politiske mål er en-klima-og-miljøvenlig-storby
      Når aktiviteten vurderes den 01.06.2024
      Så lyder begrundelsen for mål.2: Aktiviteten understøtter kommunens politiske mål: En klima- og miljøvenlig storby.

  @klausul:mål.4
  Regel: Papiret henviser til to andre papirer
    Er et af dem udløbet, siges det ved hver vurdering. Indstillingen ændres ikke af det.

    Scenarie: Den sidste dag, Vækst Sammen gælder
      Når aktiviteten vurderes den 31.12.2024
      Så lyder begrundelsen for mål.4: Klausulen stiller ingen krav til aktiviteten.

    Scenarie: Dagen efter er henvisningen udløbet
      Når aktiviteten vurderes den 01.01.2025
      Så lyder begrundelsen for mål.4: Klausulen stiller ingen krav til aktiviteten. Henvisningen til Vækst Sammen 2021-2024 er udløbet. Papiret gjaldt til og med 31.12.2024.
      Men er der ikke nogen bemærkning efter mål.4

  @klausul:mål.5-7
  Regel: Aktiviteten bør bringe robotbyen eller den internationale storby nærmere
    Det er et skøn. Et nej stopper ikke aktiviteten, men det skal begrundes.

    Abstrakt Scenario: Den ansvarlige vurderer bidraget til ambitionerne
      Givet at bidrag til robotby og storby er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen mål.5-7 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej til ambitionerne giver en bemærkning
      Givet at bidrag til robotby og storby er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter mål.5-7

  @klausul:mål.8
  Regel: Det internationale bør fylde mere i hverdagen
    Det er et skøn. Et nej stopper ikke aktiviteten, men det skal begrundes.

    Abstrakt Scenario: Den ansvarlige vurderer, om aktiviteten når ud i hverdagen
      Givet at international hverdag er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen mål.8 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej til hverdagen giver en bemærkning
      Givet at international hverdag er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter mål.8

  @klausul:mål.9
  Regel: Vækst Sammen vil gøre byen attraktiv for studerende og virksomheder

    Scenarie: Når Vækst Sammen er udløbet, siges det også her
      Når aktiviteten vurderes den 01.01.2025
      Så lyder begrundelsen for mål.9: Klausulen stiller ingen krav til aktiviteten. Henvisningen til Vækst Sammen 2021-2024 er udløbet. Papiret gjaldt til og med 31.12.2024.
      Men er der ikke nogen bemærkning efter mål.9
