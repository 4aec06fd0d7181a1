"""The order in which lines are stored: month by month, and each supplier's of a month together.

So one month, or one supplier in it, lies in few row groups, and equal values stand in runs that take little room.
"""

import polars as pl

SUPPLIER_BITS = 24  # sixteen million suppliers


def in_order(lines: pl.DataFrame, supplier: pl.Series) -> tuple[pl.DataFrame, pl.Series]:
    """The lines by `period` and `supplier` (a number for each line), and which line each was; no order in empty
    columns, which stay as they are.

    Month, supplier and line are sorted as one number, whose last digits then say which line it was: a third of the
    time of asking for the places. Were the number too long, the order would be lost and not one line.
    """
    line_bits = lines.height.bit_length()
    month = lines["period"].fill_null(0).cast(pl.Int64)
    first = (month - (month.min() or 0)) * 2**SUPPLIER_BITS + supplier.fill_null(0).cast(pl.Int64)
    numbered = first * 2**line_bits + pl.int_range(lines.height, eager=True)
    at = numbered.sort() & (2**line_bits - 1)
    filled = lines.select(name for name in lines.columns if lines[name].null_count() < lines.height)
    return lines.with_columns(filled[at]), at
