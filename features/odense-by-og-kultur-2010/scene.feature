# language: da
Egenskab: Den internationale scene
  Forvaltningen vil være foran i sit fag, dele sin viden og holde fast gennem direktørens kontrakt.

  Baggrund:
    Givet rammeværket odense-by-og-kultur-2010
    Og en aktivitet
    Og at status er i gang

  @klausul:scene.5
  Regel: Aktiviteten bør bringe forvaltningen foran i faget

    Abstrakt Scenario: Den ansvarlige vurderer, hvad der læres
      Givet at gør klogere er <svar>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.5 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Et nej giver en bemærkning
      Givet at gør klogere er nej
      Når aktiviteten vurderes den 01.06.2015
      Så er der en bemærkning efter scene.5
      Men er der ikke noget vilkår efter scene.5

    Abstrakt Scenario: Praksis gælder fra 2010, til rammerne for hele kommunen tager over
      Givet at gør klogere er nej
      Når aktiviteten vurderes den <dag>
      Så er klausulen scene.5 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 31.12.2009 | ikke i kraft |
        | 01.01.2010 | ikke opfyldt |
        | 31.12.2021 | ikke opfyldt |
        | 01.01.2022 | ikke i kraft |

  @klausul:scene.6
  Regel: Viden bør deles med andre uden for kommunen

    Abstrakt Scenario: Kredsen skal være ekstern
      Givet disse videndelinger:
        | dato       | forum   | kreds   |
        | 10.01.2015 | <forum> | <kreds> |
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.6 <udfald>

      Eksempler:
        | forum           | kreds   | udfald       |
        | Møde i Göteborg | ekstern | opfyldt      |
        | Kontormøde      | intern  | ikke opfyldt |
        | Temadag         |         | uafklaret    |

    Abstrakt Scenario: Ingen deling og en ukendt deling er to forskellige ting
      Givet at videndelinger er <delinger>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.6 <udfald>

      Eksempler:
        | delinger | udfald       |
        | ingen    | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Scenarie: Et forslag har endnu intet at dele
      Givet at status er forslag
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.6 ikke relevant

  @klausul:scene.8
  Regel: Strategien skal stå som mål i direktørens kontrakt, og målet skal nås

    Abstrakt Scenario: Kontrakten først, så tallet
      Givet at i direktørens kontrakt er <kontrakt>
      Og at målopfyldelse er <tal>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.8 <udfald>

      Eksempler:
        | kontrakt | tal       | udfald       |
        | ja       | 100 pct.  | opfyldt      |
        | ja       | 110 pct.  | opfyldt      |
        | ja       | 99,9 pct. | ikke opfyldt |
        | ja       | 0 pct.    | ikke opfyldt |
        | ja       | uoplyst   | uafklaret    |
        | nej      | uoplyst   | ikke opfyldt |
        | nej      | 100 pct.  | ikke opfyldt |
        | uoplyst  | 100 pct.  | uafklaret    |

    Abstrakt Scenario: Et forslag har ikke bidraget til tallet endnu
      Givet at status er forslag
      Og at målopfyldelse er 0 pct.
      Og at i direktørens kontrakt er <kontrakt>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.8 <udfald>
      Og er reglen scene.8b ikke relevant

      Eksempler:
        | kontrakt | udfald       |
        | ja       | opfyldt      |
        | nej      | ikke opfyldt |

    Scenarie: Et mål, der ikke er nået, er et vilkår
      Givet at i direktørens kontrakt er ja
      Og at målopfyldelse er 80 pct.
      Når aktiviteten vurderes den 01.06.2015
      Så er reglen scene.8a opfyldt
      Og er reglen scene.8b ikke opfyldt
      Og er der et vilkår efter scene.8
      Og lyder begrundelsen for scene.8: Der er nået 80 pct. af kontraktens mål, og der kræves 100 pct. af det.
      Og er indstillingen ingen
