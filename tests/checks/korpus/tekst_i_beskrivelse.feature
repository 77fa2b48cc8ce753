# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Beskrivelsen.
    """ ### G005 5 lang tekst
    givet
    """ 
    Givet en aktivitet
    Så er den god
