# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet ### G004 5 almindeligt mellemrum
    Så er den god
