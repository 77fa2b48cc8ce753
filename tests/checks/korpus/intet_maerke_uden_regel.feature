# language: da
Egenskab: Mål

  Scenarie: Et mål ### G018 3 «Et mål»
    Givet en aktivitet
    Når den vurderes
    Så er den god
