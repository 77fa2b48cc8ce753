# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god

  Baggrund: ### G005 3 rækkefølgen
    Givet et mål
