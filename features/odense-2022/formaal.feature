# language: da
Egenskab: Formål
  Det internationale arbejde skal flytte Odense. Forvaltningerne må gøre det på hver deres måde.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:formål.2
  Regel: Aktiviteten bør gøre Odense til en bedre by at leve og drive virksomhed i
    Det er et skøn. Et nej stopper ikke aktiviteten, men det skal begrundes.

    Abstrakt Scenario: Den ansvarlige vurderer, om aktiviteten bidrager til byens udvikling
      Givet at bidrag til byens udvikling er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.2 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej giver en bemærkning og ikke et vilkår
      Givet at bidrag til byens udvikling er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter formål.2
      Men er der ikke noget vilkår efter formål.2

  @klausul:formål.3
  Regel: En forvaltning kan have sin egen praksis, når den ikke lemper rammerne
    Friheden er en mulighed. Den kan ikke brydes, men den rækker ikke til at kræve mindre.

    Abstrakt Scenario: Egen praksis holdes op mod rammerne
      Givet at lokal praksis lemper rammerne er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen formål.3 <udfald>

      Eksempler:
        | svar    | udfald        |
        | nej     | opfyldt       |
        | ja      | ikke relevant |
        | uoplyst | uafklaret     |
