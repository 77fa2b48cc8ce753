# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Og en aktivitet ### G017 5 «Og»
    Så er den god
