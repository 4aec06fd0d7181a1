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

Follow-up, all of it as it stands on Monday 16 November 2026 (told in `sample_data.escalation`, one case a script):

The supplier that slides, again (KM1). Its order lines that came late are the deviations: put right at first, then not.
Dialogue in February 2026, step two in June, step three in October. One line 17 days late gave 75,000 kronor (three
started weeks), later ones reach the cap, and the last is not claimed. Its own word for it: 'en svår vår'.

The cleaning supplier that was terminated (ST1, second in the framework from 2025). Legal counsel's assessment, the
decision and the block are of 5 October 2026, the declaration was sent three days later, the exclusion file is ready.
Invoices are posted after the block all the same.

The one that recovered went 3, 2, 1, 0 in 2025. Two others are on their way down. Two contracts were ended and settled.

What is missing, to be found: a supplier on step three without legal counsel (Jon Lagrumsson left in October) and with
everything else in place; two cases on step two without a registration number; three without an action plan; a fast
track whose skipped steps lack papers; cases past 100 and past 120 per cent of their time.

Unequal treatment: two breaches of environmental terms, both of severity three. One supplier is on step three with a
penalty claimed; the other is in dialogue and its penalty was waived with the reason 'Utgår.'

Withdrawn: a termination that became a written settlement in October 2026; the case is back on step three.

Many small ones: six deviations of severity one in ninety days from a supplier without a case.

Hållbarhetskollen says red where we see nothing, and green where we are on step three; one result is too old to count.

Penalties stand in every state. Most were never claimed; some were waived, with a good reason, a poor one, or none.

A signal about the sliding supplier was dismissed in November 2025, and its deliveries have grown later since.

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
