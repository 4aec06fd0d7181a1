"""What charts of spend share: its four parts as words and colours, and the air words need at the right."""

from dashboard.text import Text

PART_WORDS: dict[str, Text] = {
    "on_ore": Text(sv="På avtal", en="On contract"),
    "outside_ore": Text(sv="Utanför avtal", en="Outside contract"),
    "none_ore": Text(sv="Avtal saknas", en="No contract exists"),
    "unknown_ore": Text(sv="Går inte att avgöra", en="Cannot be decided"),
}
PART_COLOURS = {"on_ore": "#1f4e79", "outside_ore": "#e69f00", "none_ore": "#9aa5b1", "unknown_ore": "#dbe1e7"}
AIR = {"left": 5, "top": 5, "right": 18, "bottom": 5}  # letters are measured before the font is there
HALF_A_MONTH = 36  # a month in words under the last point reaches this far to the right of it
