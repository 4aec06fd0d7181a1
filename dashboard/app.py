"""The app's entry: title, style, navigation, and the words for an empty database."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # `streamlit run` knows only this folder
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from dashboard import session  # noqa: E402
from dashboard.forms import begin_visit  # noqa: E402
from dashboard.language import read_language, t  # noqa: E402
from dashboard.menu import draw_menu  # noqa: E402
from dashboard.navigation import PLACES, Place  # noqa: E402
from dashboard.sidebar import draw_language_switch  # noqa: E402
from dashboard.text import Text  # noqa: E402
from dashboard.welcome import PAGES_WITHOUT_DATA, draw_welcome  # noqa: E402

COUNTING = Text(sv="Räknar på underlaget …", en="Working on the data …")


def as_page(place: Place) -> st.Page:
    """The place as Streamlit knows it."""
    is_first = place.path == ""
    return st.Page(place.file, title=t(place.title), url_path=place.path or None, default=is_first)


st.set_page_config(
    page_title="Luleå Way",
    page_icon=str(ROOT / "dashboard" / "static" / "icon.png"),
    layout="wide",
    initial_sidebar_state=292,
)
st.html(ROOT / "dashboard" / "static" / "style.css")
read_language()
session.read_edition()
pages = {place.key: as_page(place) for place in PLACES}
chosen = st.navigation(list(pages.values()), position="hidden")
here = next(key for key, page in pages.items() if page.url_path == chosen.url_path)
st.session_state["place"] = here
begin_visit(here, st.query_params.get("id", ""))
draw_menu(here)
with st.spinner(t(COUNTING)):  # seen only where the answer takes more than a moment: new data, or the first visit
    if session.available().is_empty and here not in PAGES_WITHOUT_DATA:
        draw_language_switch()
        draw_welcome()
    else:
        chosen.run()
