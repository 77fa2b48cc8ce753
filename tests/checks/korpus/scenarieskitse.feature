# language: da
@klausul:mål.2
Egenskab: Mål

  Scenarieskitse: Et mål ### G004 3 «Abstrakt Scenario:»
