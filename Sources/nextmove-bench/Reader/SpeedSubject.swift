import WorkFit

/// What speed is measured with: fictional people, and a posting of about 4 KB.
enum SpeedSubject {
  /// Fifteen statements of a fictional person.
  static let profile = profile(first: "growing things under glass")

  /// The same person, with one answer changed.
  static let changed = profile(first: "teaching apprentices how to prune")

  private static func profile(first: String) -> Profile {
    let said: [(Role, [String])] = [
      (.energizer, [first, "working outdoors", "small teams", "plants that I see grow up"]),
      (.drain, ["long meetings", "writing reports", "phones ringing all day", "hurry"]),
      (.strength, ["planning a season ahead", "calming people down", "spreadsheets"]),
      (.mustHave, ["a say in what we plant", "free evenings"]),
      (.dealBreaker, ["selling things to people", "travelling every week"]),
    ]
    return Profile(
      statements: said.flatMap { role, texts in
        texts.enumerated().map { Statement(role: role, text: $1, rank: $0 + 1) }
      })
  }

  /// Bytes of a posting of ordinary length.
  static let size = 4_000

  /// The postings of a folder that are nearest to the size first.
  static func nearest(_ texts: [String: String]) -> [(id: String, text: String)] {
    texts.map { (id: $0.key, text: $0.value) }.sorted {
      let one = (abs($0.text.utf8.count - size), $0.id)
      let other = (abs($1.text.utf8.count - size), $1.id)
      return one < other
    }
  }
}
