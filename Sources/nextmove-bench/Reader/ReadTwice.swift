import WorkFit

/// The marks of people's statements as both of their readers left them.
///
/// Lines of over ``longest`` characters were not held against most of the people, so a mark there is arguable, as one
/// is where the second reader, who saw what the reader asserted or nearly did, marked a line otherwise. `features.py`
/// goes by the same rule.
struct ReadTwice {
  /// A row of `again.jsonl`: what a second reader made of a statement and a line.
  struct Row: Decodable {
    let id: String
    let s: String
    let line: Int
    let m: Mark
  }

  /// In characters.
  private static let longest = 350

  private struct Place: Hashable {
    let posting: String
    let statement: String
  }

  private let second: [Place: [Int: Set<Mark>]]

  init(_ rows: [Row]) {
    var second: [Place: [Int: Set<Mark>]] = [:]
    for row in rows {
      second[Place(posting: row.id, statement: row.s), default: [:]][row.line, default: []]
        .insert(row.m)
    }
    self.second = second
  }

  /// The lines that were held against everybody, counting from 1.
  static func linesMarked(of text: String) -> Set<Int> {
    Set(
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.unicodeScalars.count <= longest }.map { $0.offset + 1 })
  }

  /// What is left of a statement's first marks.
  func agreed(
    _ first: [JudgedStatement.LineMark], of statement: String, in posting: String,
    linesMarked: Set<Int>
  ) -> [JudgedStatement.LineMark] {
    var marks: [Int: Set<Mark>] = [:]
    for (line, mark) in first {
      marks[line, default: []].insert(linesMarked.contains(line) ? mark : .arguable)
    }
    for (line, again) in second[Place(posting: posting, statement: statement)] ?? [:]
    where again.isDisjoint(with: marks[line] ?? [.neither]) {
      marks[line] = [.arguable]
    }
    return marks.sorted { $0.key < $1.key }.flatMap { line, marks in
      marks.sorted { $0.rawValue < $1.rawValue }.map { (line, $0) }
    }
  }
}
