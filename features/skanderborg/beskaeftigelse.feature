# language: da
Egenskab: Beskæftigelse og arbejdsmarkedsforhold
  Viden går begge veje, medarbejderne ser andet end deres eget, og EU er en mulighed.

  Baggrund:
    Givet rammeværket skanderborg
    Og en aktivitet
    Og at status er i gang
    Og at politikområder er Beskæftigelse og arbejdsmarkedsforhold

  @klausul:beskæftigelse.3
  Regel: Kommunen bør både give og få viden

    Abstrakt Scenario: Retningen afgør det
      Givet at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.3 <udfald>

      Eksempler:
        | retning      | udfald       |
        | gensidig     | opfyldt      |
        | henter viden | ikke opfyldt |
        | deler viden  | ikke opfyldt |
        | uoplyst      | uafklaret    |

    Abstrakt Scenario: Sigterne hører til ét politikområde
      Givet at politikområder er <områder>
      Og at retning er henter viden
      Og at medarbejdere ser andet er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.3 <udfald>
      Og er klausulen beskæftigelse.5 <udfald>

      Eksempler:
        | områder                                | udfald        |
        | Beskæftigelse og arbejdsmarkedsforhold | ikke opfyldt  |
        | Borgerservice                          | ikke relevant |
        | uoplyst                                | uafklaret     |

  @klausul:beskæftigelse.4
  Regel: Partnerskaber bør handle om det, globaliseringen bringer

    Abstrakt Scenario: Den ansvarlige vurderer partnerskabet
      Givet at type er partnerskab
      Og at møder globaliseringen er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.4 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Sigtet gælder partnerskaber
      Givet at type er konference
      Og at møder globaliseringen er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.4 ikke relevant

  @klausul:beskæftigelse.5
  Regel: Medarbejderne bør få mulighed for at se, hvordan andre gør

    Abstrakt Scenario: Muligheden er der, eller den er der ikke
      Givet at medarbejdere ser andet er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.5 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:beskæftigelse.6
  Regel: Aktiviteten kan være et partnerskab i et EU-projekt

    Abstrakt Scenario: Muligheden bliver ikke brudt
      Givet at EU-projekt er <EU>
      Og at partnerskabsform er <form>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen beskæftigelse.6 <udfald>

      Eksempler:
        | EU      | form    | udfald        |
        | ja      | projekt | opfyldt       |
        | ja      | ingen   | ikke relevant |
        | nej     | projekt | ikke relevant |
        | ja      | uoplyst | uafklaret     |
        | uoplyst | projekt | uafklaret     |
