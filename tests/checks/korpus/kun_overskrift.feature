# language: da
@klausul:mål.2
Egenskab: Mål ### G012 1 ingen scenarier

