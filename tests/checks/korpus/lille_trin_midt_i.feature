# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    og at status er forslag ### G004 5 «Og »
    Så er den god
