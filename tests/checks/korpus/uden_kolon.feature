# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie Et mål ### G004 3 kolon
    Givet en aktivitet
    Så er den god
