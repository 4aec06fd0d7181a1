"""`python -m sample_data`: makes the sample municipality in the data folder, or files to try the import with."""

import argparse
import sys
from pathlib import Path

from data_access.errors import Refused
from sample_data.files import write_files
from sample_data.making import FEWEST_LINES, make


def main(arguments: list[str] | None = None) -> int:
    """Reads the command line; 0 done, 1 refused, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    parser.add_argument("--lines", type=_lines, default=600_000, help="ledger lines in 36 months (default 600000)")
    parser.add_argument(
        "--files", type=Path, metavar="DIR", help="write files into DIR and leave the data folder alone"
    )
    wanted = parser.parse_args(arguments)
    if wanted.files:
        for path in write_files(wanted.files, wanted.lines):
            print(path)
        return 0
    try:
        make(wanted.lines, lambda step, share: print(f"{step}: {share:.0%}", file=sys.stderr))
    except Refused as refused:
        print(f"refused: {refused.code}", file=sys.stderr)
        return 1
    return 0


def _lines(text: str) -> int:
    lines = int(text)
    if lines < FEWEST_LINES:
        raise argparse.ArgumentTypeError(f"at least {FEWEST_LINES}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
