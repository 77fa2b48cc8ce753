# language: da ### G001 1 BOM
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
