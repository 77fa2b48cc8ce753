# language: da
Egenskab: Prioritering
  Værdi og viden styrer, hvem kommunen arbejder sammen med, og hvornår et samarbejde er slut.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:prioritering.1
  Regel: Der skal være værdi eller viden at prioritere efter

    Abstrakt Scenario: Værdi eller viden er nok for den enkelte aktivitet
      Givet at politiske mål er <mål>
      Og at retning er henter viden
      Og at kerneopgaver er <kerneopgaver>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.1 <udfald>

      Eksempler:
        | mål               | kerneopgaver | udfald       |
        | Et sundere Odense | genoptræning | opfyldt      |
        | Et sundere Odense | ingen        | opfyldt      |
        | ingen             | genoptræning | opfyldt      |
        | Et sundere Odense | uoplyst      | opfyldt      |
        | ingen             | ingen        | ikke opfyldt |
        | ingen             | uoplyst      | uafklaret    |
        | uoplyst           | ingen        | uafklaret    |

    Scenarie: Først værdi, så viden, så det, der mangler mindst
      Givet denne portefølje:
        | id    | type    | status    | politiske mål     | retning     | gør klogere | borgerværdi | bidrag til byens udvikling | begrundet stedvalg |
        | A     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          | nej                        | ja                 |
        | B     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          | ja                         | nej                |
        | C     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          | ja                         | ja                 |
        | D     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          | ja                         |                    |
        | E     | projekt | i gang    |                   | deler viden | ja          | ja          | ja                         | ja                 |
        | F     | projekt | i gang    | ingen             | deler viden | ja          | ja          | ja                         | ja                 |
      Når porteføljen rangeres den 01.06.2024
      Så er rækkefølgen: C; B; D; A
      Og venter aktiviteterne E
      Og afsluttes aktiviteterne F

    Scenarie: Det, der mangler, flytter ingen i stilhed
      Givet denne portefølje:
        | id    | type    | status    | politiske mål     | retning     | gør klogere | borgerværdi | bidrag til byens udvikling | bidrag til robotby og storby | international hverdag | begrundet stedvalg |
        | A     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          | ja                         | nej                          | nej                   | ja                 |
        | B     | projekt | i gang    | Et sundere Odense | deler viden | ja          | ja          |                            | nej                          | nej                   | ja                 |
        | C     | projekt | i gang    | Et sundere Odense | deler viden | ja          | nej         | nej                        | nej                          | nej                   | ja                 |
      Når porteføljen rangeres den 01.06.2024
      Så er rækkefølgen: A; B; C
      Og kan A blive nr. 1 til nr. 2
      Og kan B blive nr. 1 til nr. 2
      Og kan C blive nr. 3 til nr. 3

  @klausul:prioritering.2
  Regel: Et samarbejde skal give både viden og værdi

    Abstrakt Scenario: Begge dele skal være der
      Givet at politiske mål er <mål>
      Og at retning er henter viden
      Og at kerneopgaver er <kerneopgaver>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.2 <udfald>

      Eksempler:
        | mål               | kerneopgaver | udfald       |
        | Et sundere Odense | genoptræning | opfyldt      |
        | Et sundere Odense | ingen        | ikke opfyldt |
        | ingen             | genoptræning | ikke opfyldt |
        | ingen             | uoplyst      | ikke opfyldt |
        | Et sundere Odense | uoplyst      | uafklaret    |
        | uoplyst           | uoplyst      | uafklaret    |

  @klausul:prioritering.3
  Regel: Viden kan gå begge veje

    Abstrakt Scenario: Alle retninger er tilladt
      Givet at retning er <retning>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.3 <udfald>

      Eksempler:
        | retning      | udfald    |
        | henter viden | opfyldt   |
        | deler viden  | opfyldt   |
        | gensidig     | opfyldt   |
        | uoplyst      | uafklaret |

  @klausul:prioritering.4
  Regel: Løbende samarbejder skal evalueres og give mindst lige så meget, som vi lægger i dem
    Der må højst gå tolv måneder mellem to evalueringer. En for gammel evaluering er et vilkår, ikke en afslutning.

    Baggrund:
      Givet at type er netværk

    Abstrakt Scenario: Den sidste dag, en evaluering er ny nok, og dagen efter
      Givet disse evalueringer:
        | dato        | bidrag |
        | <evalueret> | mere   |
      Når aktiviteten vurderes den <vurderet>
      Så er klausulen prioritering.4 <udfald>

      Eksempler: Et almindeligt år
        | evalueret  | vurderet   | udfald       |
        | 01.06.2023 | 31.05.2024 | opfyldt      |
        | 01.06.2023 | 01.06.2024 | opfyldt      |
        | 01.06.2023 | 02.06.2024 | ikke opfyldt |

      Eksempler: Omkring en skuddag
        | evalueret  | vurderet   | udfald       |
        | 29.02.2024 | 28.02.2025 | opfyldt      |
        | 29.02.2024 | 01.03.2025 | ikke opfyldt |

    Abstrakt Scenario: Balancen mellem det, vi lægger i, og det, vi får ud
      Givet disse evalueringer:
        | dato       | bidrag   |
        | 01.02.2024 | <bidrag> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 <udfald>

      Eksempler:
        | bidrag        | udfald       |
        | mere          | opfyldt      |
        | lige så meget | opfyldt      |
        | mindre        | ikke opfyldt |
        |               | uafklaret    |

    Abstrakt Scenario: Balancen kan regnes ud af beløbene
      Givet disse evalueringer:
        | dato       | investering | udbytte   |
        | 01.02.2024 | 120.000 kr. | <udbytte> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 <udfald>

      Eksempler:
        | udbytte        | udfald       |
        | 120.000,01 kr. | opfyldt      |
        | 120.000 kr.    | opfyldt      |
        | 119.999,99 kr. | ikke opfyldt |
        |                | uafklaret    |

    Scenarie: Den seneste evaluering gælder, uanset hvor i listen den står
      Givet disse evalueringer:
        | dato       | bidrag |
        | 01.03.2024 | mere   |
        | 01.03.2023 | mindre |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 opfyldt

    Scenarie: Et samarbejde, der aldrig er evalueret, har en ukendt balance
      Givet at evalueringer er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er reglen prioritering.4a ikke opfyldt
      Men er reglen prioritering.4b uafklaret

    Scenarie: Kendes evalueringerne ikke, kan intet afgøres
      Givet at evalueringer er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 uafklaret

    Abstrakt Scenario: Kravet gælder de tre slags samarbejder, der løber over tid
      Givet at type er <type>
      Og disse evalueringer:
        | dato       | bidrag |
        | 01.02.2024 | mindre |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 <udfald>

      Eksempler:
        | type                 | udfald        |
        | netværk              | ikke opfyldt  |
        | partnerskab          | ikke opfyldt  |
        | venskabsbysamarbejde | ikke opfyldt  |
        | projekt              | ikke relevant |
        | studierejse          | ikke relevant |
        | udveksling           | ikke relevant |
        | uoplyst              | uafklaret     |

    Abstrakt Scenario: Kun det, der er i gang, skal evalueres igen
      Givet at status er <status>
      Og disse evalueringer:
        | dato       | bidrag |
        | 01.02.2020 | mere   |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.4 <udfald>

      Eksempler:
        | status    | udfald        |
        | i gang    | ikke opfyldt  |
        | forslag   | ikke relevant |
        | afsluttet | opfyldt       |

    Scenarie: For gammel evaluering, men god balance, giver besked om at evaluere
      Givet at politiske mål er En storby i vækst
      Og at gør klogere er ja
      Og disse evalueringer:
        | dato       | bidrag        |
        | 01.02.2023 | lige så meget |
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fortsæt
      Og er der et vilkår efter prioritering.4

    Scenarie: Er evalueringen ny nok, er der intet vilkår
      Givet at politiske mål er En storby i vækst
      Og at gør klogere er ja
      Og disse evalueringer:
        | dato       | bidrag        |
        | 01.02.2024 | lige så meget |
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fortsæt
      Og er der ikke noget vilkår efter prioritering.4

    Abstrakt Scenario: Fristen for den næste evaluering regnes fra den seneste
      Givet disse evalueringer:
        | dato   | bidrag |
        | <dato> | mere   |
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen evaluering af samarbejdet <tilstand>
      Og er reglen prioritering.4a <udfald>

      Eksempler:
        | dato       | tilstand                   | udfald       |
        | 01.06.2024 | overholdt den 01.06.2025   | opfyldt      |
        | 01.06.2023 | overholdt den 01.06.2024   | opfyldt      |
        | 31.05.2023 | overskredet den 31.05.2024 | ikke opfyldt |

    Abstrakt Scenario: Der varsles to måneder før den næste evaluering
      Givet disse evalueringer:
        | dato   | bidrag |
        | <dato> | mere   |
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen evaluering af samarbejdet overholdt den <frist>
      Og varsles fristen evaluering af samarbejdet fra den <varsel>

      Eksempler:
        | dato       | frist      | varsel     |
        | 01.08.2023 | 01.08.2024 | 01.06.2024 |
        | 30.04.2024 | 30.04.2025 | 28.02.2025 |

    Scenarie: En evaluering efter den dag, der spørges om, er ikke sket endnu
      Givet disse evalueringer:
        | dato       | bidrag |
        | 01.03.2023 | mere   |
        | 02.06.2024 | mere   |
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen evaluering af samarbejdet overskredet den 01.03.2024

    Scenarie: Kendes evalueringerne ikke, er fristen uafklaret
      Givet at evalueringer er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen evaluering af samarbejdet uafklaret
      Og varsles fristen evaluering af samarbejdet ikke
      Og venter fristen evaluering af samarbejdet på oplysningen evalueringer

    Scenarie: Papiret siger ikke, hvornår der skal evalueres første gang
      Givet at evalueringer er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen evaluering af samarbejdet uafklaret
      Og lyder fristen evaluering af samarbejdet: Det er aldrig sket, og reglerne siger ikke, hvornår det skal ske første gang.

    Abstrakt Scenario: Fristen gælder de samarbejder, der løber over tid og er i gang
      Givet at type er <type>
      Og at status er <status>
      Og disse evalueringer:
        | dato       | bidrag |
        | 01.02.2024 | mere   |
      Når aktiviteten vurderes den <dag>
      Så er fristen evaluering af samarbejdet <tilstand>

      Eksempler:
        | type        | status  | dag        | tilstand                 |
        | partnerskab | i gang  | 01.06.2024 | overholdt den 01.02.2025 |
        | projekt     | i gang  | 01.06.2024 | ikke relevant            |
        | partnerskab | forslag | 01.06.2024 | ikke relevant            |
        | uoplyst     | i gang  | 01.06.2024 | uafklaret den 01.02.2025 |
        | partnerskab | i gang  | 31.12.2021 | ikke i kraft             |

  @klausul:prioritering.5
  Regel: Kræfterne bruges kun på det, der gør os klogere

    Abstrakt Scenario: Den ansvarlige vurderer, om vi bliver klogere
      Givet at gør klogere er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.5 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Abstrakt Scenario: Kort og langt sigt er lige godt
      Givet at gør klogere er ja
      Og at horisont er <horisont>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.5 opfyldt

      Eksempler:
        | horisont |
        | kort     |
        | lang     |

    Abstrakt Scenario: Svaret holder i to år, og så skal det gives igen
      Givet skønnet gør klogere fra den <dato>: ja
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om gør klogere <tilstand> den <frist>
      Og varsles fristen skøn om gør klogere fra den <varsel>

      Eksempler:
        | dato       | tilstand    | frist      | varsel     |
        | 01.06.2024 | overholdt   | 01.06.2026 | 01.04.2026 |
        | 01.06.2022 | overholdt   | 01.06.2024 | 01.04.2024 |
        | 31.05.2022 | overskredet | 31.05.2024 | 31.03.2024 |

    Scenarie: Et svar, der er blevet for gammelt, ændrer ikke indstillingen
      Givet at type er projekt
      Og at politiske mål er En storby i vækst
      Og skønnet gør klogere fra den 01.02.2022: ja
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om gør klogere overskredet den 01.02.2024
      Men er klausulen prioritering.5 opfyldt
      Og er indstillingen fortsæt
      Og er der ikke noget vilkår efter prioritering.5

    Scenarie: Er det ikke oplyst, hvornår der er svaret, kan det ikke ses, om svaret holder
      Givet at gør klogere er ja
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om gør klogere uafklaret
      Og venter fristen skøn om gør klogere på oplysningen gør klogere.dato

    Scenarie: Det svar, der ikke er givet, kan ikke blive for gammelt
      Givet at gør klogere er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om gør klogere ikke relevant
      Og mangler oplysningen gør klogere

    Scenarie: Når aktiviteten er afsluttet, skal der ikke svares igen
      Givet at status er afsluttet
      Og skønnet gør klogere fra den 01.02.2022: ja
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om gør klogere ikke relevant

  @klausul:prioritering.6
  Regel: Afslutningsreglen – et samarbejde, der ikke længere skaber værdi, skal afsluttes

    Baggrund:
      Givet at type er partnerskab
      Og at politiske mål er Verdens bedste robotby
      Og at gør klogere er ja
      Og disse evalueringer:
        | dato       | bidrag        |
        | 01.02.2024 | lige så meget |

    Scenarie: Et samarbejde, der skaber værdi, fortsætter
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 opfyldt
      Og er indstillingen fortsæt
      Og er indstillingen begrundet med prioritering.6

    Abstrakt Scenario: Mister det mål eller lærdom, afsluttes det
      Givet at <oplysning> er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 ikke opfyldt
      Og er indstillingen afslut
      Og er indstillingen begrundet med <klausul>

      Eksempler:
        | oplysning     | svar  | klausul        |
        | politiske mål | ingen | mål.2          |
        | gør klogere   | nej   | prioritering.5 |

    Scenarie: Giver det mindre, end vi lægger i det, afsluttes det
      Givet disse evalueringer:
        | dato       | bidrag |
        | 01.02.2024 | mindre |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 ikke opfyldt
      Og er indstillingen afslut
      Og er indstillingen begrundet med prioritering.4

    Abstrakt Scenario: Mangler et svar, der kan ændre det, må det afvente
      Givet at <oplysning> er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 uafklaret
      Og er indstillingen afvent
      Og mangler oplysningen <oplysning>

      Eksempler:
        | oplysning     |
        | politiske mål |
        | gør klogere   |
        | evalueringer  |
        | type          |

    Scenarie: Et samarbejde, ingen har evalueret, bliver ikke afsluttet af den grund
      Givet at evalueringer er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen afvent
      Og er der et vilkår efter prioritering.4
      Og mangler oplysningen evalueringer

    Scenarie: Er én grund til at afslutte kendt, venter vi ikke på de andre svar
      Givet at gør klogere er nej
      Og at evalueringer er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen afslut

    Scenarie: Et projekt har ingen balance at miste
      Givet at type er projekt
      Og disse evalueringer:
        | dato       | bidrag |
        | 01.02.2024 | mindre |
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fortsæt

    Scenarie: Et brudt krav, der ikke er en grund til at afslutte, bliver et vilkår
      Givet at videndelinger er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fortsæt
      Og er der et vilkår efter samarbejde.7-8

    Scenarie: Et forslag kan ikke afsluttes
      Givet at status er forslag
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 ikke relevant

    Scenarie: Det, der allerede er afsluttet, er der ikke mere at beslutte om
      Givet at status er afsluttet
      Og at politiske mål er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen prioritering.6 ikke relevant
      Og er indstillingen ingen
      Og lyder indstillingen: Aktiviteten er afsluttet, og der er ikke mere at tage stilling til.

    Scenarie: Et godt samarbejde svækkes, der bliver varslet, og det ender
      Givet at titel er Robotbyerne
      Og at status er i gang
      Når overvågningen begynder den 01.03.2024
      Og dette sker:
        | dag        | hændelse  | id     | oplysninger       |
        | 10.01.2025 | evalueret | anden  | bidrag: mindre    |
        | 01.02.2025 | oplyst    | lukket | status: afsluttet |
      Så står disse varsler om indstillingen:
        | dag        | før     | efter  | på grund af |
        | 10.01.2025 | fortsæt | afslut | anden       |
        | 01.02.2025 | afslut  | ingen  | lukket      |

    Scenarie: En rettelse tager varslet tilbage
      Når overvågningen begynder den 01.03.2024
      Og dette sker:
        | dag        | hændelse  | id       | retter | som       | oplysninger                    |
        | 10.01.2025 | evalueret | anden    |        |           | bidrag: mindre                 |
        | 20.01.2025 | rettet    | rettelse | anden  | evalueret | bidrag: mere; dato: 10.01.2025 |
      Så står der intet varsel om indstillingen
      Og er varslet om, at indstillingen blev afslut, taget tilbage på grund af rettelse

    Scenarie: Det, der fortælles for sent, tæller fra den dag, det skete
      Når overvågningen begynder den 01.03.2024
      Og overvågningen når til 01.06.2025
      Og dette sker:
        | dag        | hændelse  | id    | oplysninger    |
        | 10.01.2025 | evalueret | anden | bidrag: mindre |
      Så står disse varsler om indstillingen:
        | dag        | før     | efter  | på grund af |
        | 10.01.2025 | fortsæt | afslut | anden       |

    Scenarie: En frist overskrides, uden at nogen gør noget
      Når overvågningen begynder den 01.03.2024
      Og overvågningen når til 01.06.2025
      Så står disse varsler om fristen evaluering af samarbejdet:
        | dag        | før        | efter       | på grund af |
        | 01.12.2024 |            | nærmer sig  |             |
        | 02.02.2025 | nærmer sig | overskredet |             |
      Og står disse varsler om klausulen prioritering.4:
        | dag        | før     | efter        | på grund af |
        | 02.02.2025 | opfyldt | ikke opfyldt |             |
      Og står der intet varsel om indstillingen

    Scenarie: Bliver en oplysning væk, bliver det sagt, og samarbejdet afventer
      Når overvågningen begynder den 01.03.2024
      Og dette sker:
        | dag        | hændelse | id    | oplysninger          |
        | 05.05.2024 | oplyst   | tvivl | gør klogere: uoplyst |
      Så står disse varsler om oplysningen gør klogere:
        | dag        | før    | efter   | på grund af |
        | 05.05.2024 | oplyst | uoplyst | tvivl       |
      Og står disse varsler om indstillingen:
        | dag        | før     | efter  | på grund af |
        | 05.05.2024 | fortsæt | afvent | tvivl       |

    Scenarie: Et skøn bliver for gammelt, og det bliver sagt i tide
      Givet skønnet gør klogere fra den 15.01.2024: ja
      Når overvågningen begynder den 01.03.2024
      Og overvågningen når til 01.02.2026
      Så står disse varsler om skønnet gør klogere:
        | dag        | før        | efter       | på grund af |
        | 15.11.2025 |            | nærmer sig  |             |
        | 16.01.2026 | nærmer sig | for gammelt |             |
      Og står der intet varsel om indstillingen
