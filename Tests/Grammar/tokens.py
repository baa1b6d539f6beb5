"""The tokens of a mapping file, as the compiler tells them, and what kind of thing each is to a reader."""

import json
import re
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Token:
    line: int
    # In characters, from 1.
    column: int
    kind: str
    text: str

    @property
    def places(self):
        """Where its characters stand."""
        return [(self.line, self.column + offset) for offset in range(len(self.text))]


# What a word is behind these texts.
WORDS_BEHIND = {"->": "field", "|>": "transform", "??": "constant"}


def tokens(path):
    """The tokens of a file, with words by what they mean, and its comments."""
    dump = subprocess.run(["respmap", "compile", "--emit", "tokens", path],
                          check=True, capture_output=True, text=True).stdout
    found = []
    for entry in dump.splitlines():
        place, kind, *text = entry.split(" ", 2)
        if kind == "endOfFile":
            break
        line, column = map(int, place.split(":"))
        found.append(Token(line, column, kind, unquoted(text[0])))
    return [piece for token in meant(found) for piece in pieces(token)] + comments(path, found)


ESCAPE = re.compile(r"\{\{|\}\}|\\u[0-9A-Fa-f]{4}|\\.")


def pieces(token):
    """The text of a template apart from its escapes; any other token as it is."""
    if token.kind != "templateText":
        return [token]
    result = []
    end = 0
    for escape in [*ESCAPE.finditer(token.text), None]:
        start = escape.start() if escape else len(token.text)
        if start > end:
            result.append(Token(token.line, token.column + end, token.kind, token.text[end:start]))
        if escape:
            result.append(Token(token.line, token.column + start, "escape", escape[0]))
            end = escape.end()
    return result


def unquoted(text):
    return json.loads(re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: json.dumps(
        chr(int(match[1], 16)))[1:-1], text))


def meant(found):
    """The same tokens; words are told apart by what stands before them."""
    result = []
    has_target = False
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        kind = token.kind
        if kind in ("arrow", "operator") or before and token.line > before.line:
            has_target = False
        if kind == "word":
            kind = word(token, before, has_target, has_arrow(found, index))
        elif kind == "string" and before and before.kind == "arrow":
            kind = "field"
        has_target = has_target or kind == "field"
        result.append(Token(token.line, token.column, kind, token.text))
    return result


def word(token, before, has_target, is_mapping):
    if before and before.text in WORDS_BEHIND and before.line == token.line:
        return WORDS_BEHIND[before.text]
    if before and before.kind == "colon" and has_target:
        return "type"
    if token.text in ("true", "false", "null", "else") and is_mapping and not has_target:
        return "constant"
    return "keyword"


def has_arrow(found, index):
    """Whether the token's line, or one that continues it, has an arrow."""
    line = found[index].line
    for token in found[index:]:
        if token.line > line and token.kind not in ("operator", "arrow"):
            return False
        if token.kind == "arrow":
            return True
        line = token.line
    return False


def comments(path, found):
    ends = {}
    for token in found:
        ends[token.line] = token.column - 1 + len(token.text)
    result = []
    for number, line in enumerate(open(path, encoding="utf-8").read().split("\n"), 1):
        rest = line[ends.get(number, 0):].strip()
        if rest.startswith("#"):
            result.append(Token(number, line.rindex(rest) + 1, "comment", rest))
    return result
