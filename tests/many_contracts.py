"""Many contracts with options, decisions and lines of the plan beside what a database holds; the same twice."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from data_access.engine import writing
from data_access.tables.categories import category
from data_access.tables.contracts import contract, contract_option, contract_scope, contract_supplier
from data_access.tables.decisions import contract_decision, plan_item
from data_access.tables.suppliers import supplier
from tests.many_cases import Many

Row = dict[str, Any]
KINDS = ("terminate", "reprocure", "expire")


def add_contracts(contracts: list[Row], options: list[Row]) -> None:
    """Writes them, numbered anew; every tenth with an end is decided on and every tenth has a line in the plan."""
    with writing() as connection:
        many = Many(connection)
        suppliers = list(connection.execute(select(supplier.c.id)).scalars())
        categories = list(connection.execute(select(category.c.id)).scalars())
        ids = {row["id"]: _contract(many, row, suppliers, categories) for row in contracts}
        for option in options:
            own = {name: value for name, value in option.items() if name != "id"}
            many.add(contract_option, **{"length_months": 12, **own, "contract_id": ids[option["contract_id"]]})
        for place, row in enumerate(contracts):
            if place % 10 == 0 and row["initial_end_on"]:
                _decision(many, ids[row["id"]], row["initial_end_on"], KINDS[place // 10 % 3])
            elif place % 10 == 5:
                needed = row["initial_end_on"] or date(2028, 1, 1)
                state = "started" if place % 20 == 5 else "planned"
                many.add(plan_item, title="Behov", contract_id=ids[row["id"]], needed_on=needed, state=state)
        many.write()


def _contract(many: Many, row: Row, suppliers: list[int], categories: list[int]) -> int:
    number = row["id"]
    made = many.add(
        contract,
        **{name: value for name, value in row.items() if name != "id"},
        number=f"M-{number:05}",
        title=f"Mängdavtal {number} om städning och underhåll",
        complexity="simple",
        owner=f"Ägare {number % 20}" if number % 7 else None,
        risk_class=1 + number % 4,
        estimated_value_ore=many.draw.randrange(10_000_000, 900_000_000),
    )
    many.add(contract_supplier, contract_id=made, supplier_id=many.draw.choice(suppliers))
    many.add(contract_scope, contract_id=made, category_id=many.draw.choice(categories))
    return made


def _decision(many: Many, contract_id: int, end: date, kind: str) -> None:
    new_end = {"new_end_on": end if kind == "terminate" else None}
    said = {"decided_on": date(2026, 10, 1), "forum": "Delegation", "reason": "Så ska det vara."}
    by = {"who": "gun.leader", "at": datetime.combine(date(2026, 10, 1), time(12))}
    many.add(contract_decision, contract_id=contract_id, kind=kind, end_before_on=end, **new_end, **said, **by)
