"""Compares what editors make of each token with what the compiler says it is."""

import json
import logging
import pathlib
import re
import subprocess
import sys
import tempfile

from textmate_grammar.parsers.base import LanguageParser
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


def textmate(paths):
    """For each file the scopes at each place: (line, column) → text."""
    with open("Grammar/respmap.tmLanguage.json", encoding="utf-8") as file:
        parser = LanguageParser(json.load(file))
    for path in paths:
        scopes = {}
        for line, text in enumerate(open(path, encoding="utf-8").read().split("\n")):
            # A grammar of lines: whoever edits one colours it by itself.
            element = parser.parse_string(text + "\n") if text.strip() else None
            for (_, column), content, names in element.flatten() if element else []:
                for offset in range(len(content)):
                    scopes[line + 1, column + offset + 1] = " ".join(names)
        yield scopes


# The group at a place: the last of those that link to each other whose name begins with respmap.
GROUP_AT = """
function! GroupAt(line, column)
  let name = synIDattr(synID(a:line, a:column, 1), 'name')
  while 1
    let link = matchstr(name == '' ? '' : execute('highlight ' . name), 'links to \\zsrespmap\\w*')
    if link == ''
      return name
    endif
    let name = link
  endwhile
endfunction
"""


def install(folder):
    """Puts the syntax file where its first lines say."""
    syntax = pathlib.Path("Grammar/respmap.vim").read_text(encoding="utf-8")
    detection = re.search(r"^\"   (autocmd .*)$", syntax, re.MULTILINE)[1]
    for name, text in [("syntax", syntax), ("ftdetect", detection + "\n")]:
        path = pathlib.Path(folder, name, "respmap.vim")
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")


def vim(paths, places):
    """For each file the names of the groups at its places."""
    with tempfile.TemporaryDirectory() as folder:
        install(folder)
        script = ["set encoding=utf-8", f"set runtimepath^={folder}", "filetype on", "syntax on",
                  *GROUP_AT.split("\n"), "let g:names = []"]
        for path, wanted in zip(paths, places):
            script += [f"edit {path}", "syntax sync fromstart"]
            for line, column in wanted:
                # Vim counts bytes.
                place = f"{line}, byteidx(getline({line}), {column - 1}) + 1"
                script.append(f"call add(g:names, GroupAt({place}))")
        script += [f"call writefile(g:names, '{folder}/names')", "qall!"]
        with open(folder + "/script.vim", "w", encoding="utf-8") as file:
            file.write("\n".join(script) + "\n")
        vim = subprocess.run(["vim", "-Nu", "NONE", "-es", "-S", folder + "/script.vim"], timeout=120,
                             stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if vim.returncode:
            sys.exit(f"vim: {vim.stdout}{vim.stderr}")
        with open(folder + "/names", encoding="utf-8") as file:
            taken = iter(file.read().split("\n"))
    return [[next(taken) for _ in wanted] for wanted in places]


def main(paths):
    # The tokenizer reports each piece of a line that has no scope of its own.
    logging.disable(logging.WARNING)
    wanted = [tokens(path) for path in paths]
    groups = vim(paths, [[(token.line, token.column) for token in found] for found in wanted])
    wrong = 0
    kinds = set()
    for path, found, scopes, names in zip(paths, wanted, textmate(paths), groups):
        for token, name in zip(found, names):
            kinds.add(token.kind)
            scope, group = EXPECTED[token.kind]
            happened = scopes.get((token.line, token.column), "none")
            for editor, ok, is_, want in [("TextMate", scope in happened, happened, scope),
                                          ("Vim", name == group, name or "none", group)]:
                if not ok:
                    wrong += 1
                    print(f"{path}:{token.line}:{token.column}: {editor}: {token.kind} "
                          f"`{token.text}` is {is_}, not {want}")
    missing = EXPECTED.keys() - kinds
    if missing:
        wrong += 1
        print("no file has:", ", ".join(sorted(missing)))
    count = sum(map(len, wanted))
    print(f"grammars: {len(paths)} files, {count} tokens of {len(kinds)} kinds, {wrong} wrong")
    return wrong > 0


sys.exit(main(sys.argv[1:]))
