"""Compares what editors make of each token with what the compiler says it is."""

import json
import pathlib
import re
import subprocess
import sys

import textmate
import vim
from tokens import tokens

# What a TextMate scope of a token has to hold, and the group of Vim's syntax.
EXPECTED = {
    "comment": ("comment.line", "respmapComment"),
    "keyword": ("keyword.", "respmapKeyword"),
    "field": ("entity.name.tag.field", "respmapField"),
    "type": ("storage.type", "respmapType"),
    "transform": ("support.function", "respmapTransform"),
    "constant": ("constant.language", "respmapConstant"),
    "number": ("constant.numeric", "respmapNumber"),
    "index": ("constant.numeric.index", "respmapIndex"),
    "string": ("string.quoted", "respmapString"),
    "quote": ("string.quoted.double.template", "respmapTemplate"),
    "templateText": ("string.quoted.double.template", "respmapTemplateText"),
    "escape": ("constant.character.escape", "respmapEscape"),
    "key": ("variable.other.key", "respmapKey"),
    "quotedKey": ("string.quoted.single.key", "respmapQuotedKey"),
    "attribute": ("entity.other.attribute-name", "respmapAttribute"),
    "jsonPath": ("variable.other.path.jsonpath", "respmapPath"),
    "xPath": ("variable.other.path.xpath", "respmapPath"),
    "condition": ("meta.condition", "respmapCondition"),
    "arrow": ("keyword.operator.arrow", "respmapArrow"),
    "operator": ("keyword.operator", "respmapOperator"),
    "dot": ("punctuation.separator.dot", "respmapDelimiter"),
    "colon": ("punctuation.separator", "respmapDelimiter"),
    "comma": ("punctuation.separator", "respmapDelimiter"),
    "equals": ("punctuation.separator", "respmapDelimiter"),
    "leftBracket": ("punctuation.section.brackets", "respmapDelimiter"),
    "rightBracket": ("punctuation.section.brackets", "respmapDelimiter"),
    "leftParenthesis": ("punctuation.section.parens", "respmapDelimiter"),
    "rightParenthesis": ("punctuation.section.parens", "respmapDelimiter"),
    "leftBrace": ("punctuation.section.embedded", "respmapBrace"),
    "rightBrace": ("punctuation.section.embedded", "respmapBrace"),
}


class Files:
    """Mapping files with the compiler's tokens."""

    def __init__(self, paths):
        self.paths = paths
        self.texts = [pathlib.Path(path).read_text(encoding="utf-8") for path in paths]
        self.tokens = [tokens(path) for path in paths]

    def wrong_scopes(self, grammar):
        """The tokens that are something else by this TextMate grammar, and what they are."""
        for path, found, scopes in zip(self.paths, self.tokens, textmate.scopes(grammar, self.texts)):
            for token in found:
                scope, _ = EXPECTED[token.kind]
                yield from mistake(path, token, scope, [scopes.get(place, "") for place in token.places])

    def wrong_groups(self, syntax):
        """The tokens that are something else by this syntax file of Vim, and what they are."""
        places = [[place for token in found for place in token.places] for found in self.tokens]
        for path, found, groups in zip(self.paths, self.tokens, vim.groups(syntax, self.paths, places)):
            for token in found:
                _, group = EXPECTED[token.kind]
                yield from mistake(path, token, group, [groups[place] for place in token.places])


def mistake(path, token, wanted, happened):
    """The first place in the token that is wrong, if one is. There may be more in it than what is wanted."""
    for offset, what in enumerate(happened):
        if wanted not in what:
            yield (f"{path}:{token.line}:{token.column + offset}: not {wanted} but {what or 'nothing'}: "
                   f"{token.kind} `{token.text}`")
            return


def unnoticed(name, broken, wrong):
    """The rules without which nothing is wrong: nothing holds them."""
    count = 0
    for rule, rest in broken:
        count += 1
        if not any(wrong(rest)):
            yield f"{name}: nothing is wrong without {rule}"
    print(f"{name}: {count} rules, each of them taken out once")


def wrong_findings(readme, path):
    """How `:make` with the README's settings differs from what `respmap check` finds."""
    settings = re.findall(r"`:(set (?:makeprg|errorformat)=[^`]*)`", readme)
    found = vim.findings(settings, path)
    check = subprocess.run(["respmap", "check", "--format", "json-lines", path], capture_output=True, text=True)
    wanted = []
    for finding in map(json.loads, check.stdout.splitlines()):
        start = finding["range"]["start"]
        wanted.append((finding["file"], start["line"], start["column"], finding["severity"][0]))
    if [finding[:4] for finding in found] != wanted or not wanted:
        yield f"Vim: :make finds {found}, not {wanted}"


def main(paths):
    grammar = pathlib.Path("Grammar/respmap.tmLanguage.json").read_text(encoding="utf-8")
    syntax = pathlib.Path("Grammar/respmap.vim").read_text(encoding="utf-8")
    files = Files(paths)
    wrong = [*files.wrong_scopes(grammar), *files.wrong_groups(syntax)]
    kinds = {token.kind for found in files.tokens for token in found}
    wrong += [f"no file has a {kind}" for kind in EXPECTED.keys() - kinds]

    constructs = Files([path for path in paths if path.startswith("Tests/Grammar/")])
    wrong += unnoticed("TextMate", textmate.broken(grammar), constructs.wrong_scopes)
    wrong += unnoticed("Vim", vim.broken(syntax), constructs.wrong_groups)

    # As they are written, a character after the other: no rule may loop on what is not finished.
    unfinished = [line[:end] for text in constructs.texts for line in text.split("\n") for end in range(len(line))]
    textmate.scopes(grammar, ["\n".join(unfinished)])
    print(f"TextMate: {len(unfinished)} unfinished lines")

    readme = pathlib.Path("README.md").read_text(encoding="utf-8")
    wrong += wrong_findings(readme, "Samples/first-steps/mistakes.txt")

    print(*wrong, sep="\n", end="\n" if wrong else "")
    count = sum(map(len, files.tokens))
    print(f"grammars: {len(paths)} files, {count} tokens of {len(kinds)} kinds, {len(wrong)} wrong")
    return bool(wrong)


sys.exit(main(sys.argv[1:]))
