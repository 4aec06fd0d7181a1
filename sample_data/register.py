"""The contract register's rows, with the gaps and mistakes that real registers have."""

from datetime import date

import numpy as np
import polars as pl

from sample_data.call_offs import frameworks
from sample_data.categories import CATALOGUE
from sample_data.contracts import EVERY_UNIT, Contract, buyer_id
from sample_data.draw import stream
from sample_data.organisation import DEPARTMENTS
from sample_data.people import CONTROLLERS, OWNERS
from sample_data.plan import MSEK, UNIT_SHARES, Plan
from sample_data.stories import CLASS_EDGE
from sample_data.suppliers import Suppliers


def contract_numbers(contracts: list[Contract]) -> list[str]:
    """The register's numbers: the year and a serial."""
    return [f"AVT-{contract.start.year}-{place + 1:04d}" for place, contract in enumerate(contracts)]


def contract_rows(
    contracts: list[Contract], plan: Plan, suppliers: Suppliers, ceilings: list[int | None], procured: list[int | None]
) -> pl.DataFrame:
    """Rows of `contract`."""
    rng = stream("register")
    names = suppliers.rows["name"].to_list()
    numbers = contract_numbers(contracts)
    made = [
        _row(rng, place, contract, plan, names[contract.suppliers[0] - 1], numbers[place], ceilings[place])
        for place, contract in enumerate(contracts)
    ]
    return pl.DataFrame(made, infer_schema_length=None).with_columns(
        procurement_id=pl.Series(procured, dtype=pl.Int64),
        framework_id=pl.Series(frameworks(contracts), dtype=pl.Int64),
    )


def _row(
    rng: np.random.Generator,
    place: int,
    contract: Contract,
    plan: Plan,
    supplier: str,
    number: str,
    ceiling: int | None,
) -> dict[str, object]:
    def mostly(value: object, gap: float) -> object:
        return None if rng.random() < gap else value

    name = CATALOGUE["name"][contract.category]
    whose = "kommunövergripande" if contract.unit == EVERY_UNIT else DEPARTMENTS[contract.unit][2]
    is_framework = contract.type == "ramavtal"
    is_edge = CATALOGUE["code"][contract.category] == CLASS_EDGE
    value = estimated_ore(contract)
    return {
        "id": place + 1,
        "number": number,
        "registration_number": mostly(f"INK {contract.start.year}/{place + 1:04d}", 0.06),
        "title": f"{name}, {whose}",
        "supplier_name": supplier,
        "procurement_id": None,
        "type": contract.type,
        "regime": mostly(regime(contract, value), 0.05),
        "start_on": contract.start,
        "initial_end_on": None if contract.is_until_further_notice else contract.initial_end,
        "terminated_on": contract.terminated_on,
        "is_until_further_notice": contract.is_until_further_notice,
        "notice_buyer_months": mostly(int(rng.choice([3, 6, 6, 9])), 0.14),
        "notice_supplier_months": mostly(int(rng.choice([6, 9, 12])), 0.2),
        "ceiling_ore": ceiling,
        "estimated_value_ore": mostly(value, 0.15),
        "procedure": mostly("öppet förfarande" if is_framework else "förenklat förfarande", 0.06),
        "complexity": mostly(str(rng.choice(["enkel", "normal", "komplex"])), 0.15),
        "review_risk": mostly(str(rng.choice(["låg", "normal", "hög"])), 0.2),
        "owner": mostly(str(rng.choice(OWNERS)), 0.1),
        "controller": mostly(str(rng.choice(CONTROLLERS)), 0.12),
        "risk_class": mostly(int(rng.choice([1, 2, 3, 4], p=[0.4, 0.32, 0.2, 0.08])), 0.07),
        "criticality": mostly(int(rng.choice([1, 2, 3, 4])), 0.2),
        "is_exclusive": False if is_edge else mostly(bool(rng.random() < 0.68), 0.12),
        "is_pooled": contract.unit == EVERY_UNIT or (is_framework and rng.random() < 0.75),
        "is_e_tradeable": bool(plan.is_e_tradeable[place]),
        "is_e_signed": mostly(contract.start >= date(2022, 1, 1) and rng.random() < 0.8, 0.1),
        "has_price_list": bool(plan.has_prices[place]),
        "has_price_clause": mostly(bool(rng.random() < 0.6), 0.15),
        "is_secret": False,
        "import_id": 1,
    }


def estimated_ore(contract: Contract) -> int:
    """What the buyer thought the whole term would cost: its units' cost of the category, parted in three."""
    shares = UNIT_SHARES[contract.category]
    share = 1.0 if contract.unit == EVERY_UNIT else float(shares[contract.unit])
    years = max((contract.end.toordinal() - contract.start.toordinal()) / 365, 0.5)
    years = min(years, 8)
    parted = 0.45 if contract.unit == EVERY_UNIT else 0.3
    return max(round(float(MSEK[contract.category]) * share * years * parted * 20) * 50_000, 100_000) * 100


def regime(contract: Contract, value: int) -> str:
    """The legal regime: by type, by kind of service, by value."""
    if contract.type == "direkt":
        return "direct_award"
    if CATALOGUE["code"][contract.category] in ("VA4", "HR2", "HR1", "TP2", "ST3", "KO3"):
        return "annex2_social"
    return "above_threshold" if value >= 238_958_500 else "below_threshold_announced"


def scope_rows(contracts: list[Contract], without: set[int]) -> pl.DataFrame:
    """Rows of `contract_scope`; the contracts in `without` have lost theirs."""
    rows = [
        (place + 1, contract.category + 1, buyer_id(contract.unit))
        for place, contract in enumerate(contracts)
        if place not in without
    ]
    frame = pl.DataFrame(rows, schema=["contract_id", "category_id", "unit_id"], orient="row", infer_schema_length=None)
    return frame.select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())


def supplier_rows(contracts: list[Contract], without: set[int]) -> pl.DataFrame:
    """Rows of `contract_supplier`; the contracts in `without` name a supplier that nobody could match."""
    rows = [
        (place + 1, supplier, rank + 1 if contract.is_ranked else None)
        for place, contract in enumerate(contracts)
        if place not in without
        for rank, supplier in enumerate(dict.fromkeys(contract.suppliers))
    ]
    frame = pl.DataFrame(rows, schema=["contract_id", "supplier_id", "rank"], orient="row", infer_schema_length=None)
    return frame.select(
        pl.int_range(1, pl.len() + 1).alias("id"), pl.all(), pl.lit(None, pl.Float64).alias("share_pct")
    )


def option_rows(
    contracts: list[Contract], more: list[tuple[int, int, int, str, None, None, None, None]]
) -> pl.DataFrame:
    """Rows of `contract_option`; `more` are added as they are."""
    rows = [
        (place + 1, sequence + 1, one.length, one.mode, one.call_months, None, one.exercised_on, one.declined_on)
        for place, contract in enumerate(contracts)
        for sequence, one in enumerate(contract.options)
    ]
    rows += more
    names = "contract_id sequence length_months mode call_deadline_months call_deadline_on exercised_on declined_on"
    frame = pl.DataFrame(rows, schema=names.split(), orient="row", infer_schema_length=None)
    return frame.select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())
