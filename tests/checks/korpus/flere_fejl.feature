@klausul:mål.22 ### G003 1 language ### G019 1 «mål.2»
Egenskab: Mål

  Scenarie: Et mål
    givet en aktivitet ### G004 5 Givet
    Så er den god

  Scenarie: Et mål ### G013 3 linje 4
    Og er den god ### G017 5 Og
    Så er den <god> ### G015 5 <god>
