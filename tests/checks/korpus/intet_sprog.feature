@klausul:mål.2 ### G003 1 # language: da
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
