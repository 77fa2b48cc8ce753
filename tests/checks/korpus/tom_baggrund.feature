# language: da
@klausul:mål.2
Egenskab: Mål

  Baggrund: ### G010 3 baggrunden

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
