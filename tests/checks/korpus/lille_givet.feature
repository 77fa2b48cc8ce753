# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    givet en aktivitet ### G004 5 stort bogstav
    når den vurderes ### G004 5 «Når »
    så er den god ### G004 5 «Så »
