# language: da
Egenskab: Et aktivt liv og interkulturel forståelse
  Kommunen skal være et godt sted at være, og nye ideer er velkomne.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Et aktivt liv og interkulturel forståelse

  @klausul:aktivt-liv.1
  Regel: Aktiviteten skal gøre kommunen til et bedre sted at være

    Abstrakt Scenario: Den ansvarlige vurderer stedet
      Givet at godt sted at være er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen aktivt-liv.1 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Sigtet hører til ét politikområde
      Givet at politikområder er <områder>
      Og at godt sted at være er nej
      Og at retning er deler viden
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen aktivt-liv.1 <udfald>
      Og er klausulen aktivt-liv.3 <udfald>

      Eksempler:
        | områder                                   | udfald        |
        | Et aktivt liv og interkulturel forståelse | ikke opfyldt  |
        | Borgerservice                             | ikke relevant |
        | uoplyst                                   | uafklaret     |

  @klausul:aktivt-liv.2
  Regel: Aktiviteten kan hjælpe kultur-, fritids- og idrætspolitikken

    Abstrakt Scenario: Muligheden bliver ikke brudt
      Givet at hjælper kulturpolitikken er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen aktivt-liv.2 <udfald>

      Eksempler:
        | svar    | udfald        |
        | ja      | opfyldt       |
        | nej     | ikke relevant |
        | uoplyst | uafklaret     |

  @klausul:aktivt-liv.3
  Regel: Aktiviteten skal hente nye ideer hjem

    Abstrakt Scenario: Retningen afgør det
      Givet at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen aktivt-liv.3 <udfald>

      Eksempler:
        | retning      | udfald       |
        | henter viden | opfyldt      |
        | gensidig     | opfyldt      |
        | deler viden  | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Scenarie: Går viden kun ud, er det et vilkår, at noget også kommer hjem
      Givet at retning er deler viden
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter aktivt-liv.3
