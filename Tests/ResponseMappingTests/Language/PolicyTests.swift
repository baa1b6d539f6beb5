import ResponseMapping
import Testing

@Suite struct PolicyTests {
  @Test(arguments: policies)
  func `the policy of the mapping beats required, which beats the file`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let policies: [LanguageRow] = [
  .json("v -> T", "{}", "T missing"),
  .json("v -> T on missing fail", "{}", "mappingFailed[T] T missing"),
  .json("v -> T required", "{}", "mappingFailed[T] T missing"),
  .json("v -> T required on missing skip", "{}", "T missing"),
  .json("on missing fail\nv -> T", "{}", "mappingFailed[T] T missing"),
  .json("on missing fail\nv -> T on missing skip", "{}", "T missing"),
  .json("on missing skip\nv -> T required", "{}", "mappingFailed[T] T missing"),
  .json(
    "on missing skip\nv -> T on missing fail\nw -> U",
    #"{"w":"x"}"#,
    "mappingFailed[T] T missing U withheld"),
  .json("v -> T", #"{"v":null}"#, "T null"),
  .json("v -> T on null fail", #"{"v":null}"#, "mappingFailed[T] T null"),
  .json("v -> T required", #"{"v":null}"#, "mappingFailed[T] T null"),
  .json("v -> T required on null skip", #"{"v":null}"#, "T null"),
  .json("on null fail\nv -> T", #"{"v":null}"#, "mappingFailed[T] T null"),
  .json("on null fail\nv -> T on null skip", #"{"v":null}"#, "T null"),
  .json("on null skip\nv -> T required", #"{"v":null}"#, "mappingFailed[T] T null"),
  .json(
    "on null skip\nv -> T on null fail\nw -> U",
    #"{"v":null,"w":"x"}"#,
    "mappingFailed[T] T null U withheld"),
  .json("v -> T on null clear", #"{"v":null}"#, "T cleared"),
  .json("on null clear\nv -> T", #"{"v":null}"#, "T cleared"),
  .json("on null clear\nv -> T required", #"{"v":null}"#, "mappingFailed[T] T null"),
  .json("v -> T required on null clear", #"{"v":null}"#, "T cleared"),
  .json("on null clear\nv -> T on null skip", #"{"v":null}"#, "T null"),
  .json("v -> T", #"{"v":""}"#, "T empty"),
  .json("v -> T on empty fail", #"{"v":""}"#, "mappingFailed[T] T empty"),
  .json("v -> T required", #"{"v":""}"#, "mappingFailed[T] T empty"),
  .json("v -> T required on empty skip", #"{"v":""}"#, "T empty"),
  .json("on empty fail\nv -> T", #"{"v":""}"#, "mappingFailed[T] T empty"),
  .json("on empty fail\nv -> T on empty skip", #"{"v":""}"#, "T empty"),
  .json("on empty skip\nv -> T required", #"{"v":""}"#, "mappingFailed[T] T empty"),
  .json(
    "on empty skip\nv -> T on empty fail\nw -> U",
    #"{"v":"","w":"x"}"#,
    "mappingFailed[T] T empty U withheld"),
  .json("v -> T on empty clear", #"{"v":""}"#, "T cleared"),
  .json("on empty clear\nv -> T", #"{"v":""}"#, "T cleared"),
  .json("on empty clear\nv -> T required", #"{"v":""}"#, "mappingFailed[T] T empty"),
  .json("v -> T required on empty clear", #"{"v":""}"#, "T cleared"),
  .json("on empty clear\nv -> T on empty skip", #"{"v":""}"#, "T empty"),
  .json("v -> T", #"{"v":{}}"#, "T mismatch"),
  .json("v -> T on mismatch fail", #"{"v":{}}"#, "mappingFailed[T] T mismatch"),
  .json("v -> T required", #"{"v":{}}"#, "mappingFailed[T] T mismatch"),
  .json("v -> T required on mismatch skip", #"{"v":{}}"#, "T mismatch"),
  .json("on mismatch fail\nv -> T", #"{"v":{}}"#, "mappingFailed[T] T mismatch"),
  .json("on mismatch fail\nv -> T on mismatch skip", #"{"v":{}}"#, "T mismatch"),
  .json("on mismatch skip\nv -> T required", #"{"v":{}}"#, "mappingFailed[T] T mismatch"),
  .json(
    "on mismatch skip\nv -> T on mismatch fail\nw -> U",
    #"{"v":{},"w":"x"}"#,
    "mappingFailed[T] T mismatch U withheld"),
  .json("v -> T", #"{"v":"⟨x×256⟩"}"#, "T overlong"),
  .json("v -> T on overlong truncate", #"{"v":"⟨x×256⟩"}"#, #"T~="⟨x×255⟩" !RM419"#),
  .json("on overlong truncate\nv -> T", #"{"v":"⟨x×256⟩"}"#, #"T~="⟨x×255⟩" !RM419"#),
  .json(
    "on overlong truncate\nv -> T required",
    #"{"v":"⟨x×256⟩"}"#,
    "mappingFailed[T] T overlong"),
  .json("v -> T required on overlong truncate", #"{"v":"⟨x×256⟩"}"#, #"T~="⟨x×255⟩" !RM419"#),
  .json("on overlong truncate\nv -> T on overlong skip", #"{"v":"⟨x×256⟩"}"#, "T overlong"),
  .json("on overlong fail\nv -> T", #"{"v":"⟨x×256⟩"}"#, "mappingFailed[T] T overlong"),
  .json(
    "a -> A required\nb -> B\nc -> C on null clear\nd -> D",
    #"{"b":"x","c":null}"#,
    "mappingFailed[A] A missing B withheld C withheld D missing"),
  .json("a -> A required\nb -> B required", "{}", "mappingFailed[A,B] A missing B missing"),
  .json("a -> A when blank required", #"{"a":"x"}"#, #"A="x"?blank"#),
  .json("a -> A when blank on null clear", #"{"a":null}"#, "A cleared?blank"),
  .json("a -> A when blank", "{}", "A missing"),
]
