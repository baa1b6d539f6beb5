"""What Vim makes of mapping files, and of what `respmap check` says about them."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

# The groups at a place, from the outermost to the one that is seen there. A group stands for the last of those that
# it links to whose name begins with respmap.
GROUPS_AT = r"""
function! Meant(id)
  let name = synIDattr(a:id, 'name')
  while name != ''
    let link = matchstr(execute('highlight ' . name), 'links to \zsrespmap\w*')
    if link == ''
      break
    endif
    let name = link
  endwhile
  return name
endfunction

function! GroupsAt(line, column)
  let column = byteidxcomp(getline(a:line), a:column - 1) + 1
  return map(synstack(a:line, column) + [synID(a:line, column, 1)], 'Meant(v:val)')
endfunction
"""


def run(folder, script):
    """Runs a script of Vim and returns what it adds to `g:results`."""
    path = pathlib.Path(folder, "script.vim")
    results = pathlib.Path(folder, "results")
    lines = ["set encoding=utf-8", "let g:results = []", *script,
             f"call writefile([json_encode(g:results)], '{results}')", "qall!"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    vim = subprocess.run(["vim", "-Nu", "NONE", "-i", "NONE", "-n", "-es", "-S", path], timeout=120,
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if vim.returncode or not results.exists():
        sys.exit(f"vim: {vim.stdout}{vim.stderr}")
    return json.loads(results.read_text(encoding="utf-8"))


def install(folder, syntax):
    """Puts the syntax file where its first lines say."""
    detection = re.search(r"^\"   (autocmd .*)$", syntax, re.MULTILINE)[1]
    for name, text in [("syntax", syntax), ("ftdetect", detection + "\n")]:
        path = pathlib.Path(folder, name, "respmap.vim")
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")


def groups(syntax, paths, places):
    """For each file the groups at each of its places: (line, column) → their names."""
    with tempfile.TemporaryDirectory() as folder:
        install(folder, syntax)
        script = [f"set runtimepath^={folder}", "filetype on", "syntax on", *GROUPS_AT.split("\n")]
        for path, wanted in zip(paths, places):
            script += [f"edit {path}", "syntax sync fromstart"]
            script += [f"call add(g:results, GroupsAt({line}, {column}))" for line, column in wanted]
        taken = iter(run(folder, script))
    return [{place: next(taken) for place in wanted} for wanted in places]


def broken(syntax):
    """The syntax file without one rule after the other: what is left out, and the rest."""
    # A rule goes on in lines that begin with a backslash.
    for rule in re.finditer(r"^(?:execute ')?syntax (?:match|region) .*\n(?: +\\.*\n)*", syntax, re.MULTILINE):
        yield rule[0].split("\n")[0], syntax[:rule.start()] + syntax[rule.end():]


def findings(settings, path):
    """What `:make` leads to: (file, line, column, type, text)."""
    with tempfile.TemporaryDirectory() as folder:
        script = [*settings, f"edit {path}", "silent make!", "let g:results = getqflist()",
                  "call map(g:results, {_, it -> extend(it, {'file': bufname(it.bufnr)})})"]
        return [(it["file"], it["lnum"], it["col"], it["type"], it["text"])
                for it in run(folder, script) if it["valid"]]
