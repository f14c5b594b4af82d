/// The name of a facet, such as `focus`.
public struct FacetID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
  CustomStringConvertible
{
  /// The name as the lexicon spells it.
  public let rawValue: String

  /// Names a facet.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// As ``init(_:)``.
  public init(rawValue: String) { self.init(rawValue) }

  /// The order of the underlying values.
  public static func < (left: FacetID, right: FacetID) -> Bool { left.rawValue < right.rawValue }
  /// The text as it is shown in messages.
  public var description: String { rawValue }
}

/// Which end of a facet.
public enum Side: Hashable, Sendable {
  case a
  case b

  /// The other end.
  public var opposite: Side { self == .a ? .b : .a }
}

/// A bipolar dimension of work; the same one describes a person's wishes and a job's supplies.
public struct Facet: Sendable {
  /// One end of a facet.
  public struct Pole: Sendable {
    /// The pole's short name in JSON.
    public let id: String
    /// What it is, in plain words that complete “this speaks of …”.
    public let name: String
    /// What to ask somebody who knows the work, where the posting leaves it open.
    public let ask: String
    /// The patterns that speak for the pole, as the lexicon writes them, the strongest first.
    public let cues: [String]
  }

  /// The facet's name.
  public let id: FacetID
  /// Where in the literature the dimension is described.
  public let source: String
  /// One end.
  public let a: Pole
  /// The other end.
  public let b: Pole

  /// The end on a side.
  public func pole(_ side: Side) -> Pole { side == .a ? a : b }
}

/// A span of text that speaks for a pole of a facet.
public struct Cue: Hashable, Sendable {
  /// What heard it.
  public enum Origin: Hashable, Sendable {
    /// A phrase of the lexicon; the cue spans its words.
    case phrase
    /// A trained head; the cue spans the clause.
    case head
  }

  /// What heard it.
  public let origin: Origin
  /// The facet it speaks about.
  public let facet: FacetID
  /// The pole that its words name.
  public let written: Side
  /// Whether a negation turns it around.
  public let isNegated: Bool
  /// From 0 up: 1 is one plain statement; weakened and strengthened by the words around it.
  public let strength: Double
  /// What the words around it made of its strength: 1 where nothing weakens or strengthens it.
  let factor: Double
  /// UTF-8 byte offsets of the words.
  public let range: Range<Int>
  /// The clause it stands in, by its index in the reading.
  public let clause: Int

  func weighed(by factor: Double) -> Cue {
    Cue(
      origin: origin, facet: facet, written: written, isNegated: isNegated,
      strength: strength * factor, factor: self.factor, range: range, clause: clause)
  }

  /// The pole that it speaks for, negation taken into account.
  public var side: Side { isNegated ? written.opposite : written }
}
