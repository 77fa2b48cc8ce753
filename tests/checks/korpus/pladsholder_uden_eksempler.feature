# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Mål
    Givet at mål er <mål> ### G015 5 <mål>
    Så er den god
