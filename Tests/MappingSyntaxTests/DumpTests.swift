import Diagnostics
import MappingSyntax
import Testing

@Suite struct DumpTests {
  @Test func `the tree is printed a node or a token a line`() throws {
    let text = try SourceText(
      Array("on 404 skip\na[0] ?? \"{b}\" |> f(1) -> \"X\u{A0}Y\" # respmap: ignore[RM207]".utf8))
    #expect(
      SyntaxDump.text(of: Parser.parse(text).0, in: text) == #"""
        MappingFile
          StatusRuleDirective
            word "on"
            number "404"
            word "skip"
          MappingStatement
            Expression
              Path
                Key
                  key "a"
                Index
                  leftBracket "["
                  index "0"
                  rightBracket "]"
              Fallback
                operator "??"
                Template
                  quote "\""
                  Hole
                    leftBrace "{"
                    Path
                      Key
                        key "b"
                    rightBrace "}"
                  quote "\""
              Transform
                operator "|>"
                word "f"
                ArgumentList
                  leftParenthesis "("
                  Argument
                    number "1"
                  rightParenthesis ")"
            arrow "->"
            Target
              string "\"X\u{A0}Y\""
          endOfFile
          Suppression RM207

        """#)
  }

  @Test func `missing and unexpected pieces are marked`() throws {
    let text = try SourceText(Array("response\na -> X y".utf8))
    #expect(
      SyntaxDump.text(of: Parser.parse(text).0, in: text) == """
        MappingFile
          ResponseDirective
            word "response"
            word (missing)
          MappingStatement
            Expression
              Path
                Key
                  key "a"
            arrow "->"
            Target
              word "X"
            unexpected "y"
          endOfFile

        """)
  }

  @Test func `tokens are printed with their lines and columns`() throws {
    let text = try SourceText(Array("# c\nresponse json\né.b -> X".utf8))
    #expect(
      TokenDump(text).text(of: Parser.parse(text).0) == """
        2:1 word "response"
        2:10 word "json"
        3:1 key "é"
        3:2 dot "."
        3:3 key "b"
        3:5 arrow "->"
        3:8 word "X"
        3:9 endOfFile

        """)
  }
}
