import WorkFit

/// A row of `shine.jsonl`: how impressive a posting looks, by the lines that a reader would point at.
struct LabelledShine: Decodable {
  /// `[line, "signal"]`
  struct Line: Decodable {
    let line: Int
    let signal: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      line = try values.decode(Int.self)
      signal = try values.decode(String.self)
    }
  }

  let id: String
  /// In 0...4.
  let shine: Int
  let lines: [Line]
  /// The posting's own lines where it was made up for its label.
  let texts: [String]?
}

/// A row of `outlook.jsonl`: what speaks for and against people's taking a job, in the order of their file.
struct LabelledOutlook: Decodable {
  struct Person: Decodable {
    let `for`: [Int]
    let against: [Int]
    let lean: String?
  }

  let id: String
  let people: [Person]
}

/// A posting whose shine is known.
struct ShinePosting {
  let id: String
  let text: String
  let shine: Int
  /// What another reader said, who had not seen the first one's label; `nil` where nobody did.
  let shineAgain: Int?
  /// The signals that a reader saw in each line, counting from 1; either one where two have read it.
  let signals: [Int: Set<String>]

  /// Whether neither the weights nor any choice rest on it: a third of the postings, by hash.
  var isHeldBack: Bool { Self.isHeldBack(id) }

  static func isHeldBack(_ id: String) -> Bool { Holdout.remainder(id) < 33 }
}

extension RelationFiles {
  /// The postings of `shine.jsonl`, fictional scenes among them.
  func shinePostings() throws -> [ShinePosting] {
    let rows = try Self.rows(of: LabelledShine.self, at: relations + "/shine.jsonl")
    let again = Dictionary(
      try Self.rows(of: LabelledShine.self, at: relations + "/shine-again.jsonl").map {
        ($0.id, $0)
      },
      uniquingKeysWith: { one, _ in one })
    var texts = try postingTexts()
    texts.merge(try sceneTexts()) { one, _ in one }
    return try rows.map { row in
      guard let text = texts[row.id] else {
        throw BenchFault(description: "“\(postings)” lacks the posting \(row.id).")
      }
      return Self.posting(row, again: again[row.id], text: text)
    }
  }

  /// The postings that were made up for their labels.
  func madeShinePostings() throws -> [ShinePosting] {
    try ["made-shine", "shine-written"].flatMap { name in
      try Self.rows(of: LabelledShine.self, at: "\(relations)/\(name).jsonl").map {
        Self.posting($0, again: nil, text: ($0.texts ?? []).joined(separator: "\n"))
      }
    }
  }

  private static func posting(_ row: LabelledShine, again: LabelledShine?, text: String)
    -> ShinePosting
  {
    // Lines of what is made up count from 0.
    let first = row.id.contains(":") ? 1 : 0
    let signals = Dictionary(
      (row.lines + (again?.lines ?? [])).map { ($0.line + first, [$0.signal] as Set) },
      uniquingKeysWith: { $0.union($1) })
    return ShinePosting(
      id: row.id, text: text, shine: row.shine, shineAgain: again?.shine, signals: signals)
  }

  /// The scenes by their names in `shine.jsonl`: the file's name without its ending, a colon and the row.
  private func scenesByName() throws -> [String: Scene] {
    var rows: [String: Int] = [:]
    return Dictionary(
      try scenes().map { file, scene in
        let name = String(file.dropLast(".jsonl".count))
        defer { rows[name, default: 0] += 1 }
        return ("\(name):\(rows[name, default: 0])", scene)
      }, uniquingKeysWith: { one, _ in one })
  }

  private func sceneTexts() throws -> [String: String] {
    try scenesByName().mapValues { $0.lines.joined(separator: "\n") }
  }

  /// The people of `outlook.jsonl` with what speaks for and against them, and how it leans.
  func leanings() throws -> [Leaning] {
    var people: [String: [LabelledPerson]] = try scenesByName().mapValues(\.people)
    for name in ["real-0", "real-1", "real-2", "real-federal"] {
      for row in try Self.rows(of: LabelledPosting.self, at: "\(relations)/\(name).jsonl") {
        people[row.id, default: []] += row.people
      }
    }
    return try Self.rows(of: LabelledOutlook.self, at: relations + "/outlook.jsonl").flatMap {
      row in
      let known = people[row.id] ?? []
      guard known.count == row.people.count else {
        throw BenchFault(
          description:
            "outlook.jsonl has \(row.people.count) people for \(row.id), and their files \(known.count)."
        )
      }
      return zip(known, row.people).compactMap { Leaning(id: row.id, person: $0, label: $1) }
    }
  }
}
