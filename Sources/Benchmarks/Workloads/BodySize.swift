/// The sizes of generated bodies that targets are set for.
enum BodySize: String, CaseIterable, Encodable {
  case small = "2 KB"
  case medium = "20 KB"
  case large = "1 MB"
  case huge = "100 MB"
  case smallXML = "2.5 KB"
  case mediumXML = "25 KB"

  var bytes: Int {
    switch self {
    case .small: 2_000
    case .medium: 20_000
    case .large: 1_000_000
    case .huge: 100_000_000
    case .smallXML: 2_500
    case .mediumXML: 25_000
    }
  }
}
