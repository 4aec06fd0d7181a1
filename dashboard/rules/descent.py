"""Everything that lies below something: its children, their children, and itself."""

import polars as pl


def with_descendants(tree: pl.DataFrame) -> pl.DataFrame:
    """Pairs `ancestor`, `id` of a frame with `id` and `parent_id`; everything is its own ancestor."""
    pairs = tree.select(ancestor="id", id="id")
    step = pairs
    for _ in range(tree.height):  # a tree is never deeper than its rows, even if it wrongly has a ring
        step = step.join(tree.select(below="id", id="parent_id"), on="id").select("ancestor", id="below")
        step = step.join(pairs, on=["ancestor", "id"], how="anti")
        if step.is_empty():
            break
        pairs = pl.concat([pairs, step])
    return pairs
