# language: da
Egenskab: Venskabsbyer
  Odense har 20 venskabsbyer. Et venskab er ikke nok i sig selv, for samarbejdet skal kunne bruges til noget.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er forslag
    Og at type er venskabsbysamarbejde

  @klausul:venskabsbyer.3
  Regel: Samarbejdet med en venskabsby skal kunne bruges til en kerneopgave og støtte målene

    Abstrakt Scenario: Både kerneopgave og mål skal være på plads
      Givet at kerneopgaver er <kerneopgaver>
      Og at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.3 <udfald>

      Eksempler:
        | kerneopgaver | mål                                    | udfald       |
        | folkeskole   | Børn og unge bliver klar til fremtiden | opfyldt      |
        | ingen        | Børn og unge bliver klar til fremtiden | ikke opfyldt |
        | folkeskole   | ingen                                  | ikke opfyldt |
        | ingen        | uoplyst                                | ikke opfyldt |
        | uoplyst      | Børn og unge bliver klar til fremtiden | uafklaret    |
        | folkeskole   | uoplyst                                | uafklaret    |

    Scenarie: Også når vi deler viden ud til en venskabsby, skal der være en kerneopgave
      Givet at retning er deler viden
      Og at kerneopgaver er ingen
      Og at politiske mål er Et sundere Odense
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen principper.2 opfyldt
      Men er klausulen venskabsbyer.3 ikke opfyldt

    Scenarie: Kravet om kerneopgave gælder kun venskabsbyer
      Givet at type er netværk
      Og at kerneopgaver er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.3 ikke relevant

  @klausul:venskabsbyer.4
  Regel: Ny viden bør søges dér, hvor erfaringerne er gode
    Det er et skøn. Et nej stopper ikke aktiviteten, men valget af sted skal begrundes.

    Abstrakt Scenario: Den ansvarlige vurderer valget af sted
      Givet at begrundet stedvalg er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.4 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej til stedet giver en bemærkning
      Givet at begrundet stedvalg er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter venskabsbyer.4

  @klausul:venskabsbyer.5
  Regel: En venskabsby vælges til, når dens fag eller erfaringer er relevante

    Abstrakt Scenario: Fag eller erfaringer, det ene er nok
      Givet at venskabsby relevans er <relevans>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>

      Eksempler:
        | relevans        | udfald       |
        | faglig          | opfyldt      |
        | erfaringsmæssig | opfyldt      |
        | begge           | opfyldt      |
        | ingen           | ikke opfyldt |
        | uoplyst         | uafklaret    |

    Abstrakt Scenario: Kravet om relevans gælder kun venskabsbyer
      Givet at type er <type>
      Og at venskabsby relevans er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen venskabsbyer.5 <udfald>

      Eksempler:
        | type                 | udfald        |
        | venskabsbysamarbejde | ikke opfyldt  |
        | netværk              | ikke relevant |
        | uoplyst              | uafklaret     |
