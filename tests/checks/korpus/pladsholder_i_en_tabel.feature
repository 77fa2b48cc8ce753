# language: da
@klausul:mål.2
Egenskab: Mål

  Abstrakt Scenario: Mål
    Givet at mål er <mål> og <svar> ### G015 5 «svar»
    Så er den god

    Eksempler:
      | mål | svar |
      | et | ja |

    Eksempler:
      | mål |
      | et |
