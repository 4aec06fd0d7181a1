"""The pieces pages are made of: everything shown is escaped, every link carries what the visitor chose."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("sqlite_database")


def drawn(script: Callable[[], None], **query: str) -> AppTest:
    """The page that `script` draws."""
    app = AppTest.from_function(script, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.session_state["place"] = "metric"
    return app.run()


def html(page: AppTest) -> str:
    assert not page.exception
    return "\n".join(part.proto.body for part in page.get("html"))


def test_a_link_carries_the_filters_and_the_language_and_nothing_of_the_page_it_is_on():
    def script() -> None:
        from dashboard.layout import link_to

        link_to("metric", "K-AVT-1", kod="K-AVT-1")

    page = drawn(script, forvaltning="3", lang="en", steg="month")

    assert "href='/nyckeltal?forvaltning=3&amp;lang=en&amp;kod=K-AVT-1'" in html(page)


def test_a_link_that_says_a_filter_itself_wins_over_the_visitors():
    def script() -> None:
        from dashboard.layout import link_to

        link_to("metric", "x", forvaltning=7)

    assert "href='/nyckeltal?forvaltning=7'" in html(drawn(script, forvaltning="3"))


def test_words_are_never_read_as_markup():
    def script() -> None:
        from dashboard.layout import Crumb, empty, facts, heading, paragraph, section

        bad = "<img src=x onerror=alert(1)>"
        heading(bad, bad, crumbs=[Crumb(bad, bad), Crumb(bad)])
        section(bad, bad)
        paragraph(bad)
        empty(bad, bad, bad)
        facts({bad: bad})

    assert "<img" not in html(drawn(script))


def test_a_choice_nobody_offered_gives_the_default():
    def script() -> None:
        import streamlit as st

        from dashboard.layout import choice
        from dashboard.text import Text

        options = {"a": Text(sv="Första", en="First"), "b": Text(sv="Andra", en="Second")}
        st.text(choice(Text(sv="Visa", en="Show"), "visa", options, default="a"))

    assert drawn(script, visa="z").text[0].value == "a"
    assert drawn(script, visa="b").text[0].value == "b"


def test_a_choice_is_a_link_that_keeps_the_rest_of_the_address_and_marks_what_is_chosen():
    def script() -> None:
        from dashboard.layout import choice
        from dashboard.text import Text

        options = {"a": Text(sv="Första", en="First"), "b": Text(sv="Andra", en="Second")}
        choice(Text(sv="Visa", en="Show"), "visa", options, default="a")

    written = html(drawn(script, visa="b", kod="K-AVT-1"))

    assert "<a href='/nyckeltal?kod=K-AVT-1'>Första</a>" in written
    assert "<a href='/nyckeltal?kod=K-AVT-1&amp;visa=b' aria-current=true>Andra</a>" in written


def test_a_charts_title_stands_above_it_as_a_heading_and_its_description_stays_in_it():
    def script() -> None:
        from dashboard.charts.theme import finished
        from dashboard.layout import show

        bare = {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "nominal"}}}
        show(finished(bare, "sv", title="En mening"), "chart")

    page = drawn(script)

    spec = page.get("vega_lite_chart")[0].proto.spec
    assert "<h2>En mening</h2>" in html(page)
    assert '"title"' not in spec.replace('"title": null', "")[:200]
    assert '"description": "En mening"' in spec or '"description":"En mening"' in spec


def test_a_long_table_says_how_many_rows_there_are():
    def script() -> None:
        import polars as pl

        from dashboard.layout import table
        from dashboard.table_html import Column
        from dashboard.text import Text

        table(pl.DataFrame({"a": range(10_000)}), [Column("a", Text(sv="A", en="A"), "number")], "Tal")

    written = html(drawn(script))

    assert written.count("<tr>") == 101
    assert "Visar 100 av 10\u00a0000." in written


def test_an_empty_table_says_so():
    def script() -> None:
        import polars as pl

        from dashboard.layout import table

        table(pl.DataFrame({"a": []}), [], "Tal")

    assert "Inget att visa" in html(drawn(script))
