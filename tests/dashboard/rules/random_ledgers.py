"""Random registers and ledgers, small enough that everything meets everything."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl

from tests.build import Row, ledger, registers

FIRST_DAY = date(2026, 1, 1)


class Dice:
    """Throws of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - test data

    def one(self, *choices: Any) -> Any:
        """One of these; a function among them is called."""
        choice = self.random.choice(choices)
        return choice() if callable(choice) else choice

    def day(self) -> date:
        """A day within four months."""
        return FIRST_DAY + timedelta(days=self.random.randrange(120))

    def few(self) -> int:
        """An id: there are three of everything."""
        return self.random.randint(1, 3)

    def rows(self, most: int, make: Callable[[], Row], unique: tuple[str, ...] = ()) -> list[Row]:
        """Up to `most` rows, no two alike in `unique`."""
        made = [make() for _ in range(self.random.randint(0, most))]
        return list({tuple(row[key] for key in unique): row for row in made}.values()) if unique else made


def random_registers(seed: int) -> dict[str, pl.DataFrame]:
    """Registers in which contracts overlap, end, run out and share numbers."""
    dice = Dice(seed)
    contracts = [random_contract(dice) for _ in range(dice.random.randint(1, 6))]

    def contract_id() -> int:
        return dice.random.randint(1, len(contracts))

    return registers(
        contracts=contracts,
        options=dice.rows(
            4,
            lambda: {
                "contract_id": contract_id(),
                "sequence": dice.few(),
                "length_months": dice.one(1, 2),
                "exercised_on": dice.one(None, dice.day),
                "mode": dice.one("buyer", "automatic", "automatic"),
                "call_deadline_months": dice.one(None, 1, 3),
                "call_deadline_on": dice.one(None, None, dice.day),
                "declined_on": dice.one(None, None, dice.day),
            },
            unique=("contract_id", "sequence"),
        ),
        scope=dice.rows(
            9,
            lambda: {"contract_id": contract_id(), "category_id": dice.few(), "unit_id": dice.one(None, dice.few)},
        ),
        contract_suppliers=dice.rows(
            7,
            lambda: {"contract_id": contract_id(), "supplier_id": dice.few(), "rank": dice.one(None, dice.few)},
            unique=("contract_id", "supplier_id"),
        ),
        price_items=dice.rows(5, lambda: random_price(dice, contract_id())),
        direct_awards=dice.rows(4, lambda: random_award(dice)),
        orders=dice.rows(
            3,
            lambda: {
                "contract_id": dice.one(None, contract_id),
                "created_on": dice.day(),
                "value_ore": dice.one(None, 100_000, 600_000),
            },
        ),
        accounts=[{"code": "4010", "category_id": 1}, {"code": "601001", "text": "Lokalhyra"}, {"code": " "}],
        account_rules=dice.rows(3, lambda: random_rule(dice)),
        categories=[
            {},
            {"parent_id": dice.one(None, 1)},
            {"spend_class": dice.one(None, None, None, "placement", "procurable")},
        ],
        units=[{"name": "Egna AB", "type": "bolag"}, {}, {"parent_id": dice.one(None, 2)}],
        suppliers=[{}, {"name": dice.one("Andra AB", "Andra AB", "egna ab")}, {}],
        aliases=[{"supplier_id": number} for number in (1, 2, 3, 1)],
    )


def random_contract(dice: Dice) -> Row:
    return {
        "registration_number": dice.one(None, "DNR 1", "DNR 1", "contracts-2"),
        "start_on": dice.one(dice.day, date(2020, 1, 1), date(2020, 1, 1), None),
        "initial_end_on": dice.one(dice.day, dice.day, date(2026, 1, 31), date(2030, 1, 1), None),
        "terminated_on": dice.one(None, None, None, dice.day),
        "is_until_further_notice": dice.one(True, False),
        "notice_buyer_months": dice.one(None, 3, 6),
        "ceiling_ore": dice.one(None, None, 0, 500_000, 1_500_000),
        "is_exclusive": dice.one(None, True, False, False),
        "is_secret": dice.one(*[False] * 7, True),
    }


def random_price(dice: Dice, contract_id: int) -> Row:
    return {
        "contract_id": contract_id,
        "article_no": dice.one("a1", "a2"),
        "unit_price_ore": dice.one(10, 10_000, 10_050),
        "valid_from": dice.one(dice.day, date(2020, 1, 1)),
        "valid_to": dice.one(None, dice.day),
    }


def random_award(dice: Dice) -> Row:
    return {
        "supplier_id": dice.few(),
        "category_id": dice.few(),
        "unit_id": dice.one(None, dice.few),
        "decided_on": dice.one(dice.day, date(2024, 2, 29), date(2025, 3, 1)),
        "valid_to": dice.one(None, None, dice.day),
        "is_documented": dice.one(True, True, False),
    }


def random_rule(dice: Dice) -> Row:
    return {
        "priority": dice.few(),
        "account_from": dice.one(None, 40, 4000, 6000),
        "account_to": dice.one(None, 4099, 6099),
        "text_pattern": dice.one(None, "lokal", r"\bhyra\b"),
        "spend_class": dice.one("premises", "internal", "transfer", "procurable"),
        "valid_from": dice.one(dice.day, date(2020, 1, 1)),
        "valid_to": dice.one(None, dice.day),
    }


def random_lines(seed: int, count: int = 60) -> pl.DataFrame:
    """Lines of three suppliers, units and categories, with many things missing."""
    dice = Dice(seed + 1)
    return ledger(*(random_line(dice) for _ in range(count)))


def random_line(dice: Dice) -> Row:
    return {
        "alias_id": dice.one(1, 2, 3, 4, 1, 2, 3, 4, None),
        "unit_id": dice.one(None, dice.few, dice.few),
        "category_id": dice.one(None, dice.few, dice.few, dice.few),
        "account_id": dice.one(None, None, dice.few),
        "amount_ore": dice.random.randint(-300_000, 900_000),
        "period": dice.one(None, 202602, 202602, 202602),
        "posted_on": dice.one(None, dice.day),
        "invoiced_on": dice.one(None, dice.day, lambda: dice.day() + timedelta(days=60)),
        "ordered_on": dice.one(None, None, dice.day),
        "delivered_on": dice.one(None, dice.day),
        "contract_ref": dice.one(None, None, None, "contracts-1", "CONTRACTS-2", "dnr 1", "DNR 1", "nothing"),
        "order_ref": dice.one(None, None, "orders-1", "orders-2", "orders-9"),
        "article_no": dice.one(None, None, "a1", "a2"),
        "unit_price_ore": dice.one(None, 10, 11, 12, 9_950, 10_051, 10_101),
    }
