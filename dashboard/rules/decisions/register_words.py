"""What a register writes in its own words for procedure, complexity and risk, as the codes of the lead times.

A word that is not known here gives null and never a guess; an empty cell is missing, which is another thing.
"""

import polars as pl

PROCEDURE_WORDS = {
    "below_threshold": (
        *("below_threshold", "förenklat förfarande", "förenklad upphandling", "förenklat", "förenklad"),
        *("urvalsupphandling", "urvalsförfarande", "annonserad upphandling under tröskelvärdet"),
    ),
    "open": ("open", "öppet förfarande", "öppet", "öppen upphandling", "öppen"),
    "selective": (
        *("selective", "selektivt förfarande", "selektivt", "selektiv upphandling", "negotiated"),
        *("förhandlat förfarande", "förhandlat förfarande med föregående annonsering", "konkurrenspräglad dialog"),
    ),
    "renewed_competition": (
        *("renewed_competition", "förnyad konkurrensutsättning", "förnyad konkurrens", "fku"),
        "avrop med förnyad konkurrensutsättning",
    ),
    "direct_award": ("direct_award", "direktupphandling", "direktupphandlat", "direkt"),
}
COMPLEXITY_WORDS = {
    "simple": ("simple", "enkel", "enkelt", "låg", "low"),
    "normal": ("normal", "medel", "medium", "mellan"),
    "complex": ("complex", "komplex", "komplext", "svår", "hög", "high"),
}
RISK_WORDS = {
    "low": ("low", "låg", "liten"),
    "normal": ("normal", "medel", "medium", "mellan"),
    "high": ("high", "hög", "stor"),
    "critical": ("critical", "kritisk", "samhällskritisk", "mycket hög"),
}


def coded(column: str, words: dict[str, tuple[str, ...]]) -> pl.Expr:
    """The code of what the column says, whatever its capitals and blanks; null where nobody knows the word."""
    plain = pl.col(column).str.strip_chars().str.to_lowercase().str.replace_all(r"\s+", " ")
    pairs = {word: code for code, of_code in words.items() for word in of_code}
    return plain.replace_strict(list(pairs), list(pairs.values()), default=None, return_dtype=pl.String)


def is_blank(column: str) -> pl.Expr:
    """Whether the register says nothing at all."""
    return pl.col(column).is_null() | (pl.col(column).str.strip_chars() == "")


def has_no_lead_time() -> pl.Expr:
    """Whether the procedure is not known, or the complexity where the time depends on it."""
    procedure = coded("procedure", PROCEDURE_WORDS)
    needs_complexity = procedure.is_in(("below_threshold",)) & coded("complexity", COMPLEXITY_WORDS).is_null()
    return procedure.is_null() | needs_complexity
