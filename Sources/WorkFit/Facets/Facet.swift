/// The name of a facet, such as `focus`.
public struct FacetID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
  CustomStringConvertible
{
  /// The name as the vocabulary spells it.
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

/// A dimension of work with two ends, such as focus ↔ interruption: a name for what a statement is about,
/// and the question worth asking. It decides nothing.
package struct Facet: Sendable, Decodable {
  /// One end of a facet.
  package struct Pole: Sendable {
    /// The pole's short name in JSON.
    package let id: String
    /// What it is, in plain words that complete “this speaks of …”.
    package let name: String
    /// The same in English, as people may have taught it.
    let english: String
    /// What to ask somebody who knows the work.
    package let ask: String
    /// The words that name it, as the data file writes them.
    package let words: [String]
  }

  /// The facet's name.
  package let id: FacetID
  /// Where in the literature the dimension is described.
  package let source: String
  /// One end.
  package let a: Pole
  /// The other end.
  package let b: Pole

  /// Both ends.
  package var poles: [Pole] { [a, b] }
}

extension Facet.Pole: Decodable {
  private enum CodingKeys: CodingKey { case id, name, ask, words }

  /// Reads an end of a data file.
  package init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    id = try file.decode(String.self, forKey: .id)
    english = try file.decode(String.self, forKey: .name)
    name = try file.decode(Sentence.self, forKey: .name).text
    ask = try file.decode(Sentence.self, forKey: .ask).text
    words = try file.decode([String].self, forKey: .words)
  }
}
