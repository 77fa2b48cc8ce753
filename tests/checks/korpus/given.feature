# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Given en aktivitet ### G004 5 «Givet »
    Når den vurderes
    Så er den god
