"""Tables → aktiviteter: Excel, CSV, Parquet and frames in memory, every fault at its cell.

Whatever the form, a table becomes `shape.Sheet`: headings and columns of raw cells. `headings.py` knows which fact a
column holds, `cells.py` what a cell says of it, `columns.py` reads whole columns and `joining.py` puts the sheets of a
workbook together. From there `objects.py` makes Aktivitet objects and `arrow.py` the tables that are judged as one.
"""

from typing import Final

TABLES: Final = (".xlsx", ".csv", ".parquet")
"""The suffixes of files that are tables."""
