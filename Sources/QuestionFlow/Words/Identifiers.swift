/// The name of one item, unique within its script; it survives rewording and reordering.
public struct ItemID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
  CustomStringConvertible
{
  /// The name as the script spells it.
  public let rawValue: String

  /// Names an item; scripts restrict names to letters, digits and underscores.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// As ``init(_:)``.
  public init(rawValue: String) { self.init(rawValue) }

  /// The order of the underlying values.
  public static func < (left: ItemID, right: ItemID) -> Bool { left.rawValue < right.rawValue }
  /// The text as it is shown in messages.
  public var description: String { rawValue }
}

/// The identity of one thing that was listed or chosen, unique within the answer that it is in.
///
/// An element keeps its identity through renaming and reordering, and gets it back when it is
/// removed and later restored, so the answers of its roster stay with it.
public enum ElementID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// One that the respondent wrote; counts from 1 in the order in which they were first written, and
  /// is unique within the interview.
  case written(Int)
  /// One of the options that a script names.
  case option(String)
  /// One that was just typed, and has no identity yet.
  case new

  /// What the respondent names in their own words beside a script's options.
  public static let other = ElementID.option("other")
  /// None of the options of a script.
  public static let none = ElementID.option("none")

  /// Names a written element by its number.
  public init(_ number: Int) { self = .written(number) }

  /// The number of a written element, 0 for all others.
  var number: Int { if case .written(let number) = self { number } else { 0 } }

  /// The text as it is shown in messages.
  public var description: String {
    switch self {
    case .written(let number): "#\(number)"
    case .option(let id): "#\(id)"
    case .new: "#new"
    }
  }
}

extension ElementID: Codable {
  /// Reads a number, or the id of an option.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = number > 0 ? .written(number) : .new
    } else {
      self = .option(try container.decode(String.self))
    }
  }

  /// Writes a number, or the id of an option.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .written(let number): try container.encode(number)
    case .option(let id): try container.encode(id)
    case .new: try container.encode(0)
    }
  }
}

/// One element of an answer: an identity, and the present words for it.
public struct Element: Hashable, Sendable {
  /// The identity, which renaming does not change.
  public let id: ElementID
  /// The respondent's words, or the label of an option.
  public var text: String

  /// Makes an element.
  public init(id: ElementID, text: String) {
    self.id = id
    self.text = text
  }

  /// What was just typed.
  public init(_ text: String) { self.init(id: .new, text: text) }
}

extension Element: Codable {
  private enum Key: String, CodingKey {
    case id
    case text
  }

  /// Reads an element with its identity, or the bare words of one that has none yet.
  public init(from decoder: any Decoder) throws {
    if let words = try? decoder.singleValueContainer().decode(String.self) {
      self.init(words)
    } else {
      let container = try decoder.container(keyedBy: Key.self)
      self.init(
        id: try container.decode(ElementID.self, forKey: .id),
        text: try container.decode(String.self, forKey: .text))
    }
  }

  /// Writes an element; bare words where it has no identity yet.
  public func encode(to encoder: any Encoder) throws {
    guard id != .new else {
      var container = encoder.singleValueContainer()
      return try container.encode(text)
    }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(text, forKey: .text)
  }
}

/// Where an answer lives: an item, and the roster elements around it from the outermost inwards.
public struct Path: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The item.
  public let item: ItemID
  /// One element for each roster that encloses the item; empty outside rosters.
  public let elements: [ElementID]

  /// Makes a path.
  public init(_ item: ItemID, elements: [ElementID] = []) {
    self.item = item
    self.elements = elements
  }

  /// The text as it is shown in messages.
  public var description: String { elements.reduce(item.rawValue) { $0 + $1.description } }
}
