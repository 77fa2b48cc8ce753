# language: da
Egenskab: Puljen til internationale aktiviteter
  Puljen er lille. Skoleklasser og foreninger kan søge den til børn og unges besøg i venskabsbyer.

  Baggrund:
    Givet rammeværket skanderborg-pulje
    Og en aktivitet
    Og at status er forslag
    Og at søger puljen er ja

  @klausul:pulje.1
  Regel: Der skal være penge nok i puljen

    Abstrakt Scenario: Puljen kan tømmes, men ikke mere
      Givet at puljens forbrug er <forbrug>
      Og at ansøgt beløb er <beløb>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.1 <udfald>

      Eksempler:
        | forbrug    | beløb         | udfald       |
        | 0 kr.      | 50.000 kr.    | opfyldt      |
        | 40.000 kr. | 10.000 kr.    | opfyldt      |
        | 40.000 kr. | 10.000,01 kr. | ikke opfyldt |
        | 50.000 kr. | 1 kr.         | ikke opfyldt |
        | uoplyst    | 10.000 kr.    | uafklaret    |
        | 40.000 kr. | uoplyst       | uafklaret    |

    Abstrakt Scenario: Kun den, der søger, holdes op mod puljen
      Givet at søger puljen er <søger>
      Og at puljens forbrug er 50.000 kr.
      Og at ansøgt beløb er 5.000 kr.
      Og at ældste deltager er 40
      Og at rejsemål er Oulu
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.1 <udfald>
      Og er klausulen pulje.4 <udfald>
      Og er klausulen pulje.5 <udfald>

      Eksempler:
        | søger   | udfald        |
        | ja      | ikke opfyldt  |
        | nej     | ikke relevant |
        | uoplyst | uafklaret     |

    Scenarie: En tom pulje er et vilkår og vælger ikke forslaget fra
      Givet at puljens forbrug er 50.000 kr.
      Og at ansøgt beløb er 5.000 kr.
      Og at merværdi for borgere er ja
      Og at gør klogere er ja
      Når aktiviteten vurderes den 01.06.2015
      Så er der et vilkår efter pulje.1
      Og er indstillingen tilvælg

    Abstrakt Scenario: Det bevilgede lægges sammen
      Givet denne portefølje:
        | id     | status | søger puljen | bevilget beløb |
        | koret  | i gang | ja           | 30.000 kr.     |
        | skolen | i gang | <søger>      | <beløb>        |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen pulje.1b <udfald>

      Eksempler:
        | søger   | beløb         | udfald       |
        | ja      | 20.000 kr.    | opfyldt      |
        | ja      | 20.000,01 kr. | ikke opfyldt |
        | nej     | 90.000 kr.    | opfyldt      |
        | ja      | uoplyst       | uafklaret    |
        | uoplyst | 90.000 kr.    | uafklaret    |

    Scenarie: Er der givet for meget, ses det, hvem der har fået
      Givet denne portefølje:
        | id     | status | søger puljen | bevilget beløb |
        | koret  | i gang | ja           | 30.000 kr.     |
        | skolen | i gang | ja           | 25.000 kr.     |
        | havnen | i gang | nej          | uoplyst        |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen pulje.1b ikke opfyldt
      Og taler koret og skolen imod reglen pulje.1b

    Scenarie: Søger ingen, er der intet at lægge sammen
      Givet denne portefølje:
        | id     | status | søger puljen |
        | havnen | i gang | nej          |
      Når porteføljen vurderes den 01.06.2015
      Så er reglen pulje.1b ikke relevant

  @klausul:pulje.2
  Regel: En skoleklasse kan højst få 10.000 kr.

    Abstrakt Scenario: Beløbets grænse for en klasse
      Givet at ansøger er skoleklasse
      Og at ansøgt beløb er <beløb>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.2 <udfald>

      Eksempler:
        | beløb         | udfald       |
        | 9.999,99 kr.  | opfyldt      |
        | 10.000 kr.    | opfyldt      |
        | 10.000,01 kr. | ikke opfyldt |
        | uoplyst       | uafklaret    |

    Abstrakt Scenario: Grænsen gælder skoleklasser
      Givet at ansøger er <ansøger>
      Og at ansøgt beløb er 12.000 kr.
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.2 <udfald>

      Eksempler:
        | ansøger     | udfald        |
        | skoleklasse | ikke opfyldt  |
        | forening    | ikke relevant |
        | andre       | ikke relevant |
        | uoplyst     | uafklaret     |

  @klausul:pulje.3
  Regel: En forening kan højst få 5.000 kr. og skal have mindst 10 deltagere

    Abstrakt Scenario: Beløb og deltagere skal begge passe
      Givet at ansøger er forening
      Og at ansøgt beløb er <beløb>
      Og at deltagere er <deltagere>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.3 <udfald>

      Eksempler:
        | beløb        | deltagere | udfald       |
        | 5.000 kr.    | 10        | opfyldt      |
        | 4.999,99 kr. | 11        | opfyldt      |
        | 5.000,01 kr. | 10        | ikke opfyldt |
        | 5.000 kr.    | 9         | ikke opfyldt |
        | 6.000 kr.    | uoplyst   | ikke opfyldt |
        | 5.000 kr.    | uoplyst   | uafklaret    |
        | uoplyst      | 10        | uafklaret    |

    Abstrakt Scenario: Grænsen gælder foreninger
      Givet at ansøger er <ansøger>
      Og at ansøgt beløb er 6.000 kr.
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.3 <udfald>

      Eksempler:
        | ansøger     | udfald        |
        | forening    | ikke opfyldt  |
        | skoleklasse | ikke relevant |
        | uoplyst     | uafklaret     |

    Scenarie: Begrundelsen nævner antallet
      Givet at ansøger er forening
      Og at ansøgt beløb er 5.000 kr.
      Og at deltagere er 9
      Når aktiviteten vurderes den 01.06.2015
      Så lyder begrundelsen for pulje.3: Foreningen søger om for meget eller har færre end 10 deltagere.

  @klausul:pulje.4
  Regel: Puljen skal gå til børn og unge til 18 år

    Abstrakt Scenario: Den ældste deltager
      Givet at ældste deltager er <alder>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.4 <udfald>

      Eksempler:
        | alder   | udfald       |
        | 12      | opfyldt      |
        | 18      | opfyldt      |
        | 19      | ikke opfyldt |
        | uoplyst | uafklaret    |

  @klausul:pulje.5
  Regel: Rejsen skal gå til en venskabsby

    Abstrakt Scenario: Byen slås op
      Givet at rejsemål er <by>
      Når aktiviteten vurderes den 01.06.2015
      Så er klausulen pulje.5 <udfald>

      Eksempler:
        | by       | udfald       |
        | Eisenach | opfyldt      |
        | Oulu     | ikke opfyldt |
        | uoplyst  | uafklaret    |

    Abstrakt Scenario: Eisenach regnes med til og med 2022
      Givet at rejsemål er Eisenach
      Når aktiviteten vurderes den <dag>
      Så er klausulen pulje.5 <udfald>

      Eksempler:
        | dag        | udfald       |
        | 31.12.2022 | opfyldt      |
        | 01.01.2023 | ikke i kraft |
