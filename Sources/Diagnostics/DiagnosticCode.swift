/// The registry of everything respmap can say: a stable code, a name and a severity each.
///
/// Families: `RM1xx` syntax, `RM2xx` static checks, `RM3xx` the HTTP envelope and captures,
/// `RM4xx` values, `RM5xx` limits. A code is never reused for another meaning.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  case notUTF8 = "RM101"
  case emptyFile = "RM102"
  case missingResponse = "RM103"
  case unknownDirective = "RM104"
  case malformedResponse = "RM105"
  case repeatedDirective = "RM106"
  case misplacedDirective = "RM107"
  case malformedDirective = "RM108"
  case invalidStatus = "RM109"
  case missingArrow = "RM110"
  case secondArrow = "RM111"
  case unclosedBracket = "RM112"
  case unclosedQuote = "RM113"
  case missingPath = "RM114"
  case missingField = "RM115"
  case missingKey = "RM116"
  case illegalKeyCharacter = "RM117"
  case invalidIndex = "RM118"
  case indexTooLarge = "RM119"
  case invalidFieldName = "RM120"
  case unexpectedText = "RM121"
  case malformedModifier = "RM122"
  case missingType = "RM123"
  case unavailableNotation = "RM124"
  case invalidEscape = "RM125"
  case missingDot = "RM126"
  case malformedTemplate = "RM127"
  case malformedTransform = "RM128"
  case missingCondition = "RM129"
  case jsonPathSyntax = "RM130"
  case jsonPathNumber = "RM131"
  case pathTooLong = "RM132"
  case xPathSyntax = "RM140"
  case malformedSuppression = "RM150"
  case malformedPlan = "RM190"
  case planVersion = "RM191"
  case damagedPlan = "RM192"

  case duplicateTarget = "RM201"
  case unknownField = "RM203"
  case unknownType = "RM204"
  case notWritable = "RM205"
  case typeContradiction = "RM206"
  case lossyType = "RM207"
  case noMappings = "RM208"
  case noSOAPName = "RM209"
  case labelAsField = "RM210"
  case typeInKey = "RM211"
  case positionAsKey = "RM212"
  case indexWithoutName = "RM213"
  case notAnElementName = "RM214"
  case wrongNotation = "RM215"
  case unknownTransform = "RM216"
  case transformArguments = "RM217"
  case transformInput = "RM218"
  case pluralIntoScalar = "RM219"
  case valueCannotFit = "RM220"
  case ambiguousLabel = "RM221"
  case unavailableCatalogue = "RM222"
  case malformedCatalogue = "RM223"
  case notAWebhookTarget = "RM224"
  case sideEffects = "RM225"
  case notPortable = "RM226"
  case repeatedRule = "RM227"
  case actionNotAllowed = "RM228"
  case unreachableFallback = "RM229"
  case unknownFunction = "RM230"
  case functionArguments = "RM231"
  case notWellTyped = "RM232"
  case notSingular = "RM233"
  case invalidRegexp = "RM234"
  case existenceOfNull = "RM235"
  case inequalityOfAbsent = "RM236"
  case undeclaredPrefix = "RM240"
  case unknownVariable = "RM241"
  case zeroPosition = "RM242"
  case rootNotNamed = "RM243"
  case mixedChildren = "RM244"
  case unusedSuppression = "RM250"

  case timeout = "RM301"
  case contentTypeMismatch = "RM302"
  case malformedBody = "RM303"
  case encoding = "RM304"
  case pending = "RM305"
  case rejected = "RM306"
  case mappingFailed = "RM307"
  case contentTypeDiffers = "RM311"
  case byteOrderMark = "RM312"
  case notACapture = "RM320"
  case malformedStatusLine = "RM321"
  case malformedHeader = "RM322"
  case truncatedHeader = "RM323"
  case malformedRecord = "RM324"

  case missingValue = "RM401"
  case nullValue = "RM402"
  case emptyValue = "RM403"
  case mismatch = "RM404"
  case overlong = "RM405"
  case withheld = "RM406"
  case nullText = "RM411"
  case lineBreak = "RM412"
  case supplementaryCharacter = "RM413"
  case duplicateKey = "RM414"
  case largeInteger = "RM415"
  case assumedUTC = "RM416"
  case fractionDropped = "RM417"
  case severalSiblings = "RM418"
  case truncated = "RM419"

  case limit = "RM501"

  /// The code's name in kebab case: `RM110` is `missing-arrow`, `RM101` is `not-utf8`.
  public var name: String {
    let letters = Array("\(self)")
    var name = ""
    for (position, letter) in letters.enumerated() {
      let isCapital = letter.isUppercase
      let followsSmall = position > 0 && letters[position - 1].isLowercase
      let beginsWord = position + 1 < letters.count && letters[position + 1].isLowercase
      if isCapital, followsSmall || beginsWord { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  public enum Severity: String, Sendable {
    /// The mapping cannot run, or the file cannot be read.
    case error
    /// The mapping runs; what is warned about may not be meant.
    case warning
  }

  public var severity: Severity {
    switch self {
    case .malformedSuppression, .typeInKey, .positionAsKey, .typeContradiction, .lossyType,
      .noMappings, .noSOAPName, .labelAsField, .sideEffects, .unreachableFallback,
      .existenceOfNull, .inequalityOfAbsent, .zeroPosition, .rootNotNamed, .mixedChildren,
      .unusedSuppression, .contentTypeDiffers,
      .byteOrderMark, .nullText, .lineBreak, .supplementaryCharacter,
      .duplicateKey, .largeInteger, .assumedUTC, .fractionDropped, .severalSiblings, .truncated:
      .warning
    default:
      .error
    }
  }
}
