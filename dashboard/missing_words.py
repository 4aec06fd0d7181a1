"""What can be missing in a case, as a thing: '3 saknar handlingsplan'."""

from dashboard.deviation_words import RECORDS
from dashboard.text import Text

MISSING: dict[str, Text] = RECORDS | {
    "registration_number": Text(sv="Diarienummer", en="Registration number"),
    "legal_counsel": Text(sv="Jurist", en="Legal counsel"),
    "erp_block": Text(sv="Spärr i Raindance", en="Order block in Raindance"),
    "block_lifted": Text(sv="Hävd spärr i Raindance", en="Lifted order block in Raindance"),
}
