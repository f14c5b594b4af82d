/// What a statement of a person is, in a fit-check.
public enum Role: String, Sendable, Codable, CaseIterable {
  case energizer
  case drain
  case strength
  case mustHave = "must_have"
  case dealBreaker = "deal_breaker"
  case prestigePull = "prestige_pull"

  /// Whether it names what the person would not want.
  public var isUnwanted: Bool { self == .drain || self == .dealBreaker }
}

/// One thing that a person said about themselves.
public struct Statement: Hashable, Sendable {
  /// What it is.
  public let role: Role
  /// The person's words, unchanged.
  public let text: String
  /// The place among its kind, counting from 1.
  public let rank: Int
  /// How much it matters, above 0; 1 is ordinary.
  public let weight: Double
  /// What the person added when asked what they meant; it is read along, and never quoted.
  public let elaborations: [String]
  /// A strength that the person is tired of using.
  public let tires: Bool
  /// What the person means by the words, where they have said so; it is read in their place.
  package var meaning: String?
  /// Whether the person has said that the words are misread, and not yet what they mean.
  package var isMisread = false
  /// Lines that, by the person, do not say what they were taken to say of this, as
  /// ``Corrections/key(_:)`` has them.
  package var mutedLines: Set<String> = []

  /// Makes a statement.
  public init(
    role: Role, text: String, rank: Int, weight: Double = 1, elaborations: [String] = [],
    tires: Bool = false
  ) {
    self.role = role
    self.text = text
    self.rank = rank
    self.weight = weight
    self.elaborations = elaborations
    self.tires = tires
  }

  /// In characters. More is not read of the words.
  private static let longest = 300
  /// In characters. What was said on asking is read along where it is no longer.
  private static let longestElaboration = 120

  /// What the relation reader is given: the words or their meaning, and what was said on asking in
  /// brackets where that is short; white space collapsed, at most 300 characters of the words.
  package var reading: String {
    let words = Self.plain(meaning ?? text, most: Self.longest)
    guard meaning == nil else { return words }
    let added = elaborations.map { Self.plain($0, most: Self.longestElaboration + 1) }
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty || added.isEmpty || added.count > Self.longestElaboration
      ? words : "\(words) (\(added))"
  }

  private static func plain(_ text: String, most: Int) -> String {
    // White space at the beginning of an endless text is passed over by the split.
    let words = text.split(maxSplits: most, omittingEmptySubsequences: true) { $0.isWhitespace }
    return String(words.prefix(most).joined(separator: " ").prefix(most))
      .trimmingSuffix(while: \.isWhitespace)
  }
}

extension String {
  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isCut(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
