"""What people type is kept as typed, but for what could break or deceive."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from dashboard.rules.deviations.free_text import evidence, free_text, needed_text, registration_number
from data_access.errors import Refused


@pytest.mark.parametrize(
    "text",
    [
        "Åäö é \"citat\" 'apostrof' `bakåt` \\ / % _ ; --",
        "'; DROP TABLE deviation; --",
        "<script>alert(1)</script><b>&amp;</b>",
        "👩‍👩‍👧‍👦 🇸🇪 1️⃣",
        "rad 1\nrad 2\n\ttab",
        "שלום مرحبا",
        "x" * 10_000,
    ],
)
def test_a_text_is_kept_as_it_was_typed(text: str) -> None:
    assert free_text(text, "note") == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "ab"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x1b[31mrött\x07", "[31mrött"),
        ("faktura\u202egpj.exe", "fakturagpj.exe"),
        ("\u2066a\u2069", "a"),
        ("halv \ud83d", "halv"),
        ("A\u030angrat", "Ångrat"),
        ("  \n\t ", None),
        ("", None),
        (None, None),
        ("\0", None),
    ],
)
def test_signs_that_do_not_show_are_taken_away(typed: str | None, kept: str | None) -> None:
    assert free_text(typed, "note") == kept


@given(st.text(st.characters(blacklist_categories=())))
def test_whatever_is_typed_can_be_stored_and_is_the_same_the_second_time(text: str) -> None:
    try:
        kept = free_text(text, "note")
    except Refused:  # digits that happen to be a person's number
        reject()

    assert "\0" not in (kept or "").encode().decode()
    assert free_text(kept, "note") == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [("x" * 10_001, "text_too_long"), ("hos 640823-3234", "text_personal_number"), (" ", "text_missing")],
)
def test_a_refusal_says_the_field_and_never_the_text(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        needed_text(typed, "description")

    assert (refused.value.code, refused.value.details["field"]) == (code, "description")
    assert not typed.strip() or typed not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["https://example.org/a?b=ö", "HTTP://EXAMPLE.ORG", "Pärm 3, hylla B", "Mapp: avvikelser", None]
)
def test_evidence_is_a_link_or_a_place(text: str | None) -> None:
    assert evidence(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\0script:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "https://",
        "http:example.org",
        "https://user:pw@example.org",
        "https://exa mple.org",
        "https://[x",
    ],
)
def test_a_link_that_could_do_harm_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="link_unsafe"):
        evidence(text)


@pytest.mark.parametrize("text", ["KS 2026/123", "2026-000123-4", "KS-2026.12:3", "Dnr ÅÄÖ 1", None])
def test_a_registration_number_is_taken_as_the_register_writes_it(text: str | None) -> None:
    assert registration_number(text) == text


@pytest.mark.parametrize("text", ["saknas", "KS_1", "<b>1</b>", "KS 1\nKS 2", "1" * 61, "#1", "½"])
def test_something_else_is_no_registration_number(text: str) -> None:
    with pytest.raises(Refused, match="registration_number_shape"):
        registration_number(text)
