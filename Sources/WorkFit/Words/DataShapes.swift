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

extension WordKey: Decodable {
  init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }
}
