# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Givet en tekst
      """
      uden ende
    Så er den god ### G006 1 anførselstegn
