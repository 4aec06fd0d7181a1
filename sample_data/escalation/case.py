"""One case as it is told: people named, acts recorded, moves made, one after the other."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sample_data.clock import SAMPLE_ON
from sample_data.escalation.book import Book, at
from sample_data.people import IDS

# Acts that are formal wherever they are done: they are in the register of official documents.
FORMAL = frozenset(
    {
        "complaint",
        "action_plan",
        "information",
        "protocol",
        "penalty_assessment",
        "notice_of_breach",
        "legal_assessment",
        "penalty_decision",
        "block_assessment",
        "lowering_agreed",
        "fast_track_approval",
        "termination_decision",
        "continuity_plan",
        "declaration_of_termination",
        "replacement_plan",
        "exclusion_file",
        "settlement_agreement",
        "settlement",
        "handover",
        "final_report",
        "closing_note",
    }
)
CONFIDENTIAL = frozenset({"legal_assessment", "legal_meeting"})
WHO = {
    "contract_controller": "anna.controller",
    "legal_counsel": "iris.legal",
    "chief_purchasing_officer": "kajsa.chief",
    "management_group": "lage.management",
}

LEADERS = ("gun.leader", "hasse.leader")


@dataclass
class Case:
    """A case with its place in the book; `step` follows the moves. `gaps` names what was left undone."""

    book: Book
    contract_id: int
    supplier_id: int
    opened_on: date
    controller: str = "anna.controller"
    unit_id: int | None = None
    category: str = "late"
    severity: int = 2
    gaps: frozenset[str] = frozenset()
    step: int = 0
    until: date = SAMPLE_ON  # the next move: what the step still demands then is never done
    deviations: list[int] = field(default_factory=list)
    id: int = 0
    acts: int = 0
    is_told: bool = False  # its deviations are told one by one elsewhere

    def __post_init__(self) -> None:
        self.id = self.book.add(
            "escalation_case",
            contract_id=self.contract_id,
            supplier_id=self.supplier_id,
            opened_on=self.opened_on,
            opened_by=self.controller,
        )

    @property
    def row(self) -> dict[str, Any]:
        """The case's own row."""
        return self.book.row("escalation_case", self.id)

    def person(self, role: str) -> str:
        """Who has this role in the case."""
        if role == "team_leader":
            return LEADERS[self.id % len(LEADERS)]
        return self.controller if role == "contract_controller" else WHO[role]

    def name(self, role: str, on: date, key: str | None = None) -> int:
        """Puts somebody on the case; gives the row's id."""
        person = IDS[key or self.person(role)]
        return self.book.add("case_member", case_id=self.id, role=role, person_id=person, from_on=on)

    def number(self) -> str | None:
        """The registration number of the next formal act, after the case's own."""
        own = self.row.get("registration_number")
        if own is None:
            return None
        self.acts += 1
        return f"{own}-{self.acts}"

    def registered(self, year: int) -> None:
        """Gives the case its number in the register."""
        if "registration_number" not in self.gaps:
            self.row["registration_number"] = f"KS {year}/{400 + 7 * self.id}"

    def record(self, kind: str, on: date, role: str = "contract_controller", **values: Any) -> None:
        """An act or a document, unless the story leaves it out."""
        if kind in self.gaps:
            return
        formal = {"registration_number": self.number(), "document_state": "finalised"} if kind in FORMAL else {}
        defaults = {"who": self.person(role), "role": role, "is_confidential": kind in CONFIDENTIAL, "at": at(on)}
        self.book.add(
            "case_record", case_id=self.id, kind=kind, step=self.step, done_on=on, **(formal | defaults | values)
        )

    def move(self, event: str, to: int, on: date, role: str, reason: str) -> None:
        """One move on the ladder."""
        earlier = [row for row in self.book.rows["escalation_event"] if row["case_id"] == self.id]
        self.book.add(
            "escalation_event",
            case_id=self.id,
            sequence=len(earlier) + 1,
            from_step=self.step,
            to_step=to,
            event=event,
            happened_on=on,
            at=at(on, 13),
            who=self.person(role),
            role=role,
            reason=reason,
            registration_number=self.number() if max(self.step, to) >= 2 else None,
        )
        self.step = to
        if event in ("monitoring_ok", "settled"):
            self.row["closed_on"] = on

    def item(self, text: str, start: date, due: date, done: date | None = None, verified: date | None = None) -> None:
        """A line of the action plan, which the supplier owns."""
        self.book.add(
            "action_item",
            case_id=self.id,
            description=text,
            owner="Leverantören",
            start_on=start,
            due_on=due,
            done_on=done,
            verified_on=verified,
        )
