" Vim syntax file
" Language: respmap, mappings of webhook responses
"
" Copy it to ~/.vim/syntax/respmap.vim, and tell files by their names in ~/.vim/ftdetect/respmap.vim:
"   autocmd BufRead,BufNewFile *.respmap setfiletype respmap

if exists("b:current_syntax")
  finish
endif

syntax case match

" A line without an arrow outside quotes is a directive.
let s:quotes = '"\%(\\.\|[^"\\]\)*"\|' . "'\\%(\\\\.\\|[^'\\\\]\\)*'"
let s:no_arrow = '\%(\%(' . s:quotes . "\\|[^\"'#]\\)*->\\)\\@!"
let s:stop = '\%(->\|??\||>\)'
let s:letter = "\\%([0-9A-Za-z_:]\\|[^\\x00-\\x7f]\\|->\\@!\\)"
let s:key = s:letter . '\+\%(\s\+' . s:letter . '\+\)*'
let s:number = '-\?\%(0\|[1-9][0-9]*\)\%(\.[0-9]\+\)\?\%([eE][+-]\?[0-9]\+\)\?'

" Sources; what is defined later goes first where several begin at one place.
execute 'syntax match respmapKey /' . s:key . '/'
syntax match respmapDelimiter /\./
execute 'syntax match respmapAttribute /@' . s:key . '/'
syntax region respmapIndexBrackets matchgroup=respmapDelimiter start=/\[/ end=/\]/ oneline contains=respmapIndex
syntax match respmapIndex /[0-9]\+/ contained
syntax region respmapQuotedKey start=/'/ skip=/\\./ end=/'/ oneline
syntax region respmapTemplate start=/"/ skip=/\\./ end=/"/ oneline
      \ contains=respmapHole,respmapEscape,respmapTemplateText
