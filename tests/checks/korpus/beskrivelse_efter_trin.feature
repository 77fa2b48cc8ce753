# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Givet en aktivitet
    Her står noget løst. ### G005 5 Givet, Når, Så
    Så er den god
