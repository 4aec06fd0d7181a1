"""Options in a register's cell, read by the fast way and by a slow, obvious one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers.options import LONGEST, MODES, Option, parse_options


def slowly(text: str) -> tuple[Option, ...] | None:
    """The canonical writing read word by word; None where a part is not canonical."""
    options = []
    for part in text.replace("\n", ";").split(";"):
        words = part.split()
        if not words:
            continue
        if len(words) not in (2, 3) or words[1].lower() not in MODES:
            return None
        if not all(word.isascii() and word.isdigit() for word in (words[0], *words[2:])):
            return None
        length, deadline = int(words[0]), int(words[2]) if len(words) == 3 else None
        if len(words[0]) > 3 or not 1 <= length <= LONGEST or (deadline is not None and len(words[2]) > 2):
            return None
        options.append(Option(length, MODES[words[1].lower()], deadline))
    return tuple(options)


numbers = st.integers(min_value=-3, max_value=300).map(str)
words = st.one_of(numbers, st.sampled_from([*MODES, "Buyer", "sometimes", ""]))
parts = st.lists(words, max_size=4).map(" ".join)


@given(st.lists(parts, max_size=4), st.sampled_from([";", "; ", "\n", " ; "]))
def test_the_canonical_writing_is_read_as_word_by_word(written: list[str], mark: str) -> None:
    text = mark.join(written)

    expected, read = slowly(text), parse_options(text)

    if expected:
        assert read.options == expected
        assert read.problem is None
    elif expected is None and read.problem is None:
        assert read.options == ()


@given(
    st.lists(
        st.builds(
            Option,
            st.integers(1, LONGEST),
            st.sampled_from(["buyer", "mutual", "automatic"]),
            st.one_of(st.none(), st.integers(0, 99)),
        ),
        max_size=6,
    )
)
def test_what_is_written_canonically_reads_back_the_same(options: list[Option]) -> None:
    written = "; ".join(
        f"{one.length_months} {one.mode}" + ("" if one.call_deadline_months is None else f" {one.call_deadline_months}")
        for one in options
    )

    read = parse_options(written)

    assert read.options == tuple(options)
    assert read.problem is None


@given(st.text(max_size=40))
def test_any_text_gives_options_or_a_problem_and_never_an_error(text: str) -> None:
    read = parse_options(text)

    assert all(1 <= one.length_months <= LONGEST for one in read.options)


@pytest.mark.parametrize(
    ("text", "lengths", "mode", "problem"),
    [
        ("12+12 mån", [12, 12], "buyer", "option_mode_assumed"),
        ("1+1 år", [12, 12], "buyer", "option_mode_assumed"),
        ("Möjlighet till förlängning 24 månader", [24], "buyer", "option_mode_assumed"),
        ("Ömsesidig option 2 år", [24], "mutual", None),
        ("Beställaren får förlänga 12 mån och sedan 6 mån", [12, 6], "buyer", None),
        ("12 köpare 6", [12], "buyer", None),
        ("2x12 mån", [12, 12], "buyer", "option_mode_assumed"),
        ("2 optioner om 12 månader", [12, 12], "buyer", "option_mode_assumed"),
        ("Förlängning 12 månader, två gånger", [12, 12], "buyer", "option_mode_assumed"),
        ("1 år + 1 år, ömsesidigt", [12, 12], "mutual", None),
        ("12 mån enligt punkt 4", [], None, "options_unreadable"),
        ("Ja", [], None, "option_length_missing"),
        ("Nej", [], None, None),
        ("0.0", [], None, None),
        ("enligt avtal", [], None, "options_unreadable"),
        ("12 buyer 6; kanske", [], None, "options_unreadable"),
        ("0 buyer 6", [], None, "options_unreadable"),
        ("2400 mån", [], None, "options_unreadable"),
    ],
)
def test_free_text_gives_lengths_and_says_what_is_assumed(
    text: str, lengths: list[int], mode: str | None, problem: str | None
) -> None:
    read = parse_options(text)

    assert [one.length_months for one in read.options] == lengths
    assert {one.mode for one in read.options} == ({mode} if lengths else set())
    assert read.problem == problem
