"""The vocabulary of the attack table: rows, bodies and what must become of them."""

from typing import Callable, NamedTuple

# What the goals speak of: the longest body that must be done with in their time and memory.
LONGEST = 10_000_000

# In a body's text this character marks the place that the failure is to name. It is taken out.
MARK = "‸"


class Body(NamedTuple):
    content: bytes
    # Where the mark stood: offset in bytes, line, column in Unicode scalars; the start without a mark.
    place: tuple[int, int, int] = (0, 1, 1)


def text(marked: str, codec="utf-8", before=b"") -> Body:
    """A body in an encoding; `\\udcXX` stands for the byte XX."""

    def encoded(part: str) -> bytes:
        if codec == "utf-8":
            # Python's UTF-8 of 10 MB costs nothing as long as it is ASCII.
            return part.encode(errors="surrogateescape")
        return part.encode(codec)

    if MARK not in marked:
        return Body(before + encoded(marked))
    head, rest = marked.split(MARK)
    lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # A byte order mark is a character of the body as well.
    shift = 1 if before and len(lines) == 1 else 0
    start = before + encoded(head)
    return Body(start + encoded(rest), (len(start), len(lines), len(lines[-1]) + 1 + shift))


def _length(marked: str) -> int:
    return len(marked.replace(MARK, "").encode(errors="surrogateescape"))


def filled(before: str, unit: str, after: str, size=LONGEST) -> str:
    """A text of at most that many bytes, with as many units in it as fit."""
    room = size - _length(before + after)
    return before + unit * (room // _length(unit)) + after


def counted(before: str, unit: Callable[[int], str], after: str, size=LONGEST) -> str:
    """The same with numbered units."""
    room = size - _length(before + after)
    units = []
    while (room := room - len(unit(len(units)))) >= 0:
        units.append(unit(len(units)))
    return before + "".join(units) + after


# --- What must become of a body


class Nothing(str):
    """A result that writes nothing, by its name."""

    code: str


def _nothing(name: str, code: str) -> Nothing:
    nothing = Nothing(name)
    nothing.code = code
    return nothing


MISSING = _nothing("missing", "RM401")
NULL = _nothing("null", "RM402")
EMPTY = _nothing("empty", "RM403")
MISMATCH = _nothing("mismatch", "RM404")
OVERLONG = _nothing("overlong", "RM405")


class Number(str):
    """A JSON number, by its text."""

    def __eq__(self, other):
        return isinstance(other, Number) and str.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = str.__hash__


class Expected(NamedTuple):
    # The members of the outcome, as `told` in run makes them of respmap's output.
    outcome: dict
    # Whether the place of the mark belongs to it.
    has_place: bool = False
    # Words that the message has.
    says: str = ""


def mapped(*results, warnings=()) -> Expected:
    """One result a path: the value that is written, or why there is none."""
    fields = [(f"Field{number}", result) for number, result in enumerate(results)]
    return Expected({
        "exit": 0,
        "outcome": "mapped",
        "updates": {field: result for field, result in fields if not isinstance(result, Nothing)},
        "results": [
            (field, str(result), result.code) if isinstance(result, Nothing)
            else (field, "written", None) for field, result in fields
        ],
        "warnings": list(warnings),
    })


def failed(kind: str, code: str, says="", warnings=(), has_place=False, **members) -> Expected:
    outcome = {
        "exit": 4, "outcome": "notMapped", "updates": {}, "results": [], "kind": kind, "code": code,
        "class": "investigate", **members, "warnings": list(warnings),
    }
    return Expected(outcome, has_place, says)


def malformed(says="", warnings=()) -> Expected:
    return failed("malformedBody", "RM303", says, warnings, has_place=True)


def encoding(says="", warnings=()) -> Expected:
    return failed("encoding", "RM304", says, warnings, has_place=True)


def limit(name: str, value: int, warnings=()) -> Expected:
    return failed("limit", "RM501", str(value), warnings, limit=name, value=value)


# --- Rows


class Row(NamedTuple):
    name: str
    format: str
    # One mapping each: the path, perhaps with ` : TYPE` behind.
    paths: list[str]
    body: Callable[[], str | bytes | Body]
    expected: Expected
    content_type: str | None
    # That the expectation is not met, and why.
    known: str | None
    # The time in place of the goal, of a row whose time is what is known.
    seconds: float | None

    @property
    def mapping(self) -> str:
        lines = [f"response {self.format}"]
        for number, path in enumerate(self.paths):
            path, colon, type = path.partition(" :")
            lines.append(f"{path} -> Field{number}{colon}{type}")
        return "\n".join(lines) + "\n"


def table(format: str, path: str):
    """A table, and what adds a row to it; rows map that path where they name no other."""
    rows: list[Row] = []

    def row(name, body, expected, paths=None, content_type=None, known=None,
            seconds=None):
        """A body that is long is given by what makes it."""
        made = body if callable(body) else lambda: body
        rows.append(
            Row(name, format, paths or [path], made, expected, content_type, known, seconds))

    return rows, row
