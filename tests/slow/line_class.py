"""The line classes, slowly and obviously: one line at a time, every contract looked at, in plain Python."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import polars as pl

Row = dict[str, Any]
FOR_EVER = date(9999, 12, 31)
DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class SlowLineClass:
    """The registers as lists of rows, and what they say of one line."""

    def __init__(
        self, registers: dict[str, pl.DataFrame], today: date, lag_days: int = 60, small_ore: int = 500_000
    ) -> None:
        rows = {name: frame.to_dicts() for name, frame in registers.items()}
        self.today = today
        self.rows, self.lag, self.small = rows, timedelta(days=lag_days), small_ore
        self.by_id = {name: {row["id"]: row for row in listed} for name, listed in rows.items()}
        self.contracts = [row for row in rows["contracts"] if not row["is_secret"] and self.term(row)]
        self.exhausted: dict[int, date] = {}

    def judge_all(self, lines: pl.DataFrame) -> list[Row]:
        """Every line's answers; the ceilings are worked out first, from the lines that are on contract by term."""
        listed = lines.to_dicts()
        self.exhausted = {}
        self.exhausted = self.ceilings([(line, self.judge(line)) for line in listed])
        return [self.judge(line) for line in listed]

    def ceilings(self, judged: list[tuple[Row, Row]]) -> dict[int, date]:
        spent: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
        for line, answer in judged:
            if answer["line_class"] in ("A", "A-", "B") and answer["contract_id"]:
                spent[answer["contract_id"]][answer["on_day"]] += line["amount_ore"]
        reached = {}
        for contract_id, days in spent.items():
            ceiling, total = self.by_id["contracts"][contract_id]["ceiling_ore"], 0
            for day in sorted(days):
                total += days[day]
                if ceiling and ceiling > 0 and total >= ceiling:
                    reached[contract_id] = day + DAY
                    break
        return reached

    # -- one line ---------------------------------------------------------------------------------

    def judge(self, line: Row) -> Row:
        answer: Row = {"on_day": self.day(line)}
        answer["supplier_id"] = self.by_id["aliases"][line["alias_id"]]["supplier_id"] if line["alias_id"] else None
        account = self.by_id["accounts"].get(line["account_id"])
        answer["category_id"] = line["category_id"] or (account["category_id"] if account else None)
        answer["spend_class"] = self.spend_class(account, answer)
        candidates, answer["match_method"] = self.contract_of(line, answer)
        answer["contract_id"] = candidates[0]["id"] if len(candidates) == 1 else None
        answer["line_class"] = self.line_class(line, answer, candidates)
        answer["is_small_departure"] = answer["line_class"] == "E" and self.is_small(line, answer)
        answer["is_rank_departure"] = answer["line_class"] in ("A", "A-", "B") and self.is_ranked_lower(answer)
        answer["has_resolved_ref"] = bool(self.order(line) or self.referred(line["contract_ref"]))
        answer["order_state"] = self.order_state(line, answer)
        return answer

    def day(self, line: Row) -> date | None:
        for column in ("delivered_on", "ordered_on", "invoiced_on", "posted_on"):
            if line[column]:
                return line[column]
        return date(line["period"] // 100, line["period"] % 100, 1) if line["period"] else None

    def spend_class(self, account: Row | None, answer: Row) -> str:
        day, supplier = answer["on_day"], self.by_id["suppliers"].get(answer["supplier_id"])
        rules = sorted(self.rows["account_rules"], key=lambda rule: (rule["priority"], rule["id"]))
        for rule in rules:
            is_about_counterpart = rule["spend_class"] == "internal" and not (
                rule["account_from"] or rule["account_to"] or rule["text_pattern"]
            )
            if is_about_counterpart and supplier and self.is_own(supplier) and self.is_valid(rule, day):
                return "internal"
        category = self.by_id["categories"].get(answer["category_id"])
        if category and category["spend_class"]:
            return category["spend_class"]
        for rule in rules:
            if self.says_something(account) and self.is_valid(rule, day) and self.fits(rule, account):
                return rule["spend_class"]
        return "procurable" if category or self.says_something(account) else "unknown"

    def says_something(self, account: Row | None) -> bool:
        return account is not None and bool(account["code"].strip() or account["text"].strip())

    def is_valid(self, rule: Row, day: date | None) -> bool:
        return bool(day) and rule["valid_from"] <= day <= (rule["valid_to"] or FOR_EVER)

    def fits(self, rule: Row, account: Row) -> bool:
        if rule["account_from"] is None and rule["account_to"] is None and rule["text_pattern"] is None:
            return rule["spend_class"] != "internal"
        if rule["account_from"] is not None or rule["account_to"] is not None:
            digits = len(str(rule["account_from"] if rule["account_from"] is not None else rule["account_to"]))
            found = re.match(rf"\s*(\d{{{digits}}})", account["code"])
            low, high = rule["account_from"] or 0, rule["account_to"] if rule["account_to"] is not None else 10**9
            if not found or not low <= int(found[1]) <= high:
                return False
        return rule["text_pattern"] is None or bool(re.search(rule["text_pattern"], account["text"], re.IGNORECASE))

    def is_own(self, supplier: Row) -> bool:
        own = [unit for unit in self.rows["units"] if unit["type"] in ("bolag", "namnd", "kommun")]
        keys = [row["key"] for row in self.rows["unit_aliases"] if row["unit_id"] in [unit["id"] for unit in own]]
        return supplier["name"].lower() in [name.lower() for name in [*(unit["name"] for unit in own), *keys]]

    # -- contracts --------------------------------------------------------------------------------

    def term(self, contract: Row) -> tuple[date, date] | None:
        end = contract["initial_end_on"]
        if end:
            end = add_months(end + DAY, self.months_used(contract)) - DAY
        elif contract["is_until_further_notice"]:
            end = FOR_EVER
        if not contract["start_on"] or not end:
            return None
        return contract["start_on"], min(end, contract["terminated_on"] or end)

    def months_used(self, contract: Row) -> int:
        """Walks through the options: those called, and those that came into use because nobody stopped them."""
        own = sorted(
            (o for o in self.rows["options"] if o["contract_id"] == contract["id"]), key=lambda o: o["sequence"]
        )
        if contract["start_on"] and contract["initial_end_on"] < contract["start_on"]:
            return sum(option["length_months"] for option in own if option["exercised_on"])
        used = before = 0
        is_unbroken = True
        for option in own:
            is_called = option["exercised_on"] is not None and option["exercised_on"] <= self.today
            is_unbroken = is_unbroken and (is_called or self.renews(contract, option, before))
            used += option["length_months"] if is_unbroken or option["exercised_on"] else 0
            before += option["length_months"]
        if contract["is_until_further_notice"] and is_unbroken and own and own[-1]["mode"] == "automatic":
            following = own[-1] | {"call_deadline_on": None, "declined_on": None}
            while self.stop(contract, following, before) < self.today:
                used += following["length_months"]
                before += following["length_months"]
        return used

    def renews(self, contract: Row, option: Row, before: int) -> bool:
        begins = add_months(contract["initial_end_on"] + DAY, before) - DAY
        is_declined = option["declined_on"] is not None and option["declined_on"] <= self.today
        is_ended = contract["terminated_on"] is not None and contract["terminated_on"] <= begins
        is_passed = min(self.stop(contract, option, before), begins) < self.today
        return option["mode"] == "automatic" and is_passed and not is_declined and not is_ended

    def stop(self, contract: Row, option: Row, before: int) -> date:
        """The last day to stop it, or to call it."""
        begins = add_months(contract["initial_end_on"] + DAY, before) - DAY
        notice = option["call_deadline_months"]
        if notice is None and option["mode"] == "automatic":
            notice = contract["notice_buyer_months"]
        return option["call_deadline_on"] or add_months(begins, -(notice or 0))

    def is_in_term(self, contract: Row, day: date | None) -> bool:
        first, last = self.term(contract) or (FOR_EVER, date.min)
        return bool(day) and first <= day <= last

    def is_active(self, contract: Row, day: date | None) -> bool:
        return self.is_in_term(contract, day) and day < self.exhausted.get(contract["id"], FOR_EVER)

    def suppliers(self, contract: Row) -> list[int]:
        return [row["supplier_id"] for row in self.rows["contract_suppliers"] if row["contract_id"] == contract["id"]]

    def above(self, name: str, row_id: int | None) -> Iterator[int]:
        """The row and everything it lies below."""
        seen: set[int] = set()
        while row_id and row_id not in seen:
            seen.add(row_id)
            yield row_id
            row_id = self.by_id[name][row_id]["parent_id"]

    def reach(self, scope: Row, category_id: int, unit_id: int | None) -> str:
        """Whether one scope row covers the need: yes, no, or perhaps (the line does not say its unit)."""
        if scope["category_id"] not in self.above("categories", category_id):
            return "no"
        if scope["unit_id"] is None:
            return "yes"
        if unit_id is None:
            return "perhaps"
        return "yes" if scope["unit_id"] in self.above("units", unit_id) else "no"

    def covers(self, contract: Row, category_id: int | None, unit_id: int | None) -> str:
        scopes = [row for row in self.rows["scope"] if row["contract_id"] == contract["id"]]
        reached = {self.reach(scope, category_id, unit_id) for scope in scopes} if category_id else set()
        return "yes" if "yes" in reached else "perhaps" if "perhaps" in reached else "no"

    # -- which contract ---------------------------------------------------------------------------

    def referred(self, ref: str | None) -> list[Row]:
        def is_meant(row: Row) -> bool:
            written = [text.strip() for text in (row["number"], row["registration_number"]) if text]
            return ref is not None and ref in [form for text in written for form in (text, text.lower(), text.upper())]

        return [row for row in self.rows["contracts"] if not row["is_secret"] and is_meant(row)]

    def order(self, line: Row) -> Row | None:
        return next((row for row in self.rows["orders"] if row["number"] == line["order_ref"]), None)

    def contract_of(self, line: Row, answer: Row) -> tuple[list[Row], str | None]:
        supplier, day, category, unit = answer["supplier_id"], answer["on_day"], answer["category_id"], line["unit_id"]

        def possible(contracts: list[Row]) -> list[Row]:
            return [row for row in contracts if self.is_in_term(row, day)]

        def sold_by(contracts: list[Row]) -> list[Row]:
            return [row for row in contracts if supplier and supplier in self.suppliers(row)]

        def named(contracts: list[Row]) -> list[Row]:
            """Those that name the supplier; all of them where none names anybody."""
            return sold_by(contracts) if any(self.suppliers(row) for row in contracts) else contracts

        order = self.order(line)
        ordered = [row for row in self.contracts if order and row["id"] == order["contract_id"]]
        listing = {row["contract_id"] for row in self.rows["price_items"] if row["article_no"] == line["article_no"]}
        scoped = [row for row in sold_by(self.contracts) if self.covers(row, category, unit) != "no"]
        steps = {
            "contract_ref": possible(named(self.referred(line["contract_ref"]))),
            "order_ref": possible(named(ordered)),
            "article": possible(sold_by([row for row in self.contracts if row["id"] in listing])),
            "supplier_category_unit" if unit else "supplier_category": possible(scoped),
        }
        for method, found in steps.items():
            if len(found) == 1:
                return found, method
        several = next((found for found in steps.values() if found), [])
        return several, "ambiguous" if several else None

    # -- the class --------------------------------------------------------------------------------

    def line_class(self, line: Row, answer: Row, candidates: list[Row]) -> str | None:
        supplier, day, category, unit = answer["supplier_id"], answer["on_day"], answer["category_id"], line["unit_id"]
        if answer["spend_class"] not in ("procurable", "unknown"):
            return None
        if answer["spend_class"] == "unknown":
            return "U"
        if candidates:
            good = {self.is_good(contract, line, day) for contract in candidates}
            if len(good) == 2:
                return "U"
            return self.evidence(line, answer) if good == {True} else "C"
        if supplier is None or day is None:
            return "U"
        if any(self.is_active(row, day) and supplier in self.suppliers(row) for row in self.contracts):
            return "C"
        if category is None:
            return "U"
        covering = self.covering(answer, unit)
        if any(how == "perhaps" or not self.suppliers(row) for row, how in covering):
            return "U" if self.is_doubtful(covering) else "E"
        if covering:
            return "E"
        return "D" if any(self.is_award_for(row, answer, unit) for row in self.rows["direct_awards"]) else "F"

    def covering(self, answer: Row, unit: int | None) -> list[tuple[Row, str]]:
        active = [row for row in self.contracts if self.is_active(row, answer["on_day"])]
        reached = [(row, self.covers(row, answer["category_id"], unit)) for row in active]
        return [(row, how) for row, how in reached if how != "no"]

    def is_doubtful(self, covering: list[tuple[Row, str]]) -> bool:
        """A contract that names nobody may be the supplier's own; else one that surely covers is enough."""
        if any(not self.suppliers(row) for row, _ in covering):
            return True
        return not any(how == "yes" for _, how in covering)

    def is_good(self, contract: Row, line: Row, day: date) -> bool:
        """The ceiling is not reached and the invoice did not come too late."""
        _, last = self.term(contract) or (day, day)
        invoice_day = line["invoiced_on"] or line["posted_on"] or day
        in_time = last == FOR_EVER or invoice_day <= last + self.lag
        return self.is_active(contract, day) and in_time

    def evidence(self, line: Row, answer: Row) -> str:
        valid = [
            row
            for row in self.rows["price_items"]
            if row["contract_id"] == answer["contract_id"]
            and row["article_no"] == line["article_no"]
            and row["valid_from"] <= answer["on_day"] <= (row["valid_to"] or FOR_EVER)
        ]
        if not valid or line["unit_price_ore"] is None:
            return "B"
        listed = max(valid, key=lambda row: (row["valid_from"], row["id"]))["unit_price_ore"]
        return "A" if abs(line["unit_price_ore"] - listed) <= max(listed * 0.005, 1) else "A-"

    def is_award_for(self, award: Row, answer: Row, unit: int | None) -> bool:
        last = award["valid_to"] or add_months(award["decided_on"], 12) - DAY
        return (
            award["is_documented"]
            and award["supplier_id"] == answer["supplier_id"]
            and self.reach(award, answer["category_id"], unit) != "no"
            and award["decided_on"] <= answer["on_day"] <= last
        )

    def is_small(self, line: Row, answer: Row) -> bool:
        order = self.order(line)
        amount = order["value_ore"] if order and order["value_ore"] is not None else line["amount_ore"]
        covering = self.covering(answer, line["unit_id"])
        return all(row["is_exclusive"] is False for row, _ in covering) and abs(amount) < self.small

    def is_ranked_lower(self, answer: Row) -> bool:
        return any(
            (row["rank"] or 0) > 1
            for row in self.rows["contract_suppliers"]
            if row["contract_id"] == answer["contract_id"] and row["supplier_id"] == answer["supplier_id"]
        )

    def order_state(self, line: Row, answer: Row) -> str:
        order = self.order(line)
        ordered = order["created_on"] if order else line["ordered_on"]
        if not ordered:
            return "missing"
        invoice_day = line["invoiced_on"] or line["posted_on"] or answer["on_day"]
        return "before" if invoice_day and ordered < invoice_day else "after"
