import WorkFit

/// What a careful reader made of a statement and a line; `GUIDE.md` defines the marks.
enum Mark: String, Decodable {
  case supplies = "+"
  case opposes = "-"
  case neither = "0"
  case arguable = "?"

  /// The most probable of the reader's three.
  init(_ relation: Relation) {
    if relation.neither >= max(relation.supplies, relation.opposes) {
      self = .neither
    } else {
      self = relation.supplies >= relation.opposes ? .supplies : .opposes
    }
  }

  /// Whether one supplies what the other opposes.
  func isReversed(_ other: Mark) -> Bool {
    self == .supplies && other == .opposes || self == .opposes && other == .supplies
  }
}

/// Somebody whose statements were held against every line of a posting.
struct LabelledPerson: Decodable {
  /// `["drain", "the words"]`
  struct Say: Decodable {
    let role: Role
    let text: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      role = try values.decode(Role.self)
      text = try values.decode(String.self)
    }
  }

  /// `[statement, line, "+"]`; statements count from 0.
  struct LineMark: Decodable {
    let say: Int
    let line: Int
    let mark: Mark

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      say = try values.decode(Int.self)
      line = try values.decode(Int.self)
      mark = try values.decode(Mark.self)
    }
  }

  let says: [Say]
  let marks: [LineMark]
}

/// A row of `real-*.jsonl`: a posting by its id, whose lines count from 1.
struct LabelledPosting: Decodable {
  let id: String
  let people: [LabelledPerson]
}

/// A row of `scenes-*.jsonl`: a fictional posting, whose lines count from 0.
struct Scene: Decodable {
  let sector: String
  let lines: [String]
  let people: [LabelledPerson]
}

/// A row of `cards-*.jsonl`: a statement with lines written for it.
struct Card: Decodable {
  let s: String
  let plus: [String]
  let minus: [String]
  let zero: [String]
}

/// A row of `kinds-*.jsonl`: a statement with two lines that differ in what matters.
struct MinimalPair: Decodable {
  let kind: String
  let s: String
  let a: String
  let ma: Mark
  let b: String
  let mb: Mark
}

/// What the people of a file knew of the posting.
enum Acquaintance: String, CaseIterable {
  /// They were told the job's name.
  case named
  /// They knew nothing of it.
  case blind
  /// Somebody who had read the posting made them up.
  case fitted

  /// By a file's name, `real-named-2.jsonl`.
  init(file: String) {
    self = file.contains("named") ? .named : file.contains("blind") ? .blind : .fitted
  }
}
