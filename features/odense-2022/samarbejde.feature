# language: da
Egenskab: Samarbejde
  Samarbejder skal give viden, som kommunen ikke kan undvære, og komme byen og øen til gode.

  Baggrund:
    Givet rammeværket odense-2022
    Og en aktivitet
    Og at status er i gang

  @klausul:samarbejde.1
  Regel: Et samarbejde skal give afgørende viden og støtte kommunens mål

    Abstrakt Scenario: Der skal være både afgørende viden og et mål
      Givet at type er netværk
      Og at afgørende viden er <viden>
      Og at politiske mål er <mål>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.1 <udfald>

      Eksempler:
        | viden   | mål               | udfald       |
        | ja      | Et sundere Odense | opfyldt      |
        | nej     | Et sundere Odense | ikke opfyldt |
        | ja      | ingen             | ikke opfyldt |
        | nej     | uoplyst           | ikke opfyldt |
        | uoplyst | Et sundere Odense | uafklaret    |
        | ja      | uoplyst           | uafklaret    |

    Abstrakt Scenario: Kravet gælder partnerskaber, netværk og venskabsbyer
      Givet at type er <type>
      Og at afgørende viden er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.1 <udfald>

      Eksempler:
        | type                 | udfald        |
        | partnerskab          | ikke opfyldt  |
        | netværk              | ikke opfyldt  |
        | venskabsbysamarbejde | ikke opfyldt  |
        | projekt              | ikke relevant |
        | værtsbesøg           | ikke relevant |
        | uoplyst              | uafklaret     |

    Scenarie: I et samarbejde, der er i gang, er manglen et vilkår
      Givet at type er netværk
      Og at afgørende viden er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter samarbejde.1

  @klausul:samarbejde.2
  Regel: Nogen fra Odense eller resten af Fyn bør være med
    Kommunen stræber efter det. Er ingen fra området med, skal det begrundes.

    Abstrakt Scenario: Hele Fyn tæller med
      Givet disse lokale aktører:
        | navn   | type         | forankring |
        | <navn> | organisation | <sted>     |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.2 <udfald>

      Eksempler:
        | navn           | sted           | udfald       |
        | Byens forening | Odense         | opfyldt      |
        | Havnens venner | Svendborg      | opfyldt      |
        | Øens højskole  | Ærø            | opfyldt      |
        | Landsbyklyngen | Assens Kommune | opfyldt      |
        | Nabobyen       | Kolding        | ikke opfyldt |
        | Foreningen     |                | uafklaret    |

    Scenarie: Ingen fra området giver en bemærkning
      Givet at lokale aktører er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.2 ikke opfyldt
      Og er der en bemærkning efter samarbejde.2

    Scenarie: Kendes aktørerne ikke, er det uafklaret
      Givet at lokale aktører er uoplyst
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.2 uafklaret

  @klausul:samarbejde.3
  Regel: Partnerskaber med virksomheder, uddannelser og organisationer skal have erhvervslivet for øje

    Abstrakt Scenario: Det afhænger af, hvem partneren er
      Givet at type er partnerskab
      Og disse partnere:
        | navn   | type      |
        | <navn> | <partner> |
      Og at erhvervsrettet er <svar>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.3 <udfald>

      Eksempler:
        | navn           | partner                | svar    | udfald        |
        | Robot GmbH     | virksomhed             | ja      | opfyldt       |
        | TU München     | uddannelsesinstitution | ja      | opfyldt       |
        | Cykelforbundet | organisation           | ja      | opfyldt       |
        | Robot GmbH     | virksomhed             | nej     | ikke opfyldt  |
        | Robot GmbH     | virksomhed             | uoplyst | uafklaret     |
        | Tampere        | kommune                | nej     | ikke relevant |
        | Eurocities     | netværk                | nej     | ikke relevant |
        | Ukendt         |                        | nej     | uafklaret     |

    Scenarie: Én virksomhed blandt kommunerne er nok til, at kravet gælder
      Givet at type er partnerskab
      Og disse partnere:
        | navn       | type       |
        | Tampere    | kommune    |
        | Robot GmbH | virksomhed |
      Og at erhvervsrettet er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.3 ikke opfyldt
      Og er der et vilkår efter samarbejde.3

    Scenarie: Andre aktiviteter end partnerskaber er fri for kravet
      Givet at type er studierejse
      Og disse partnere:
        | navn       | type       |
        | Robot GmbH | virksomhed |
      Og at erhvervsrettet er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.3 ikke relevant

  @klausul:samarbejde.5
  Regel: Det Syddanske EU-kontor skal med i EU-projekter

    Abstrakt Scenario: EU-projekter kræver kontoret med
      Givet at EU-projekt er <projekt>
      Og at SDEO inddraget er <kontor>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.5 <udfald>

      Eksempler:
        | projekt | kontor  | udfald       |
        | ja      | ja      | opfyldt      |
        | nej     | nej     | opfyldt      |
        | nej     | uoplyst | opfyldt      |
        | uoplyst | ja      | opfyldt      |
        | ja      | nej     | ikke opfyldt |
        | ja      | uoplyst | uafklaret    |
        | uoplyst | nej     | uafklaret    |

    Scenarie: Mangler kontoret, bliver det et vilkår at inddrage det
      Givet at EU-projekt er ja
      Og at SDEO inddraget er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der et vilkår efter samarbejde.5

  @klausul:samarbejde.6
  Regel: EU-midler bør søges sammen med andre

    Abstrakt Scenario: Fælles ansøgninger i EU-projekter
      Givet at EU-projekt er <projekt>
      Og at søgt i fællesskab er <fælles>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.6 <udfald>

      Eksempler:
        | projekt | fælles  | udfald       |
        | ja      | ja      | opfyldt      |
        | nej     | nej     | opfyldt      |
        | nej     | uoplyst | opfyldt      |
        | ja      | nej     | ikke opfyldt |
        | ja      | uoplyst | uafklaret    |
        | uoplyst | uoplyst | uafklaret    |

    Scenarie: At søge alene giver en bemærkning
      Givet at EU-projekt er ja
      Og at søgt i fællesskab er nej
      Når aktiviteten vurderes den 01.06.2024
      Så er der en bemærkning efter samarbejde.6
      Men er der ikke noget vilkår efter samarbejde.6

  @klausul:samarbejde.7-8
  Regel: Viden og erfaringer skal deles

    Abstrakt Scenario: Deling i huset og uden for huset tæller lige meget
      Givet disse videndelinger:
        | dato       | forum   | kreds   |
        | 10.01.2024 | <forum> | <kreds> |
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.7-8 opfyldt

      Eksempler:
        | forum         | kreds   |
        | Afdelingsmøde | intern  |
        | KL's netværk  | ekstern |

    Abstrakt Scenario: Intet delt og intet oplyst er to forskellige ting
      Givet at videndelinger er <delinger>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.7-8 <udfald>

      Eksempler:
        | delinger | udfald       |
        | ingen    | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Scenarie: Et forslag har ikke noget at dele endnu
      Givet at status er forslag
      Og at videndelinger er ingen
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen samarbejde.7-8 ikke relevant
