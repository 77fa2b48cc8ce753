# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål
    Givet at mål er <mål>
    Så er den god

    Eksempler:
      | mål | svar | ### G016 15 «<svar>»
      | et | ja |
