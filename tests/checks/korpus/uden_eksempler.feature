# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål ### G014 3 ingen eksempler
    Givet at mål er <mål>
    Så er den god
