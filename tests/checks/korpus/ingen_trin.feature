# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål ### G010 3 «Et mål»

  Scenarie: Et andet mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
