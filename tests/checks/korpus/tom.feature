# language: da ### G006 1 Egenskab:
