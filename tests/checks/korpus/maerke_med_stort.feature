# language: da
@Klausul:mål.2 ### G018 1 «@klausul:»
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