syntax match respmapTemplateText /[^{}"\\]\+/ contained
syntax match respmapEscape /{{\|}}\|\\\%(u\x\{4}\|.\)/ contained
syntax region respmapHole matchgroup=respmapBrace start=/{{\@!/ end=/}/ contained oneline
      \ contains=respmapKey,respmapDelimiter,respmapAttribute,respmapIndexBrackets,respmapQuotedKey,respmapHolePath,respmapHoleXPath
syntax region respmapHolePath start=/\$/ end=/\ze\s*[}"]/ contained oneline keepend
      \ contains=respmapPathBrackets,respmapPathString
syntax region respmapHoleXPath start=/[\/(]\@=/ end=/\ze\s*[}"]/ contained oneline keepend
      \ contains=respmapXPathString

" Paths of JSONPath and XPath: to an operator, an arrow or a comment outside quotes and brackets.
execute 'syntax region respmapPath start=/\$/ end=/\ze\s*\%(' . s:stop . '\|#\|$\)/ oneline keepend'
      \ . ' contains=respmapPathBrackets,respmapPathString'
syntax region respmapPathBrackets start=/[[(]/ end=/[])]/ contained oneline extend
      \ contains=respmapPathBrackets,respmapPathString
syntax region respmapPathString start=/"/ skip=/\\./ end=/"/ contained oneline extend
syntax region respmapPathString start=/'/ skip=/\\./ end=/'/ contained oneline extend

" In XPath a backslash in quotes is a backslash.
execute 'syntax region respmapXPath start=/[\/(]\@=/ end=/\ze\s*\%(' . s:stop . '\|#\|$\)/ oneline keepend'
      \ . ' contains=respmapXPathString'
syntax region respmapXPathString start=/"/ end=/"/ contained oneline extend
syntax region respmapXPathString start=/'/ end=/'/ contained oneline extend

" Literals: a whole source that is a number or a truth value.
execute 'syntax match respmapNumber /\%(^\s*\|??\s*\)\@<=' . s:number . '\ze\s*\%(' . s:stop . '\|#\|$\)/'
execute 'syntax match respmapConstant /\%(^\s*\|??\s*\)\@<=\%(true\|false\)\ze\s*\%(' . s:stop . '\|#\|$\)/'

" Transforms.
syntax match respmapOperator /??/
syntax match respmapOperator /|>/ nextgroup=respmapJSONTransform,respmapTransform skipwhite
syntax match respmapTransform /\h\w*/ contained nextgroup=respmapArguments skipwhite
syntax region respmapArguments matchgroup=respmapDelimiter start=/(/ end=/)/ contained oneline
      \ contains=respmapString,respmapArgumentNumber,respmapArgumentConstant,respmapArgumentDelimiter
execute 'syntax match respmapArgumentNumber /' . s:number . '/ contained'
syntax match respmapArgumentConstant /\<\%(true\|false\|null\|else\)\>/ contained
syntax match respmapArgumentDelimiter /[,:]/ contained
syntax match respmapJSONTransform /json\ze\s*(/ contained nextgroup=respmapJSONArgument skipwhite
syntax region respmapJSONArgument matchgroup=respmapDelimiter start=/(/ end=/)/ contained oneline
      \ contains=respmapArgumentPath,respmapPathBrackets,respmapPathString
syntax match respmapArgumentPath /[^][()"']\+/ contained
syntax region respmapString start=/"/ skip=/\\./ end=/"/ contained oneline extend

" Targets.
syntax match respmapArrow /->/ nextgroup=respmapField skipwhite
syntax match respmapField /\h\w*/ contained nextgroup=respmapTypeColon,respmapKeyword skipwhite
syntax region respmapField start=/"/ skip=/\\./ end=/"/ contained oneline nextgroup=respmapTypeColon,respmapKeyword skipwhite
syntax match respmapTypeColon /:/ contained nextgroup=respmapType skipwhite
syntax match respmapType /\a\+/ contained nextgroup=respmapKeyword skipwhite
syntax match respmapKeyword /\l\+/ contained nextgroup=respmapKeyword skipwhite

" Directives.
execute 'syntax match respmapDirective /^\s*\zs\%(response\|fields\|profile\|namespace\|on\)\s\@=' . s:no_arrow
      \ . '/ nextgroup=respmapDirectiveRest'
syntax region respmapDirectiveRest start=/\s/ end=/\ze#\|$/ contained oneline keepend
      \ contains=respmapString,respmapStatus,respmapWord,respmapArgumentDelimiter,respmapEquals
syntax match respmapWord /\%([A-Za-z_]\|[^\x00-\x7f]\)\%([0-9A-Za-z_.-]\|[^\x00-\x7f]\)*/ contained
syntax match respmapStatus /\<[1-5]\%([0-9][0-9]\|xx\)\>/ contained
syntax match respmapEquals /=/ contained
execute 'syntax match respmapDirective /^\s*\zs\%(accept\|pending\|reject\)\ze\s\+when\>' . s:no_arrow
      \ . '/ nextgroup=respmapWhen skipwhite'
syntax match respmapWhen /when\>/ contained nextgroup=respmapCondition skipwhite
syntax region respmapCondition start=/\S/ end=/\ze\s*\%(#\|\<because\s*["']\|$\)/ contained oneline keepend
      \ contains=respmapPathBrackets,respmapPathString nextgroup=respmapBecause skipwhite
syntax match respmapBecause /because/ contained nextgroup=respmapString skipwhite

syntax match respmapComment /#.*/

highlight default link respmapComment Comment
highlight default link respmapKeyword Keyword
highlight default link respmapDirective respmapKeyword
highlight default link respmapField Identifier
highlight default link respmapType Type
highlight default link respmapTransform Function
highlight default link respmapJSONTransform respmapTransform
highlight default link respmapConstant Constant
highlight default link respmapArgumentConstant respmapConstant
highlight default link respmapNumber Number
highlight default link respmapArgumentNumber respmapNumber
highlight default link respmapStatus respmapNumber
highlight default link respmapIndex Number
highlight default link respmapString String
highlight default link respmapPathString String
highlight default link respmapXPathString respmapPathString
highlight default link respmapTemplate String
highlight default link respmapTemplateText String
highlight default link respmapEscape SpecialChar
highlight default link respmapQuotedKey Identifier
highlight default link respmapAttribute Identifier
highlight default link respmapPath Special
highlight default link respmapXPath respmapPath
highlight default link respmapHolePath respmapPath
highlight default link respmapHoleXPath respmapPath
highlight default link respmapArgumentPath respmapPath
highlight default link respmapPathBrackets respmapPath
highlight default link respmapCondition Special
highlight default link respmapWhen respmapKeyword
highlight default link respmapBecause respmapKeyword
highlight default link respmapWord respmapKeyword
highlight default link respmapArrow Operator
highlight default link respmapOperator Operator
highlight default link respmapDelimiter Delimiter
highlight default link respmapArgumentDelimiter respmapDelimiter
highlight default link respmapTypeColon respmapDelimiter
highlight default link respmapEquals respmapDelimiter
highlight default link respmapBrace Special

let b:current_syntax = "respmap"
