"""What a tokenizer for TextMate grammars makes of mapping files."""

import json
import logging

from textmate_grammar.parsers.base import LanguageParser

# The tokenizer reports each piece of a line that has no scope of its own.
logging.disable(logging.WARNING)

NEVER = {"match": "(?!)"}


def scopes(grammar, texts):
    """For each text the scopes at each of its places: (line, column) → text."""
    parser = LanguageParser(json.loads(grammar))
    return [scopes_of(parser, text) for text in texts]


def scopes_of(parser, text):
    found = {}
    for number, line in enumerate(text.split("\n"), 1):
        # A grammar of lines: whoever edits one colours it by itself.
        element = parser.parse_string(line + "\n") if line.strip() else None
        for (_, column), content, names in element.flatten() if element else []:
            for offset in range(len(content)):
                found[number, column + offset + 1] = " ".join(names)
    return found


def broken(grammar):
    """The grammar without one rule after the other: what is left out, and the rest."""
    for name in json.loads(grammar)["repository"]:
        rest = json.loads(grammar)
        rest["repository"][name] = NEVER
        yield name, json.dumps(rest)
