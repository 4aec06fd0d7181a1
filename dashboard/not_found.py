"""What a visitor gets who asks for a page there is not: a plain page that says so and leads home."""

from html import escape

from dashboard.navigation import PLACES, page_path
from dashboard.text import Language, Text

TITLE = Text(sv="Sidan finns inte", en="There is no such page")
WHY = Text(
    sv="Adressen leder ingenstans. Kontrollera stavningen, eller välj en sida här.",
    en="The address leads nowhere. Check how it is spelt, or choose a page here.",
)
STYLE = """
body { font-family: "Source Sans 3", "Source Sans", sans-serif; font-size: 1.1rem; line-height: 1.5; color: #111a24;
  background: #f2f5f8; margin: 0; }
main { background: white; border-left: 4px solid #8b96a1; max-width: 40rem; margin: 12vh auto; padding: 1.5rem 2rem; }
h1 { font-size: 1.75rem; margin: 0; }
ul { padding-left: 1.2rem; }
a { color: #1d5a9a; }
"""
KNOWN = frozenset(place.path for place in PLACES)


def is_known(path: str) -> bool:
    """Whether there is a page at this path ("/inkop")."""
    return path.strip("/") in KNOWN


def not_found_html(language: Language, base: str = "") -> str:
    """The page; `base` is what stands before every path where the app does not live at the root."""
    carried = {"lang": "en"} if language == "en" else {}
    pages = {base + page_path(place.key, carried): place.title for place in PLACES if not place.is_detail}
    links = "".join(
        f"<li><a href='{escape(address)}'>{escape(words.in_language(language))}</a></li>"
        for address, words in pages.items()
    )
    title = escape(TITLE.in_language(language))
    return (
        f"<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title} – Luleå Way</title>"
        f"<meta name='viewport' content='width=device-width'><style>{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1><p>{escape(WHY.in_language(language))}</p><ul>{links}</ul></main></body></html>"
    )
