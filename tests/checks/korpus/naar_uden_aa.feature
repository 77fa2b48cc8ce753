# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Naar den vurderes ### G004 5 «Når »
    Saa er den god ### G004 5 «Så »
