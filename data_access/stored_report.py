"""An import's report as it was stored, back in its own type."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from data_access.errors import Problem
from data_access.importers.report import ImportReport, MemberReport


def report_from_json(stored: Mapping[str, Any]) -> ImportReport:
    """The report from `to_json`; keys that an older or newer version wrote and this one lacks are left out."""
    known = {field.name: stored[field.name] for field in fields(ImportReport) if field.name in stored}
    known["members"] = tuple(MemberReport(**member) for member in stored.get("members", ()))
    known["problems"] = tuple(Problem(**problem) for problem in stored.get("problems", ()))
    return ImportReport(**known)
