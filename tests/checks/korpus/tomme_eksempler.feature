# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål
    Givet at mål er <mål>
    Så er den god

    Eksempler: ### G014 5 tomme
      | mål |
