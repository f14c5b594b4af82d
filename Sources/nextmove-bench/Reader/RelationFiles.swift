import Foundation

/// The folders that hold labelled relations and postings.
struct RelationFiles {
  let relations: String
  let postings: String

  /// The people of the postings that are held back, by what they knew: a row for each file and posting.
  func heldPostings() throws -> [(knew: Acquaintance, posting: LabelledPosting)] {
    try rows(of: LabelledPosting.self, in: relations, prefix: "real-", suffix: ".jsonl")
      .filter { Holdout.contains($0.row.id) }.map { (Acquaintance(file: $0.file), $0.row) }
  }

  /// What second readers made of the lines that the reader asserts, or nearly.
  func readTwice() throws -> ReadTwice {
    ReadTwice(try Self.rows(of: ReadTwice.Row.self, at: relations + "/again.jsonl"))
  }

  /// The texts of the postings by id.
  func postingTexts() throws -> [String: String] {
    Dictionary(
      try rows(of: PostingLine.self, in: postings, prefix: "", suffix: "-train.jsonl")
        .map { ($0.row.id, $0.row.text) }, uniquingKeysWith: { one, _ in one })
  }

  func cards() throws -> [(file: String, row: Card)] {
    try rows(of: Card.self, in: relations, prefix: "cards-", suffix: ".jsonl")
  }

  func scenes() throws -> [(file: String, row: Scene)] {
    try rows(of: Scene.self, in: relations, prefix: "scenes-", suffix: ".jsonl")
  }

  /// Of each kind every second minimal pair, in the order of the files.
  func heldMinimalPairs() throws -> [MinimalPair] {
    var seen: [String: Int] = [:]
    var held: [MinimalPair] = []
    for name in ["kinds-a.jsonl", "kinds-b.jsonl"] {
      for pair in try Self.rows(of: MinimalPair.self, at: relations + "/" + name) {
        seen[pair.kind, default: 0] += 1
        if seen[pair.kind, default: 0].isMultiple(of: 2) { held.append(pair) }
      }
    }
    return held
  }

  private func rows<Row: Decodable>(
    of type: Row.Type, in folder: String, prefix: String, suffix: String
  ) throws -> [(file: String, row: Row)] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw BenchFault(description: "“\(folder)” is no folder that can be read.")
    }
    let files = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
    guard !files.isEmpty else {
      throw BenchFault(description: "“\(folder)” holds no file named \(prefix)*\(suffix).")
    }
    return try files.flatMap { file in
      try Self.rows(of: type, at: folder + "/" + file).map { (file, $0) }
    }
  }

  /// The rows of a file of one JSON object a line; empty lines are passed over.
  static func rows<Row: Decodable>(of type: Row.Type, at path: String) throws -> [Row] {
    let decoder = JSONDecoder()
    // Not by characters: a text may hold separators that JSON does not end a line at.
    let lines = Array(try TextFile.text(path).utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var rows: [Row] = []
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > UInt8(ascii: " ") }) {
      guard let row = try? decoder.decode(type, from: Data(line)) else {
        throw BenchFault(
          description:
            "\(path):\(index + 1): this line lacks something that is read of it, or is no JSON object."
        )
      }
      rows.append(row)
    }
    return rows
  }
}
