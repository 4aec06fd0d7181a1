"""What the numbers tell, so that a meeting can be rehearsed on them.

The supplier that slides (KM1, Möbler och inredning). The framework for furniture since February 2024 has a first
supplier that delivered well until October 2025. Since then more and more order lines come late, three lines in ten
cost more than agreed, and the users' answers fall at every survey, from about 75 to below 40.

The category nobody owns (KO2, Organisations- och ledningskonsulter; LI4 too). It has no team, no strategy, contracts
for a few departments only, and most of it is bought beside them or without any.

The contract about to lapse (ST1, Lokalvård). The framework for cleaning ends on 31 December 2026, has no option left,
and no procurement has begun.

The exhausted framework (IT3, IT-konsulter). Its ceiling was reached in April 2026; it is used all the same until its
term ends in November 2027, and the lines after that day are outside the contract.

The department that slides (Vård- och omsorgsförvaltningen). Everybody else uses the contracts a little more each year;
this one a little less. Kulturförvaltningen is furthest behind, Räddningstjänsten furthest ahead.

Direct awards that add up (UT1 and AR1, categories without contracts whose every line is told in `told_lines`): just
below 80 per cent of the limit, exactly 80 per cent, past it; exactly the limit, which is already too much since awards
must be below it; and past it.

Empty on purpose: Kulturförvaltningen places no children (PL1) and buys no road maintenance; Miljöförvaltningen answers
so few surveys that its index may not be shown.
"""

from datetime import date

import numpy as np

# The first chain of these categories ends in a framework with this start and this many months, without options.
FIXED_TERMS: dict[str, tuple[date, int]] = {
    "ST1": (date(2023, 1, 1), 48),
    "IT3": (date(2023, 12, 1), 48),
    "KM1": (date(2024, 2, 1), 48),
}

SLIDING = "KM1"
SLIDE_FROM = np.datetime64("2025-10-01")
EXHAUSTED, EXHAUSTED_ON = "IT3", date(2026, 4, 17)

# SEK bought without contract or documented award, by category and year; the limit is 700,000 and "below" is the rule.
RADAR: dict[str, dict[int, float]] = {
    "UT1": {2024: 560_000.0, 2025: 559_999.0, 2026: 612_000.0},
    "AR1": {2024: 120_000.0, 2025: 700_000.0, 2026: 731_500.0},
}
TOLD = tuple(RADAR)  # categories for which nothing is drawn by chance

SMALL_SUPPLIERS = (9_999.99, 10_000.0, 10_000.01)  # SEK in a year; below 10,000 is small
CLASS_EDGE = "KM2"  # purchases of 4,999.99, 5,000 and 5,000.01 SEK beside a contract that is not exclusive
