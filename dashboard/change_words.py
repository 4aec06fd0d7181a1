"""Words for changes of contracts under LOU 17 kap: answers, paragraphs, what is missing. Never a legal verdict."""

from collections.abc import Mapping
from typing import Any

from dashboard import formats
from dashboard.rules.changes.order import Tried
from dashboard.rules.changes.paragraphs import BY_HALF, Answer
from dashboard.text import Language, Text

BY_LAWYER = Text(
    sv="Det här är en beräkning. Bedömning görs av jurist.",
    en="This is a calculation. The assessment is made by legal counsel.",
)
GUIDANCE = Text(
    sv="Vägledande: 17 kap. LOU gäller inte direkt för avtalet (19:1). Det behövs en anteckning av jurist om hur "
    "ändringen står sig mot principerna i 19:2.",
    en="Guidance: LOU chapter 17 does not apply directly to the contract (19:1). A note by legal counsel is needed on "
    "how the change stands against the principles in 19:2.",
)
GUIDANCE_LUF = Text(
    sv="Vägledande: avtalet följer LUF, som har egna regler om ändringar.",
    en="Guidance: the contract follows the utilities act (LUF), which has its own rules for changes.",
)
ANSWERS: dict[str, Text] = {
    Answer.ALLOWED: Text(sv="Tillåten enligt {paragraph} §", en="Allowed under {paragraph}"),
    Answer.PROBABLY_NOT: Text(sv="Sannolikt inte tillåten", en="Probably not allowed"),
    Answer.LEGAL: Text(sv="Kräver juristbedömning", en="Needs legal assessment"),
    Answer.UNKNOWN: Text(sv="Kan inte beräknas", en="Cannot be computed"),
}
PARAGRAPHS: dict[str, Text] = {
    "17:9": Text(sv="Mindre värde", en="Small value"),
    "17:10": Text(sv="Ändringsklausul i avtalet", en="Change clause in the contract"),
    "17:11": Text(sv="Kompletterande beställning", en="Additional order"),
    "17:12": Text(sv="Oförutsebara omständigheter", en="Unforeseeable circumstances"),
    "17:13": Text(sv="Byte av leverantör", en="Change of supplier"),
    "17:14": Text(sv="Inte väsentlig ändring", en="Change that is not substantial"),
}
NEW_PROCUREMENT = Text(
    sv="Utan annan grund behövs en ny upphandling.", en="Without another ground a new procurement is needed."
)
CONDITIONS: dict[str, Text] = {
    "17:9": Text(
        sv="Avtalets övergripande karaktär får inte ändras.",
        en="The overall nature of the contract may not change.",
    ),
    "17:10": Text(
        sv="Klausulen ska ha funnits i upphandlingen och vara klar, exakt och entydig. Avtalets karaktär får inte "
        "ändras.",
        en="The clause was in the procurement, and is clear, precise and unequivocal. The contract's nature may not "
        "change.",
    ),
    "17:11": Text(
        sv="Beställningen ska vara nödvändig, och leverantören ska inte kunna bytas utan betydande olägenhet eller "
        "kostnad. Paragrafen talar om kontraktet: pröva särskilt om avtalet är ett ramavtal.",
        en="The order is necessary, and the supplier cannot be changed without significant inconvenience or cost. The "
        "paragraph speaks of the contract: take special care where it is a framework agreement.",
    ),
    "17:12": Text(
        sv="Omständigheten förutsågs inte och borde inte ha förutsetts. Avtalets karaktär får inte ändras.",
        en="The circumstance was not foreseen and should not have been. The contract's nature may not change.",
    ),
    "17:13": Text(
        sv="Den nya leverantören ska klara kvalificeringen, och inget annat väsentligt får ändras.",
        en="The new supplier passes the qualification, and nothing else substantial changes.",
    ),
    "17:14": Text(
        sv="Ändringen får inte ha kunnat påverka vilka som lämnade anbud, flytta balansen till leverantörens förmån "
        "eller utvidga avtalet väsentligt.",
        en="The change could not have changed who submitted tenders, does not shift the balance to the supplier, and "
        "does not extend the contract considerably.",
    ),
}
TRIED: dict[str, Text] = {
    Tried.HOLDS: Text(sv="Beräkningen håller", en="The calculation holds"),
    Tried.FAILS: Text(sv="Beräkningen håller inte", en="The calculation does not hold"),
    Tried.LEGAL: Text(sv="Bedöms av jurist", en="For legal counsel"),
    Tried.UNKNOWN: Text(sv="Kan inte beräknas", en="Cannot be computed"),
    Tried.NOT_CLAIMED: Text(sv="Inte aktuell", en="Not in question"),
}
MISSING: dict[str, Text] = {
    "regime": Text(sv="vilket regelverk avtalet följer", en="which regime the contract follows"),
    "value": Text(sv="avtalets värde med alla optioner", en="the contract's value with all options"),
    "index": Text(sv="indexomräkningen av värdet", en="the index factor of the value"),
    "kind": Text(sv="om det är varor, tjänster eller bygg", en="whether it is goods, services or works"),
    "threshold": Text(
        sv="ett verifierat tröskelvärde i kronor för dagen", en="a verified threshold in kronor for the day"
    ),
    "delta": Text(sv="ändringens belopp", en="the amount of the change"),
    "day": Text(sv="dagen för ändringen", en="the day of the change"),
    "earlier": Text(
        sv="belopp eller dag för en annan ändring på avtalet", en="the amount or day of another change of the contract"
    ),
}
MISSES = Text(sv="Det saknas: {things}.", en="Missing: {things}.")
NO_NOTICE = Text(
    sv="Ändringen ska annonseras (17:16), och någon annons är inte registrerad.",
    en="The change is to be announced (17:16), and no notice is recorded.",
)
SMALL_VALUE = Text(
    sv="Ändringarna är netto {net_ore}, {net_share} av det omräknade värdet {indexed_ore}. De ska vara lägre än både "
    "tröskelvärdet {threshold_ore} och gränsen i procent.",
    en="The changes are {net_ore} net, {net_share} of the indexed value {indexed_ore}. They are to be below both the "
    "threshold {threshold_ore} and the percentage limit.",
)
SMALL_SHARE = Text(
    sv="Ändringarna är netto {net_ore}, {net_share} av det omräknade värdet {indexed_ore}. De ska vara lägre än "
    "{limit_share}, och lägre än tröskelvärdet, som inte är känt i kronor för dagen.",
    en="The changes are {net_ore} net, {net_share} of the indexed value {indexed_ore}. They are to be below "
    "{limit_share}, and below the threshold, which is not known in kronor for the day.",
)
NET_ONLY = Text(
    sv="Ändringarna är netto {net_ore}. Andelen av avtalets värde kan inte beräknas.",
    en="The changes are {net_ore} net. Their share of the contract's value cannot be computed.",
)
HALF = Text(
    sv="Ändringen är {delta_share} av det omräknade värdet {indexed_ore}. Den får vara högst hälften.",
    en="The change is {delta_share} of the indexed value {indexed_ore}. It may be at most half.",
)
AT_MOST = Text(
    sv="Kvar att ändra enligt 17:9: högst {room}, efter gränsen i procent.",
    en="Left to change under 17:9: at most {room}, by the limit in per cent.",
)
HEADROOM = Text(sv="Kvar att ändra enligt 17:9: {headroom}.", en="Left to change under 17:9: {headroom}.")
VERSION = Text(sv="Regel: {rule_version}.", en="Rule: {rule_version}.")


