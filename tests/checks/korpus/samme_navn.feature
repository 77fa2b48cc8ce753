# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god

  Scenarie: Et mål ### G013 3 linje 5
    Givet en aktivitet
    Når den vurderes
    Så er den god
