/// A list of phrases.
extension PhraseList: Decodable {
  init(from decoder: any Decoder) throws { self.init(try [String](from: decoder)) }
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

extension AmountKind: CodingKeyRepresentable {}
