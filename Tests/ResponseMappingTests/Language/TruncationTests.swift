import ResponseMapping
import Testing

@Suite struct TruncationTests {
  @Test(arguments: cuts)
  func `a text is cut at the limit, never inside a grapheme cluster`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let cuts: [LanguageRow] = [
  .json("v -> T: string on overlong truncate", #"{"v": "⟨x×255⟩"}"#, #"T="⟨x×255⟩""#),
  .json("v -> T: string on overlong truncate", #"{"v": "⟨x×256⟩"}"#, #"T~="⟨x×255⟩" !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×254⟩e\#u{301}"}"#,
    #"T~="⟨x×254⟩" !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×253⟩e\#u{301}"}"#,
    #"T="⟨x×253⟩e\#u{301}""#),
  .json("v -> T: string on overlong truncate", #"{"v": "⟨x×254⟩🇩🇪"}"#, #"T~="⟨x×254⟩" !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×253⟩🇩🇪🇫🇷"}"#,
    #"T~="⟨x×253⟩🇩🇪" !RM413 !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×252⟩👩\#u{200D}👩\#u{200D}👧"}"#,
    #"T~="⟨x×252⟩" !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×254⟩👍\#u{1F3FD}"}"#,
    #"T~="⟨x×254⟩" !RM419"#),
  .json(
    "v -> T: string on overlong truncate",
    #"{"v": "⟨x×253⟩\#u{1100}\#u{1161}\#u{11A8}"}"#,
    #"T~="⟨x×253⟩" !RM419"#),
  .json("v -> T: string on overlong truncate", #"{"v": "⟨x×254⟩\r\n"}"#, #"T~="⟨x×254⟩" !RM419"#),
  .json("v -> T: string on overlong truncate", #"{"v": "e⟨\#u{301}×255⟩"}"#, "T overlong"),
  .json("v -> T: string on overlong truncate", #"{"v": "⟨x×254⟩é!"}"#, #"T~="⟨x×254⟩é" !RM419"#),
  .json("v -> T: text on overlong truncate", #"{"v": "⟨ж×15000⟩"}"#, #"T="⟨ж×15000⟩""#),
  .json("v -> T: text on overlong truncate", #"{"v": "⟨ж×15001⟩"}"#, #"T~="⟨ж×15000⟩" !RM419"#),
  .json("v -> T: text on overlong truncate", #"{"v": "x⟨ж×15000⟩"}"#, #"T~="x⟨ж×14999⟩" !RM419"#),
  .json(
    "v -> T: text on overlong truncate",
    #"{"v": "⟨x×29998⟩e\#u{301}"}"#,
    #"T~="⟨x×29998⟩" !RM419"#),
  .json(
    "v -> T: text on overlong truncate",
    #"{"v": "⟨x×29997⟩e\#u{301}"}"#,
    #"T="⟨x×29997⟩e\#u{301}""#),
  .json("v -> T: phone on overlong truncate", #"{"v": "⟨é×256⟩"}"#, #"T~="⟨é×255⟩" !RM419"#),
  .json("v -> T: url on overlong truncate", #"{"v": "⟨ж×256⟩"}"#, #"T~="⟨ж×255⟩" !RM419"#),
  .xml("r.v -> T on overlong truncate", "<r><v>⟨x×254⟩🇩🇪</v></r>", #"T~="⟨x×254⟩" !RM419"#),
  .json("v |> uppercase -> T on overlong truncate", #"{"v":"⟨ß×128⟩"}"#, #"T~="⟨S×255⟩" !RM419"#),
  .json(#""{v}!" -> T on overlong truncate"#, #"{"v":"⟨x×255⟩"}"#, #"T~="⟨x×255⟩" !RM419"#),
]
