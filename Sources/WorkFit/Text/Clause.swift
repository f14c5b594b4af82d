/// A part of a posting, by what it is about.
public enum Segment: String, Sendable, CaseIterable, Codable {
  case title
  case about
  case responsibilities
  case requirements
  case conditions
  case benefits
  case boilerplate
  /// What no heading and no phrase places.
  case other
}

/// A sentence or an entry of a list, in its place: what is read, and what a finding quotes.
public struct Clause: Sendable {
  /// The line that it begins on, counting from 1.
  public let line: Int
  /// UTF-8 byte offsets into the text as given; they fall between scalars.
  public let range: Range<Int>
  /// The part of the posting that it stands in.
  public let segment: Segment
  /// The heading or announcing line that it stands under, without its colon and at most 60 characters
  /// long: “What you will not do”; `nil` where there is none.
  public let heading: String?
  /// Whether it is itself a heading, which announces and says nothing.
  public let isHeading: Bool
  /// What the relation reader is given: heading, colon and clause where there is a heading, else the
  /// clause; without marks of lists and emphasis, white space collapsed, and cut where it is endless.
  public let reading: String
  let tokens: [Token]
}
