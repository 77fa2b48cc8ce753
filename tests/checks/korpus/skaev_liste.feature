# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Givet disse evalueringer:
      | dato | bidrag |
      | 01.02.2024 | ### G007 1 2 felter
    Så er den god
