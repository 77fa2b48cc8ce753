# language: da
Egenskab: International støttefunktion
  Fagfolk passer faget. Støttefunktionen kender programmerne, finder partnerne og tager papirerne.

  Baggrund:
    Givet rammeværket odense-by-og-kultur-2010
    Og en aktivitet
    Og at status er forslag

  @klausul:støttefunktion.1
  Regel: Støttefunktionen bør være med

    Abstrakt Scenario: Inddraget eller ej
      Givet at støttefunktionen inddraget er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.1 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:støttefunktion.2
  Regel: Papirarbejdet bør ligge hos støttefunktionen

    Abstrakt Scenario: Hvem der tager papirerne
      Givet at ansvarlig for papirarbejdet er <ansvarlig>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.2 <udfald>

      Eksempler:
        | ansvarlig        | udfald       |
        | støttefunktionen | opfyldt      |
        | fagkontoret      | ikke opfyldt |
        | uoplyst          | uafklaret    |

    Scenarie: Ligger det hos fagkontoret, bliver det bemærket
      Givet at ansvarlig for papirarbejdet er fagkontoret
      Når aktiviteten vurderes den 01.06.2015
      Så er der en bemærkning efter støttefunktion.2
      Men er der ikke noget vilkår efter støttefunktion.2

  @klausul:støttefunktion.4
  Regel: Støttefunktionen bør have peget på et program eller en partner

    Abstrakt Scenario: Ét program eller én partnersøgning er nok
      Givet at støtteprogrammer er <programmer>
      Og at partnersøgninger er <søgninger>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.4 <udfald>

      Eksempler:
        | programmer | søgninger             | udfald       |
        | CIVITAS    | ingen                 | opfyldt      |
        | ingen      | Krakow søger partnere | opfyldt      |
        | CIVITAS    | uoplyst               | opfyldt      |
        | ingen      | ingen                 | ikke opfyldt |
        | ingen      | uoplyst               | uafklaret    |
        | uoplyst    | ingen                 | uafklaret    |

    Scenarie: Det, der er i gang, har fundet sin støtte eller klarer sig uden
      Givet at status er i gang
      Og at støtteprogrammer er ingen
      Og at partnersøgninger er ingen
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.4 ikke relevant

  @klausul:støttefunktion.5
  Regel: Program og opgave bør være koblet sammen i et EU-projekt

    Abstrakt Scenario: Koblingen har to ender
      Givet at EU-projekt er ja
      Og at passer til prioriteterne er ja
      Og at støtteprogrammer er <programmer>
      Og at kerneopgaver er <opgaver>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.5 <udfald>
      Og er reglen støttefunktion.5a <udfald>

      Eksempler:
        | programmer | opgaver           | udfald       |
        | CIVITAS    | trafikplanlægning | opfyldt      |
        | ingen      | trafikplanlægning | ikke opfyldt |
        | CIVITAS    | ingen             | ikke opfyldt |
        | ingen      | uoplyst           | ikke opfyldt |
        | CIVITAS    | uoplyst           | uafklaret    |
        | uoplyst    | trafikplanlægning | uafklaret    |

    Abstrakt Scenario: Opgaven skal svare til det, programmet prioriterer
      Givet at EU-projekt er ja
      Og at støtteprogrammer er CIVITAS
      Og at kerneopgaver er trafikplanlægning
      Og at passer til prioriteterne er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.5 <udfald>
      Og er reglen støttefunktion.5b <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: En kobling, der ikke passer, bliver bemærket
      Givet at EU-projekt er ja
      Og at støtteprogrammer er CIVITAS
      Og at kerneopgaver er trafikplanlægning
      Og at passer til prioriteterne er nej
      Når aktiviteten vurderes den 01.06.2015
      Så er der en bemærkning efter støttefunktion.5
      Og mangler oplysningen støtteprogrammer ikke

    Abstrakt Scenario: Koblingen hører til EU-projekter
      Givet at EU-projekt er <EU>
      Og at støtteprogrammer er ingen
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.5 <udfald>

      Eksempler:
        | EU      | udfald        |
        | ja      | ikke opfyldt  |
        | nej     | ikke relevant |
        | uoplyst | uafklaret     |

  @klausul:støttefunktion.6
  Regel: Støttefunktionen kan hjælpe med konsulentopgaver

    Abstrakt Scenario: Tilbuddet er brugt, når støttefunktionen er med
      Givet at konsulentopgave er <opgave>
      Og at støttefunktionen inddraget er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen støttefunktion.6 <udfald>

      Eksempler:
        | opgave  | svar    | udfald        |
        | ja      | ja      | opfyldt       |
        | ja      | nej     | ikke relevant |
        | nej     | ja      | ikke relevant |
        | ja      | uoplyst | uafklaret     |
        | uoplyst | ja      | uafklaret     |
