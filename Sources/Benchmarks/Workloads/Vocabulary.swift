/// Texts for generated bodies.
struct Vocabulary {
  let names: [String]
  let streets: [String]
  let cities: [String]
  let words: [String]

  static let ascii = Vocabulary(
    names: ["Ada Lovelace", "Grace Hopper", "Alan Kay", "Barbara Liskov", "Niklaus Wirth"],
    streets: ["Harbour Road", "Mill Lane", "Station Street", "Old Market", "King's Parade"],
    cities: ["Bristol", "Portland", "Wellington", "Galway", "Halifax"],
    words: [
      "account", "campaign", "response", "service", "partner", "\"quoted\"", "quarter", "renewal",
      "a/b", "pipeline", "visit", "webinar", "line\nbreak", "back\\slash", "budget", "contract",
    ])

  /// Letters of Western Europe here and there, as in most answers.
  static let western = Vocabulary(
    names: ["Jörg Müller", "Grace Hopper", "Zoë Brontë", "Barbara Liskov", "François Viète"],
    streets: ["Hafenstraße", "Mill Lane", "Rue de l'Église", "Old Market", "Plaza España"],
    cities: ["Köln", "Portland", "Málaga", "Galway", "Orléans"],
    words: ascii.words + ["café", "naïve"])

  /// Hardly an ASCII letter: two, three and four bytes each.
  static let international = Vocabulary(
    names: ["山田 太郎", "Анна Каренина", "Ελένη Παππά", "김민준", "דוד לוי", "王小明"],
    streets: ["中央通り", "Невский проспект", "Οδός Ερμού", "세종대로", "南京东路"],
    cities: ["東京", "Санкт-Петербург", "Θεσσαλονίκη", "서울", "上海", "תל אביב"],
    words: ["契約", "договор", "συμφωνία", "계약", "合同", "🎉", "予算", "бюджет", "👩‍💻", "חוזה"])

  func sentence(of count: Int, _ numbers: inout SeededNumbers) -> String {
    (0..<count).map { _ in numbers.one(of: words) }.joined(separator: " ")
  }
}
