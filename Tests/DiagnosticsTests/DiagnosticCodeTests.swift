import Diagnostics
import Testing

@Suite struct DiagnosticCodeTests {
  @Test func `no two diagnostics share a code or a name`() {
    let codes = DiagnosticCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `a code is RM and three digits, its name in kebab case`(code: DiagnosticCode) {
    #expect(code.rawValue.wholeMatch(of: /RM[1-5][0-9]{2}/) != nil)
    #expect(code.name.wholeMatch(of: /[a-z]+[0-9]*(-[a-z]+[0-9]*)*/) != nil)
  }

  /// A code is a promise: whoever changes a line here breaks somebody's filter. New lines are fine.
  @Test func `the registry`() {
    let registry = DiagnosticCode.allCases.map { "\($0.rawValue) \($0.name) \($0.severity)" }
    let published = """
      RM101 not-utf8 error
      RM102 empty-file error
      RM103 missing-response error
      RM104 unknown-directive error
      RM105 malformed-response error
      RM106 repeated-directive error
      RM107 misplaced-directive error
      RM108 malformed-directive error
      RM109 invalid-status error
      RM110 missing-arrow error
      RM111 second-arrow error
      RM112 unclosed-bracket error
      RM113 unclosed-quote error
      RM114 missing-path error
      RM115 missing-field error
      RM116 missing-key error
      RM117 illegal-key-character error
      RM118 invalid-index error
      RM119 index-too-large error
      RM120 invalid-field-name error
      RM121 unexpected-text error
      RM122 malformed-modifier error
      RM123 missing-type error
      RM124 unavailable-notation error
      RM125 invalid-escape error
      RM126 missing-dot error
      RM127 malformed-template error
      RM128 malformed-transform error
      RM129 missing-condition error
      RM130 json-path-syntax error
      RM131 json-path-number error
      RM132 path-too-long error
      RM140 x-path-syntax error
      RM150 malformed-suppression warning
      RM190 malformed-plan error
      RM191 plan-version error
      RM192 damaged-plan error
      RM201 duplicate-target error
      RM203 unknown-field error
      RM204 unknown-type error
      RM205 not-writable error
      RM206 type-contradiction warning
      RM207 lossy-type warning
      RM208 no-mappings warning
      RM209 no-soap-name warning
      RM210 label-as-field warning
      RM211 type-in-key warning
      RM212 position-as-key warning
      RM213 index-without-name error
      RM214 not-an-element-name error
      RM215 wrong-notation error
      RM216 unknown-transform error
      RM217 transform-arguments error
      RM218 transform-input error
      RM219 plural-into-scalar error
      RM220 value-cannot-fit error
      RM221 ambiguous-label error
      RM222 unavailable-catalogue error
      RM223 malformed-catalogue error
      RM224 not-a-webhook-target error
      RM225 side-effects warning
      RM226 not-portable error
      RM227 repeated-rule error
      RM228 action-not-allowed error
      RM229 unreachable-fallback warning
      RM230 unknown-function error
      RM231 function-arguments error
      RM232 not-well-typed error
      RM233 not-singular error
      RM234 invalid-regexp error
      RM235 existence-of-null warning
      RM236 inequality-of-absent warning
      RM240 undeclared-prefix error
      RM241 unknown-variable error
      RM242 zero-position warning
      RM243 root-not-named warning
      RM244 mixed-children warning
      RM250 unused-suppression warning
      RM301 timeout error
      RM302 content-type-mismatch error
      RM303 malformed-body error
      RM304 encoding error
      RM305 pending error
      RM306 rejected error
      RM307 mapping-failed error
      RM311 content-type-differs warning
      RM312 byte-order-mark warning
      RM320 not-a-capture error
      RM321 malformed-status-line error
      RM322 malformed-header error
      RM323 truncated-header error
      RM324 malformed-record error
      RM401 missing-value error
      RM402 null-value error
      RM403 empty-value error
      RM404 mismatch error
      RM405 overlong error
      RM406 withheld error
      RM411 null-text warning
      RM412 line-break warning
      RM413 supplementary-character warning
      RM414 duplicate-key warning
      RM415 large-integer warning
      RM416 assumed-utc warning
      RM417 fraction-dropped warning
      RM418 several-siblings warning
      RM419 truncated warning
      RM501 limit error
      """
    #expect(registry == published.split(separator: "\n").map(String.init))
  }
}
