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
  Regel: Strategien skal stå som mål i direktørens kontrakt

    Abstrakt Scenario: Kontrakten spørges der om for hver aktivitet
      Givet at i direktørens kontrakt er <kontrakt>
      Og at status er <status>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen scene.8 <udfald>

      Eksempler:
        | kontrakt | status  | udfald       |
        | ja       | i gang  | opfyldt      |
        | nej      | i gang  | ikke opfyldt |
        | uoplyst  | i gang  | uafklaret    |
        | ja       | forslag | opfyldt      |
        | nej      | forslag | ikke opfyldt |

    Scenarie: Står strategien ikke i kontrakten, er det et vilkår
      Givet at i direktørens kontrakt er nej
      Når aktiviteten vurderes den 01.06.2015
      Så er der et vilkår efter scene.8
      Og lyder begrundelsen for scene.8: Strategien er ikke et mål i direktørens kontrakt.
      Og er indstillingen ingen

  @klausul:scene.8
  Regel: Målet i kontrakten skal nås, og det måles på forvaltningens aktiviteter
    En aktivitet opfylder strategien, når den bringer forvaltningen foran i faget og deler sin viden uden for kommunen.

    Abstrakt Scenario: Aktiviteten skal både bringe os foran og dele sin viden
      Givet denne portefølje:
        | id      | status | forvaltning | i direktørens kontrakt | gør klogere | videndelinger |
        | gaderne | i gang | Byen        | ja                     | <svar>      | <delinger>    |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen scene.8b <udfald> for Byen
      Og er andelen i reglen scene.8b <tal> for Byen

      Eksempler:
        | svar    | delinger                         | udfald       | tal                  |
        | ja      | dato: 01.02.2015, kreds: ekstern | opfyldt      | 100 pct.             |
        | ja      | dato: 01.02.2015, kreds: intern  | ikke opfyldt | 0 pct.               |
        | ja      | ingen                            | ikke opfyldt | 0 pct.               |
        | nej     | dato: 01.02.2015, kreds: ekstern | ikke opfyldt | 0 pct.               |
        | nej     | uoplyst                          | ikke opfyldt | 0 pct.               |
        | ja      | uoplyst                          | uafklaret    | mellem 0 og 100 pct. |
        | uoplyst | dato: 01.02.2015, kreds: ekstern | uafklaret    | mellem 0 og 100 pct. |

    Abstrakt Scenario: Kun det, der er begyndt, og som kontrakten omfatter, tæller med
      Givet denne portefølje:
        | id      | status   | forvaltning | i direktørens kontrakt | gør klogere |
        | gaderne | <status> | Byen        | <kontrakt>             | nej         |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen scene.8b <udfald> for Byen

      Eksempler:
        | status    | kontrakt | udfald        |
        | i gang    | ja       | ikke opfyldt  |
        | afsluttet | ja       | ikke opfyldt  |
        | forslag   | ja       | ikke relevant |
        | forslag   | uoplyst  | ikke relevant |
        | i gang    | nej      | ikke relevant |
        | i gang    | uoplyst  | uafklaret     |

    Scenarie: Mangler der svar, ligger tallet mellem to
      Givet denne portefølje:
        | id      | status | forvaltning | i direktørens kontrakt | gør klogere | videndelinger                    |
        | gaderne | i gang | Byen        | ja                     | ja          | dato: 01.02.2015, kreds: ekstern |
        | havnen  | i gang | Byen        | ja                     | ja          | dato: 01.03.2015, kreds: ekstern |
        | lyset   | i gang | Byen        | ja                     | ja          | uoplyst                          |
        | parken  | i gang | Byen        | ja                     | nej         | dato: 01.02.2015, kreds: ekstern |
        | torvet  | i gang | Byen        | ja                     | ja          | ingen                            |
      Når porteføljen vurderes den 01.06.2015
      Så er andelen i reglen scene.8b mellem 40 og 60 pct. for Byen
      Og er reglen scene.8b ikke opfyldt for Byen
      Og taler parken og torvet imod reglen scene.8b for Byen

    Scenarie: Hver forvaltning har sit eget tal
      Givet denne portefølje:
        | id      | status | forvaltning | i direktørens kontrakt | gør klogere | videndelinger                    |
        | gaderne | i gang | Byen        | ja                     | ja          | dato: 01.02.2015, kreds: ekstern |
        | skolen  | i gang | Skolerne    | ja                     | nej         | dato: 01.02.2015, kreds: ekstern |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen scene.8b opfyldt for Byen
      Og er reglen scene.8b ikke opfyldt for Skolerne
      Og er reglen scene.8b ikke opfyldt

    Scenarie: En aktivitet uden forvaltning kan høre til i dem alle
      Givet denne portefølje:
        | id      | status | forvaltning | i direktørens kontrakt | gør klogere | videndelinger                    |
        | gaderne | i gang | Byen        | ja                     | ja          | dato: 01.02.2015, kreds: ekstern |
        | skolen  | i gang | Skolerne    | ja                     | nej         | dato: 01.02.2015, kreds: ekstern |
        | koret   | i gang | uoplyst     | ja                     | nej         | ingen                            |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen scene.8b uafklaret for Byen
      Og er andelen i reglen scene.8b mellem 50 og 100 pct. for Byen
      Og venter reglen scene.8b på forvaltning om koret for Byen
      Og er reglen scene.8b ikke opfyldt for Skolerne
      Og er reglen scene.8b uafklaret for uoplyst
