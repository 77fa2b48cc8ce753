# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    when en aktivitet findes, skal den vurderes ### G004 5 beskrivelsen med et andet ord
    Givet en aktivitet
    Så er den god
