# language: da
@klausul: ### G018 1 uden mellemrum
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god
