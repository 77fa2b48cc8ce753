# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    * en aktivitet ### G017 5 «*»
    Så er den god
