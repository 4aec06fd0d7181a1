"""What may be said of a fault of ours: its kind and its place, never its words, which may hold a file's values."""

import traceback
from pathlib import Path

OURS = Path(__file__).resolve().parents[1]


def kind_and_place(error: BaseException) -> str:
    """Such as 'ValueError, data_access/importers/days.py:41': the last line of our own code on the way to it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(OURS) and ".venv" not in frame.filename]
    place = f"{Path(ours[-1].filename).relative_to(OURS)}:{ours[-1].lineno}" if ours else "okänd plats"
    return f"{type(error).__name__}, {place}"
