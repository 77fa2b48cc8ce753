# language: da
@klausul:maal.2 ### G019 1 «mål.2»
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
