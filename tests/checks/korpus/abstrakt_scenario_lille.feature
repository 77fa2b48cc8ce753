# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarie: Et mål
    Givet en aktivitet
    Når den vurderes
    Så er den god

  Abstrakt scenario: Flere mål ### G004 3 «Abstrakt Scenario:»
    Givet <x>
    Så er den god

    Eksempler:
      | x |
      | 1 |
