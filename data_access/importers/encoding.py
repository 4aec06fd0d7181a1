"""Which encoding a text is written in, told from its bytes; what goes on is UTF-8 with plain line feeds."""

import codecs

from data_access.errors import Refused

_PIECE = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def to_utf8(content: bytes) -> tuple[bytes, str]:
    """The text as UTF-8 without byte-order mark, line ends as they were, and the name of the encoding it had."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _convert(content[len(mark) :], name.removesuffix("-sig")), name
    if content.isascii() and b"\0" not in content[:4096]:
        return content, "ascii"
    bare = _unmarked_utf16(content[:4096])
    if bare:
        return _convert(content, bare), bare
    if b"\0" in content[:4096]:
        raise Refused("text_unreadable")
    if _is_utf8(content):
        return content, "utf-8"
    return _convert(content, "cp1252"), "cp1252"


def with_line_feeds(text: bytes) -> bytes:
    """The text with a line feed where only carriage returns end its lines."""
    if b"\n" in text or b"\r" not in text:
        return text
    return text.replace(b"\r", b"\n")


def _convert(content: bytes, name: str) -> bytes:
    if name == "utf-8":
        return content if _is_utf8(content) else content.decode("cp1252", "replace").encode()
    # cp1252 leaves five bytes without meaning; a sign that says so is better than refusing a whole ledger.
    return content.decode(name, "replace").encode()


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8, asked piece by piece: the whole as one text would cost its size again."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    whole = memoryview(content)
    try:
        for start in range(0, len(whole), _PIECE):
            decoder.decode(whole[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of mostly Latin text is zero."""
    even, odd = head[0::2], head[1::2]
    if len(odd) > 4 and odd.count(0) > 0.6 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if len(even) > 4 and even.count(0) > 0.6 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None
