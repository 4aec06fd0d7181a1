"""The municipality and its companies are looked at apart."""

import polars as pl
import pytest

from dashboard.rules.scope import SCOPES, Scope, counts, left_out

UNITS = pl.DataFrame(
    {
        "id": [1, 2, 3, 4],
        "parent_id": [None, 1, None, 3],
        "is_in_scope": [True, True, False, True],  # unit 4 lies under the company 3
    }
)


@pytest.mark.parametrize(("scope", "expected"), [("kommun", (3, 4)), ("bolag", (1, 2)), ("alla", ())])
def test_a_company_takes_what_lies_below_it_along(scope: Scope, expected: tuple[int, ...]) -> None:
    assert left_out(UNITS, scope) == expected


def test_the_municipality_and_its_companies_are_together_all_there_is() -> None:
    lines = pl.DataFrame({"unit_id": [1, 2, 3, 4, None], "amount_ore": [1, 10, 100, 1000, 10000]})

    sums = {scope: lines.filter(counts(left_out(UNITS, scope), scope))["amount_ore"].sum() for scope in SCOPES}

    assert sums == {"kommun": 10011, "bolag": 1100, "alla": 11111}
