# language: da
@klausul:mål.2
Egenskab: Mål

  Beskrivelsen.
  Givet en aktivitet ### G005 3 under «Scenarie:»
  Så er den god ### G005 3 under «Scenarie:»

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
