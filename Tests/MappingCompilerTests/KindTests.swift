import Diagnostics
import TestSupport
import Testing

/// What is certain to fail is an error, what may fail is found out with each response.
@Suite struct KindTests {
  @Test(arguments: [
    Finding("response json\n1️⃣$.a[*]1️⃣ -> X", .pluralIntoScalar),
    Finding("response json\n1️⃣$.a[*]1️⃣ ?? \"x\" -> X", .pluralIntoScalar),
    Finding("response json\na ?? 1️⃣$.b[*]1️⃣ -> X", .pluralIntoScalar),
    Finding("response json\n$.a[*] |> first ?? 1️⃣$.b[*]1️⃣ -> X", .pluralIntoScalar),
    Finding("response json\n1️⃣$.a[*]1️⃣ ?? \"x\" |> trim -> X", .pluralIntoScalar),
    Finding("response json\n$.a[*] |> 1️⃣trim1️⃣ -> X", .pluralIntoScalar),
    Finding("response json\n1️⃣a |> split(\",\")1️⃣ ?? \"y\" -> X", .pluralIntoScalar),
    Finding("response json\n\"{1️⃣$.a[*]1️⃣}\" -> X", .pluralIntoScalar),
    Finding("response json\n$.a[*] ?? \"x\" |> first -> X"),
    Finding("response json\n$.a[*] |> count -> X : integer"),
    Finding("response json\na |> join(\";\") -> X"),
    Finding("response xml\n/r/a -> X"),
    Finding("response xml\n/r/a |> join(\";\") -> X"),
  ])
  func `several values go into a field by a transform for lists only`(finding: Finding) {
    expect(finding)
  }

  @Test(arguments: [
    Finding("response json\n1️⃣true1️⃣ -> X : integer", .valueCannotFit),
    Finding("response json\n1️⃣a |> exists1️⃣ -> X : date", .valueCannotFit),
    Finding("response json\n1️⃣a |> round1️⃣ -> X : email", .valueCannotFit),
    Finding("response json\na |> date(\"yyyy-MM-dd\") |> 1️⃣round1️⃣ -> X : date", .transformInput),
    Finding("response xml\n1️⃣(count(/a))1️⃣ -> X : date", .valueCannotFit),
    Finding("response json\na |> lookup(\"Y\": true, else: false) -> X : boolean"),
    Finding("response json\na |> exists -> X"),
  ])
  func `a kind that no value of the type has is refused, once`(finding: Finding) {
    expect(finding)
  }

  @Test(arguments: [
    Finding("response json\nprofile marketo\n1️⃣1.51️⃣ -> X", .notPortable),
    Finding("response json\nprofile marketo\n42 -> X"),
    Finding("response json\nprofile marketo\na 1️⃣??1️⃣ b -> X", .notPortable),
    Finding("response json\nprofile marketo\n1️⃣$.a.b1️⃣ -> X", .notPortable),
  ])
  func `the profile of Marketo refuses what its pane has not`(finding: Finding) {
    expect(finding)
  }
}
