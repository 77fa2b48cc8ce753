# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: ### G013 3 intet navn
    Givet en aktivitet
    Når den vurderes
    Så er den god
