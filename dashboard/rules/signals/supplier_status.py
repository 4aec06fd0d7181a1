"""A supplier whose F-tax approval has been withdrawn: often the first sign that a company is in trouble."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Suppliers on a contract in force who are known not to have F-tax; not checked is not known."""
    held = frames["contract_supplier"].join(frames["active"], on="contract_id", how="semi")
    without = frames["supplier"].filter(~pl.col("f_tax_ok")).select("f_tax_checked_on", supplier_id="id")
    return held.join(without, on="supplier_id").select(
        "supplier_id", "contract_id", "f_tax_checked_on", level=pl.lit(1.0)
    )


SIGNAL = Signal(
    key="supplier_status",
    name=Text(sv="F-skatt saknas", en="No F-tax approval"),
    says=Text(
        sv="Leverantören saknar F-skatt, kontrollerat {f_tax_checked_on}.",
        en="The supplier has no F-tax approval, checked {f_tax_checked_on}.",
    ),
    find=find,
    category="other",
    severity=3,
)