KINDS: dict[str, Text] = {
    "goods": Text(sv="Varor", en="Goods"),
    "services": Text(sv="Tjänster", en="Services"),
    "works": Text(sv="Byggentreprenad", en="Works"),
}
GROUND = Text(sv="{number} §: {words}", en="Section {number}: {words}")


def ground_words(code: str, language: Language) -> str:
    """A paragraph of 17 kap with what it is about: "9 §: Mindre värde"."""
    number = code.removeprefix("17:")
    return GROUND.in_language(language, number=number, words=PARAGRAPHS[code].in_language(language))


def answer_words(change: Mapping[str, Any], language: Language) -> str:
    """The answer of a row of `judged_changes` or `standing`, in a few words; empty where there is none."""
    if change["answer"] is None:
        return ""
    paragraph = change.get("paragraph") or "17:9"
    return ANSWERS[change["answer"]].in_language(language, paragraph=paragraph)


def explained(change: Mapping[str, Any], language: Language) -> list[str]:
    """The answer of a row of `judged_changes`, its arithmetic, what is missing, the rule, and whose judgement it is.

    The condition of the paragraph stands where only a person can say whether it holds.
    """
    said = [answer_words(change, language) + "."]
    said += [guidance_words(change, language)] if change["is_guidance"] else []
    said += [_arithmetic(change, language)] if change["net_ore"] is not None else []
    said += [_half(change, language)] if change["paragraph"] in BY_HALF and change["delta_share"] is not None else []
    said += [missing_words(change["missing"], language)] if change["missing"] else []
    said += [NO_NOTICE.in_language(language)] if change["is_notice_missing"] else []
    condition = CONDITIONS.get(change["paragraph"] or "", NEW_PROCUREMENT)
    return [
        *said,
        condition.in_language(language),
        VERSION.in_language(language, rule_version=change["rule_version"]),
        BY_LAWYER.in_language(language),
    ]


def guidance_words(change: Mapping[str, Any], language: Language) -> str:
    """Why the limits are guidance, for a row with `law` that 17 kap does not hold for."""
    return (GUIDANCE_LUF if change["law"] == "LUF" else GUIDANCE).in_language(language)


def missing_words(codes: list[str], language: Language) -> str:
    """What must be known before it can be computed."""
    return MISSES.in_language(language, things=", ".join(MISSING[code].in_language(language) for code in codes))


def known_headroom(standing: Mapping[str, Any]) -> int | None:
    """The room left in öre; none is left where the limit in per cent is used up, whatever the threshold is."""
    headroom: int | None = standing["headroom_ore"]
    return 0 if headroom is None and standing["share_room_ore"] == 0 else headroom


def headroom_words(standing: Mapping[str, Any], language: Language) -> str:
    """The room left under 17:9; or how much it is at most, and what is missing to say it."""
    known = known_headroom(standing)
    if known is not None:
        return HEADROOM.in_language(language, headroom=formats.kronor(known, 2))
    missing = missing_words(standing["missing"], language)
    if standing["share_room_ore"] is None:
        return missing
    return f"{AT_MOST.in_language(language, room=formats.kronor(standing['share_room_ore'], 2))} {missing}"


def _arithmetic(change: Mapping[str, Any], language: Language) -> str:
    words = NET_ONLY if change["net_share"] is None else SMALL_SHARE
    return (SMALL_VALUE if None not in (change["net_share"], change["threshold_ore"]) else words).in_language(
        language,
        net_ore=formats.kronor(change["net_ore"]),
        net_share=formats.share(change["net_share"], 2),
        indexed_ore=formats.kronor(change["indexed_ore"]),
        threshold_ore=formats.kronor(change["threshold_ore"]),
        limit_share=formats.share(change["limit_share"], 0),
    )


def _half(change: Mapping[str, Any], language: Language) -> str:
    share, indexed = formats.share(change["delta_share"], 2), formats.kronor(change["indexed_ore"])
    return HALF.in_language(language, delta_share=share, indexed_ore=indexed)
