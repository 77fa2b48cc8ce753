# language: da
@klausul:mål.2
Egenskab: Mål

  @klausul:mål.2
  Regel: Et mål ### G012 3 Scenarie

  @klausul:mål.2
  Regel: To mål

    Scenarie: Et mål
      Givet en aktivitet
      Når den vurderes
      Så er den god
