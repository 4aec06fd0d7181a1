"""A supplier whose F-tax approval has been withdrawn: often the first sign that a company is in trouble."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Suppliers on a contract who are known not to have F-tax; not checked is not known."""
    without = frames["supplier"].filter(~pl.col("f_tax_ok")).select("f_tax_checked_on", supplier_id="id")
    held = frames["contract_supplier"].select("supplier_id", "contract_id")
    return held.join(without, on="supplier_id").with_columns(level=pl.lit(1.0))


SIGNAL = Signal(
    key="supplier_status",
    name=Text(sv="F-skatt saknas", en="No F-tax approval"),
    says=Text(
        sv="Leverantören saknar F-skatt (kontrollerat: {f_tax_checked_on}).",
        en="The supplier has no F-tax approval (checked: {f_tax_checked_on}).",
    ),
    find=find,
    category="other",
    severity=3,
)
