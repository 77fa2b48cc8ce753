# language: da
Egenskab: Fokus
  Målestokken er borgernes værdi. De politiske mål afgør, hvad der vælges til og fra.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er forslag

  @klausul:fokus.1
  Regel: Fokusreglen – borgerne i Odense skal have værdi af det

    Abstrakt Scenario: Der skal både være et mål og en værdi for borgerne
      Givet at politiske mål er <mål>
      Og at borgerværdi er <værdi>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen fokus.1 <udfald>

      Eksempler:
        | mål               | værdi   | udfald       |
        | Et sundere Odense | ja      | opfyldt      |
        | Et sundere Odense | nej     | ikke opfyldt |
        | ingen             | ja      | ikke opfyldt |
        | ingen             | uoplyst | ikke opfyldt |
        | uoplyst           | nej     | ikke opfyldt |
        | Et sundere Odense | uoplyst | uafklaret    |
        | uoplyst           | ja      | uafklaret    |

    Scenarie: Når kun svaret om borgerne mangler, er det dét, der spørges om
      Givet at politiske mål er Et sundere Odense
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen fokus.1 uafklaret
      Og mangler oplysningen borgerværdi
      Men mangler oplysningen politiske mål ikke

    Abstrakt Scenario: Svaret om borgernes værdi skal gives igen efter to år
      Givet skønnet borgerværdi fra den <dato>: ja
      Når aktiviteten vurderes den 01.06.2024
      Så er fristen skøn om borgerværdi <tilstand> den <frist>

      Eksempler:
        | dato       | tilstand    | frist      |
        | 01.06.2022 | overholdt   | 01.06.2024 |
        | 31.05.2022 | overskredet | 31.05.2024 |

  @klausul:fokus.2
  Regel: De politiske mål afgør, hvad der vælges til og fra
    Et forslag vælges til, når det lever op til alle de krav, der afgør valget. Eksemplerne tager
    udgangspunkt i et venskabsbysamarbejde, fordi alle kravene gælder for det.

    Baggrund:
      Givet at type er venskabsbysamarbejde
      Og at politiske mål er En klima- og miljøvenlig storby
      Og at retning er henter viden
      Og at kerneopgaver er klimatilpasning
      Og at borgerværdi er ja
      Og at gør klogere er ja
      Og at afgørende viden er ja
      Og at venskabsby relevans er faglig

    Abstrakt Scenario: Valget følger målene
      Givet at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen fokus.2 <udfald>

      Eksempler:
        | mål                    | udfald       |
        | Verdens bedste robotby | opfyldt      |
        | ingen                  | ikke opfyldt |
        | uoplyst                | uafklaret    |

    Scenarie: Alt er i orden
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen tilvælg
      Og er indstillingen begrundet med fokus.2

    Abstrakt Scenario: Ét brudt krav er nok til at vælge forslaget fra
      Givet at <oplysning> er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fravælg
      Og er indstillingen begrundet med <klausul>

      Eksempler:
        | oplysning           | svar  | klausul        |
        | politiske mål       | ingen | mål.2          |
        | politiske mål       | ingen | principper.1   |
        | borgerværdi         | nej   | fokus.1        |
        | kerneopgaver        | ingen | prioritering.2 |
        | kerneopgaver        | ingen | venskabsbyer.3 |
        | gør klogere         | nej   | prioritering.5 |
        | afgørende viden     | nej   | samarbejde.1   |
        | venskabsby relevans | ingen | venskabsbyer.5 |

    Abstrakt Scenario: Mangler et svar, der kan ændre valget, må det afvente
      Givet at <oplysning> er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen afvent
      Og mangler oplysningen <oplysning>

      Eksempler:
        | oplysning           |
        | politiske mål       |
        | borgerværdi         |
        | kerneopgaver        |
        | gør klogere         |
        | afgørende viden     |
        | venskabsby relevans |

    Scenarie: Er ét krav brudt, ændrer et manglende svar ikke noget
      Givet at borgerværdi er nej
      Og at gør klogere er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen fravælg

    Abstrakt Scenario: Krav til samarbejder og venskabsbyer rammer ikke andre aktiviteter
      Givet at type er <type>
      Og at <oplysning> er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen <indstilling>

      Eksempler:
        | type                  | oplysning           | svar  | indstilling |
        | venskabsbysamarbejde  | venskabsby relevans | ingen | fravælg     |
        | netværk               | venskabsby relevans | ingen | tilvælg     |
        | partnerskab           | venskabsby relevans | ingen | tilvælg     |
        | netværk               | afgørende viden     | nej   | fravælg     |
        | partnerskab           | afgørende viden     | nej   | fravælg     |
        | projekt               | afgørende viden     | nej   | tilvælg     |
        | studierejse           | afgørende viden     | nej   | tilvælg     |
        | konference            | afgørende viden     | nej   | tilvælg     |
        | internationalt kontor | afgørende viden     | nej   | tilvælg     |

    Scenarie: Kendes typen ikke, kan et krav om venskabsbyer ikke udelukkes
      Givet at type er uoplyst
      Og at venskabsby relevans er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen afvent
      Og mangler oplysningen type

    Scenarie: Et krav, der ikke afgør valget, bliver et vilkår
      Givet at lokale aktører er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen tilvælg
      Og er der et vilkår efter principper.4

    Scenarie: Det, kommunen kun stræber efter, bliver en bemærkning
      Givet at partnerskabsform er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen tilvælg
      Og er der en bemærkning efter principper.5

    Scenarie: Deler vi ud af vores viden til andre end en venskabsby, kræves ingen kerneopgave
      Givet at type er konference
      Og at retning er deler viden
      Og at kerneopgaver er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er indstillingen tilvælg

  @klausul:fokus.3
  Regel: Stabschefen skal sikre, at aktiviteten følger rammerne

    Abstrakt Scenario: Stabschefens svar afgør det
      Givet at stabschef er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen fokus.3 <udfald>

      Eksempler:
        | svar    | udfald       |
        | ja      | opfyldt      |
        | nej     | ikke opfyldt |
        | uoplyst | uafklaret    |

    Scenarie: Er stabschefen ikke spurgt, bliver det et vilkår
      Givet at stabschef er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter fokus.3
