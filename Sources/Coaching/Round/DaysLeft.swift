package import Phrases

extension Phrase {
  /// So many days: “one day”, “3 days”.
  package static func days(_ count: Int) -> Phrase {
    .counted(count, one: "one day", many: "\(count) days")
  }
}
