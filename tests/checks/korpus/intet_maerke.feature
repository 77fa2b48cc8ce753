# language: da
Egenskab: Mål

  Regel: Et mål ### G018 3 @klausul:

    Scenarie: Et mål
      Givet en aktivitet
      Når den vurderes
      Så er den god
