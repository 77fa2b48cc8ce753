# language: da
@klausul:mål.2
Egenskab: Mål

  Scenario: Et mål ### G004 3 «Scenarie:»
    Givet en aktivitet
    Så er den god
