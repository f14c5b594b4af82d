/// A mapping in the order of the file.
struct InOrder<Value: Decodable & Sendable>: Decodable, Sendable {
  let pairs: [(key: String, value: Value)]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    pairs = try container.allKeys.map {
      ($0.stringValue, try container.decode(Value.self, forKey: $0))
    }
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// Something for each outcome.
struct ByOutcome<Value: Decodable & Sendable>: Decodable, Sendable {
  private let supplied, opposed, both, unsure, silent: Value

  subscript(outcome: Outcome) -> Value {
    switch outcome {
    case .supplied: supplied
    case .opposed: opposed
    case .both: both
    case .unsure: unsure
    case .silent: silent
    }
  }
}

/// Something for each role of which there are findings.
struct ByRole<Value: Decodable & Sendable>: Decodable, Sendable {
  private let energizer, drain, strength, mustHave, dealBreaker: Value

  private enum CodingKeys: String, CodingKey {
    case energizer, drain, strength
    case mustHave = "must_have"
    case dealBreaker = "deal_breaker"
  }

  /// `nil` of a pull.
  subscript(role: Role) -> Value? {
    switch role {
    case .energizer: energizer
    case .drain: drain
    case .strength: strength
    case .mustHave: mustHave
    case .dealBreaker: dealBreaker
    case .prestigePull: nil
    }
  }
}

/// What a phrase of a plain list is labelled with.
protocol PhraseLabel {
  /// - Parameter place: the phrase's in its list.
  static func label(at place: Int) -> Self
}

extension Bool: PhraseLabel {
  static func label(at place: Int) -> Bool { true }
}

extension Int: PhraseLabel {
  static func label(at place: Int) -> Int { place }
}

/// A list of phrases.
extension PatternIndex: Decodable where Label: PhraseLabel {
  init(_ phrases: [String]) {
    self.init()
    for (place, phrase) in phrases.enumerated() { insert(phrase, label: .label(at: place)) }
  }

  init(from decoder: any Decoder) throws { self.init(try [String](from: decoder)) }
}

extension PhraseList: Decodable {
  init(from decoder: any Decoder) throws { self.init(try [String](from: decoder)) }
}

extension WordKey: Decodable {
  init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }
}

/// Two numbers, the lower first.
extension Interval: Decodable {
  init(from decoder: any Decoder) throws {
    let numbers = try [Double](from: decoder)
    guard numbers.count == 2, numbers[0] <= numbers[1] else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "an interval has two numbers, the lower first"))
    }
    self.init(numbers[0], numbers[1])
  }
}

extension Segment: CodingKeyRepresentable {}
extension AmountKind: CodingKeyRepresentable {}
