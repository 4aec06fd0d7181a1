"""Lines whose quotes do not pair: without repair, one of them would swallow the rest of its file."""

import polars as pl


def without_broken_quotes(text: bytes, separator: str) -> tuple[bytes, int]:
    """The text with the quotes gone from each line where they do not pair, and how many lines that was.

    The number of lines stays, so row numbers hold. A cell that spans lines is broken up by this: its rows are
    then reported as rows with too few or too many cells, as every file with broken quotes deserves.
    """
    lines = pl.Series("line", text.decode("utf-8", "replace").split("\n"))
    mark = "\\t" if separator == "\t" else f"\\{separator}"
    cell = rf'(?:"(?:[^"]|"")*"|[^"{mark}][^{mark}]*|)'
    broken = ~lines.str.contains(rf"^{cell}(?:{mark}{cell})*\r?$")
    bare = lines.to_frame().select(
        pl.when(broken).then(pl.col("line").str.replace_all('"', "", literal=True)).otherwise("line")
    )
    return "\n".join(bare.to_series()).encode(), int(broken.sum())
