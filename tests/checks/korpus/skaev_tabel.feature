# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål
    Givet at mål er <mål> og <svar>
    Så er den god

    Eksempler:
      | mål | svar |
      | to | ja | nej | ### G007 1 3 felter
      | et | nej |
      | tre | ### G007 1 1 felt,
