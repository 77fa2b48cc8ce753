# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    | løs | ### G005 5 under et trin
    Givet en aktivitet
    Så er den god
