"""Words for penalties, order blocks and sanctions: states, units, and why something was refused."""

from collections.abc import Sequence

from dashboard.text import Text
from data_access.errors import Refused

PENALTY_STATES: dict[str, Text] = {
    "entitled": Text(sv="Rätt till vite", en="Entitled"),
    "claimed": Text(sv="Krävt", en="Claimed"),
    "decided": Text(sv="Beslutat", en="Decided"),
    "invoiced": Text(sv="Fakturerat", en="Invoiced"),
    "received": Text(sv="Betalt", en="Received"),
    "waived": Text(sv="Avstått", en="Waived"),
}
FORMAL = ("claimed", "decided", "waived")  # states that are acts which are registered
UNITS: dict[str, Text] = {
    "started_week": Text(sv="per påbörjad vecka", en="per started week"),
    "day": Text(sv="per dag", en="per day"),
    "event": Text(sv="per tillfälle", en="per event"),
    "percent": Text(sv="procent av ordervärdet", en="per cent of the order's value"),
}
BLOCK_STATES: dict[str, Text] = {
    "requested": Text(sv="Begärd, inte lagd", en="Requested, not executed"),
    "executed": Text(sv="Gäller i Raindance", en="In force in Raindance"),
    "lifted": Text(sv="Hävd", en="Lifted"),
    "withdrawn": Text(sv="Återtagen innan den lades", en="Withdrawn before it was executed"),
}
SANCTIONS: dict[str, Text] = {
    "none": Text(sv="Ingen åtgärd", en="No sanction"),
    "complaint": Text(sv="Reklamation", en="Complaint"),
    "waived": Text(sv="Vite, avstått", en="Penalty waived"),
    "claimed": Text(sv="Vite, krävt", en="Penalty claimed"),
    "notice": Text(sv="Erinran om avtalsbrott", en="Notice of breach"),
    "termination": Text(sv="Hävning", en="Termination"),
}
WORDS: dict[str, Text] = {
    "sanction_refused": Text(sv="Det gick inte att spara:", en="It could not be saved:"),
    "penalty_clause_unknown": Text(sv="Vitesklausulen finns inte längre.", en="The penalty clause is no longer there."),
    "penalty_unknown": Text(sv="Vitet finns inte.", en="There is no such penalty."),
    "erp_block_unknown": Text(sv="Spärren finns inte.", en="There is no such block."),
    "clause_amount": Text(
        sv="Ange ett belopp större än noll. En klausul i procent har i stället en procentsats, högst 100.",
        en="Give an amount above zero. A clause in per cent has a percentage instead, at most 100.",
    ),
    "clause_cap": Text(sv="Taket ska vara större än noll.", en="The cap must be above zero."),
    "clause_days": Text(
        sv="Antalet dagar att kräva vite inom ska vara 1–3650.", en="The days to claim within must be 1–3650."
    ),
    "penalty_days": Text(
        sv="Sista dagen kan inte ligga före den första, och ingen av dem i framtiden.",
        en="The last day cannot come before the first, and neither lie in the future.",
    ),
    "penalty_base": Text(
        sv="Ange ordervärdet: vitet är en procent av det.", en="Give the order's value: the penalty is a share of it."
    ),
    "penalty_nothing": Text(
        sv="Klausulen ger inget vite för de dagarna.", en="The clause gives no penalty for those days."
    ),
    "penalty_supplier": Text(sv="Leverantören hör inte till avtalet.", en="The supplier is not on the contract."),
    "penalty_about": Text(
        sv="Ärendet eller avvikelsen gäller en annan leverantör eller ett annat avtal.",
        en="The case or the deviation is about another supplier or contract.",
    ),
    "penalty_category": Text(
        sv="Klausulen gäller en annan sorts avvikelse.", en="The clause is for another kind of deviation."
    ),
    "penalty_settled": Text(
        sv="Dagarna kan bara ändras innan vitet har krävts.", en="The days can only be changed before it is claimed."
    ),
    "penalty_no_such_move": Text(
        sv="Vitet går ett steg i taget: rätt till, krävt, beslutat, fakturerat, betalt. Avstå går fram till beslutet.",
        en="A penalty moves one step at a time: entitled, claimed, decided, invoiced, received. Waiving ends there.",
    ),
    "penalty_day_ahead": Text(sv="Dagen ligger i framtiden.", en="The day lies in the future."),
    "penalty_day_before_last": Text(
        sv="Dagen ligger före det som redan har hänt.", en="The day comes before what has happened already."
    ),
    "penalty_amount_negative": Text(sv="Beloppet kan inte vara negativt.", en="The amount cannot be negative."),
    "penalty_waive_reason": Text(
        sv="Skriv varför vi avstår, minst 20 tecken. Att avstå är ett beslut med skäl.",
        en="Write why we waive it, at least 20 characters. Waiving is a decision with reasons.",
    ),
    "penalty_waive_number": Text(
        sv="Ange beslutets diarienummer. Att avstå är ett registrerat beslut.",
        en="Give the decision's registration number. Waiving is a registered decision.",
    ),
    "penalty_lower_reason": Text(sv="Skriv varför beloppet sänks.", en="Write why the amount is lowered."),
    "penalty_higher_reason": Text(
        sv="Beloppet är högre än klausulen ger rätt till. Skriv varför, minst 20 tecken.",
        en="The amount is above what the clause gives a right to. Write why, at least 20 characters.",
    ),
    "penalty_no_notice": Text(
        sv="Avtalet kräver att leverantören har fått en reklamation före vitet. Lägg in reklamationen först.",
        en="The contract demands that the supplier had a complaint before the penalty. Record the complaint first.",
    ),
    "penalty_number_missing": Text(sv="Ange ett diarienummer.", en="Give a registration number."),
    "block_open": Text(sv="Det finns redan en sådan spärr.", en="There is such a block already."),
    "block_is_executed": Text(sv="Spärren är redan lagd.", en="The block is executed already."),
    "block_is_lifted": Text(sv="Spärren är redan hävd.", en="The block is lifted already."),
    "block_day_ahead": Text(sv="Dagen ligger i framtiden.", en="The day lies in the future."),
    "block_day_before": Text(
        sv="Dagen ligger före den dag då spärren begärdes eller lades.",
        en="The day comes before the block was requested or executed.",
    ),
}


def require(codes: Sequence[str], object_type: str, object_id: int | None = None) -> None:
    """Raises Refused with every reason in words where there are any."""
    if codes:
        reasons = tuple(WORDS[code] for code in codes)
        about = {"object_type": object_type, "object_id": object_id}
        raise Refused("sanction_refused", codes=tuple(codes), obstacles=reasons, **about)
