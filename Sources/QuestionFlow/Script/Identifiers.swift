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

/// The identity of one element of a list answer, unique within its interview.
///
/// An element keeps its identity through renaming and reordering, and gets it back when it is
/// removed and later restored, so the answers of its roster stay with it.
public struct ElementID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// Counts from 1 in the order in which elements were first written.
  public let rawValue: Int

  /// Names an element by its number.
  public init(_ rawValue: Int) { self.rawValue = rawValue }

  /// As ``init(_:)``.
  public init(rawValue: Int) { self.init(rawValue) }

  /// The text as it is shown in messages.
  public var description: String { "#\(rawValue)" }
}

/// One element of a list answer: an identity, and the respondent's present words for it.
public struct Element: Hashable, Sendable, Codable {
  /// The identity, which renaming does not change.
  public let id: ElementID
  /// The respondent's words.
  public var text: String

  /// Makes an element.
  public init(id: ElementID, text: String) {
    self.id = id
    self.text = text
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
