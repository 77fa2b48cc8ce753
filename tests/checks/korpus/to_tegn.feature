# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet et mål ### G002 15 «å»
    Så er det godt
