# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god

  Scenarie : Et andet ### G004 3 «Scenarie:»
    Givet en aktivitet
    Så er den god
