# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god

Egenskab: Flere mål ### G005 1 rækkefølgen
