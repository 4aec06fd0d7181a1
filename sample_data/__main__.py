"""`python -m sample_data`: makes the sample municipality in the data folder."""

import argparse
import sys

from data_access.errors import Refused
from sample_data.making import make


def main() -> int:
    """Reads the command line; 0 done, 1 refused."""
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    parser.add_argument("--lines", type=int, default=600_000, help="ledger lines (default 600000)")
    wanted = parser.parse_args()
    try:
        make(wanted.lines, lambda step, share: print(f"{step}: {share:.0%}", file=sys.stderr))
    except Refused as refused:
        print(f"refused: {refused.code}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
