# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål
    Givet at mål er <maal> ### G015 5 «mål»
    Så er den <mål>

    Eksempler:
      | mål |
      | godt |
