# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål ### G011 3 «Så»
    Givet en aktivitet
    Når den vurderes
    Og den vurderes igen
