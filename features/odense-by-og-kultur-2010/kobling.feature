# language: da
Egenskab: Kobling
  Støttefunktionen holder opgaverne op mod sine lister. Det, der passer, står først, og hvert kriterium har sin grund.

  Baggrund:
    Givet rammeværket odense-by-og-kultur-2010
    Og en aktivitet
    Og at status er i gang

  @klausul:støttefunktion.5
  Regel: Støttefunktionen bør koble opgaver og programmer

    Scenarie: Intelligent Energy Europe passer til et projekt om ældres mobilitet
      Givet at emne er ældres mobilitet
      Og disse partnere:
        | navn          |
        | San Sebastián |
        | München       |
        | Krakow        |
        | Salzburg      |
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Intelligent Energy Europe: passer
      Og er svaret på kriteriet partnere nok for Intelligent Energy Europe: opfyldt
      Og lyder begrundelsen for kriteriet partnere nok for Intelligent Energy Europe: Det passer, at antal partnere er mindst færrest partnere (færrest partnere er 2; antal partnere er 4).

    Abstrakt Scenario: Fristens dage tæller med
      Givet at emne er bæredygtig transport
      Når aktiviteten kobles den <dag>
      Så er svaret på posten Intelligent Energy Europe: <svar>
      Og er svaret på kriteriet ansøgning for Intelligent Energy Europe: <ansøgning>

      Eksempler:
        | dag        | svar      | ansøgning    |
        | 17.01.2011 | udelukket | ikke opfyldt |
        | 18.01.2011 | passer    | opfyldt      |
        | 12.05.2011 | passer    | opfyldt      |
        | 13.05.2011 | udelukket | ikke opfyldt |

    Scenarie: Det, registret ikke siger, er uoplyst og ikke et nej
      Givet at emne er borgerinddragelse
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Europa for Borgerne: kan passe
      Og mangler posten Europa for Borgerne feltet ansøgningsfrist
      Og lyder begrundelsen for kriteriet ansøgning for Europa for Borgerne: Registret oplyser ikke «åbner» eller «ansøgningsfrist».

    Scenarie: Det, aktiviteten ikke siger, er heller ikke et nej
      Givet at emne er cykelstier
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Intelligent Energy Europe: kan passe
      Og mangler posten Intelligent Energy Europe oplysningen kerneopgaver

    Abstrakt Scenario: Opgaven kan passe, også når emnet hedder noget andet
      Givet at emne er cykelstier
      Og at kerneopgaver er <opgaver>
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Intelligent Energy Europe: <svar>

      Eksempler:
        | opgaver                          | svar      |
        | trafikplanlægning                | passer    |
        | byplanlægning; trafikplanlægning | passer    |
        | byplanlægning                    | udelukket |
        | ingen                            | udelukket |
        | uoplyst                          | kan passe |

    Scenarie: Et program, der er slut, er udelukket
      Givet at emne er kultur
      Når aktiviteten kobles den 01.01.2014
      Så er svaret på posten Kultur 2007-2013: udelukket
      Og er svaret på kriteriet programperiode for Kultur 2007-2013: ikke opfyldt
      Men er svaret på posten CIVITAS Plus: kan passe

    Scenarie: Det, der ikke kræves, udelukker ingen
      Givet at emne er ældres mobilitet
      Og at partnere er ingen
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på kriteriet partnere nok for Intelligent Energy Europe: ikke opfyldt
      Og er svaret på posten Intelligent Energy Europe: passer

    Scenarie: Det afsluttede kan ikke kobles
      Givet at status er afsluttet
      Og at emne er ældres mobilitet
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Intelligent Energy Europe: udelukket
      Og er svaret på posten CIVITAS Plus: udelukket

    Scenarie: Rækkefølgen er gruppe, opfyldte kriterier, frist og navn
      Støttefunktionen har sin egen liste med de samme felter. Posterne står her i en anden rækkefølge end i svaret.
      Givet at emne er klima
      Og at kerneopgaver er ingen
      Og at partnere er ingen
      Og registret støttemuligheder med disse poster:
        | navn    | emner | åbner      | ansøgningsfrist | programstart | programslut | færrest partnere |
        | Udløbet | klima | 01.01.2011 | 01.02.2011      | 01.01.2007   | 31.12.2013  |                  |
        | Åbne    | klima |            |                 | 01.01.2007   | 31.12.2013  |                  |
        | Ærlig   | klima |            |                 | 01.01.2007   | 31.12.2013  |                  |
        | Sen     | klima | 01.01.2011 | 01.06.2011      | 01.01.2007   | 31.12.2013  |                  |
        | Tidlig  | klima | 01.01.2011 | 01.04.2011      | 01.01.2007   | 31.12.2013  |                  |
        | Alene   | klima | 01.01.2011 | 01.09.2011      | 01.01.2007   | 31.12.2013  | 0                |
      Når aktiviteten kobles den 01.03.2011
      Så er rækkefølgen i støttemuligheder: Alene; Tidlig; Sen; Ærlig; Åbne; Udløbet
      Og er svaret på posten Alene: passer
      Og er svaret på posten Sen: passer
      Og er svaret på posten Ærlig: kan passe
      Og er svaret på posten Udløbet: udelukket

    Abstrakt Scenario: Uden for rammeværkets tid kobles der ikke
      Givet at emne er ældres mobilitet
      Når aktiviteten kobles den <dag>
      Så er der ingen koblinger

      Eksempler:
        | dag        |
        | 31.12.2009 |
        | 01.01.2022 |

  @klausul:støttefunktion.4
  Regel: Støttefunktionen bør lade kontorerne vide, hvem der søger partnere
    Efterlysningerne er opdigtede.

    Scenarie: Et oplæg om borgerinddragelse, som vi kan holde
      Givet at emne er borgerinddragelse
      Og at retning er deler viden
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Nyby søger et oplæg om borgerinddragelse (opdigtet): passer
      Og er svaret på kriteriet viden for Nyby søger et oplæg om borgerinddragelse (opdigtet): opfyldt

    Scenarie: Henter vi kun viden, er det værd at vide og ikke en hindring
      Givet at emne er borgerinddragelse
      Og at retning er henter viden
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Nyby søger et oplæg om borgerinddragelse (opdigtet): passer
      Og er svaret på kriteriet viden for Nyby søger et oplæg om borgerinddragelse (opdigtet): ikke opfyldt
      Og lyder begrundelsen for kriteriet viden for Nyby søger et oplæg om borgerinddragelse (opdigtet): Det passer ikke, at retning er en af (deler viden, gensidig) (retning er henter viden). Søger vores viden er ja.

    Scenarie: Vores målgruppe er også deres
      Givet at emne er ældres mobilitet
      Og at målgrupper er børn; ældre over 55 år
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Lilleby søger partnere om ældre i trafikken (opdigtet): passer
      Og er svaret på kriteriet målgruppe for Lilleby søger partnere om ældre i trafikken (opdigtet): opfyldt

    Abstrakt Scenario: Fristens sidste dag og dagen efter
      Givet at emne er borgerinddragelse
      Når aktiviteten kobles den <dag>
      Så er svaret på posten Nyby søger et oplæg om borgerinddragelse (opdigtet): <svar>

      Eksempler:
        | dag        | svar      |
        | 15.03.2011 | passer    |
        | 16.03.2011 | udelukket |

    Scenarie: En efterlysning uden frist kan stadig passe
      Givet at emne er klimatilpasning
      Når aktiviteten kobles den 01.02.2011
      Så er svaret på posten Storeby søger partnere om grønne tage (opdigtet): kan passe
      Og mangler posten Storeby søger partnere om grønne tage (opdigtet) feltet svarfrist
