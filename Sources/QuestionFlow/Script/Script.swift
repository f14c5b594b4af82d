/// A questionnaire that has been read and checked: items in document order, each with its relevance.
///
/// A script has no jumps, so an interview over it always terminates. Values of this type come from
/// ``init(yaml:file:including:using:)``, which refuses anything the engine could not run.
public struct Script: Sendable {
  /// When a session of several scripts comes to a script.
  package enum Turn: String, Sendable, CaseIterable {
    /// After the script before it.
    case inTurn = "in turn"
    /// When the respondent asks for it.
    case onRequest = "on request"
  }

  /// How deep rosters and sections may stand one inside the other.
  static let maximumDepth = 24

  /// The script's own name, the value of its `script` key.
  public let id: String
  /// The author's version number, from 1.
  public let version: Int
  /// When a session of several scripts comes to it.
  package let turn: Turn
  /// How often it is answered anew; `nil` where once is enough.
  package let repeats: Repetition?
  /// What the respondent sees as the name of the conversation.
  public let title: Wording
  /// One or two sentences before the first question.
  public let about: Wording?
  /// The items, rosters and sections, in the order in which they are asked.
  package let entries: [Entry]
  /// The languages that any of its texts is written in, English first.
  public let languages: [String]
  /// The texts that it includes, by their names.
  package let included: [String: String]
  /// The answers from outside that it speaks of, by their names here.
  package let givens: [ItemID: Given]
  /// Every item by its name, with what encloses it.
  let placements: [ItemID: Placement]
  /// Every calculated value by its name.
  let calculations: [ItemID: Calculation]

  /// The items in document order, those inside rosters and sections included.
  public var items: [Item] { Self.items(in: entries) }

  private static func items(in entries: [Entry]) -> [Item] {
    entries.flatMap { entry -> [Item] in
      switch entry {
      case .item(let item): [item]
      case .roster(let roster): items(in: roster.entries)
      case .section(let section): items(in: section.entries)
      case .calculation: []
      }
    }
  }

  /// The language of the script that a code such as `de-AT` or `DE` asks for: itself whatever its case, or
  /// without its region; `nil` where the script has neither.
  public func language(for code: String) -> String? {
    let wanted = code.lowercased().replacing("_", with: "-")
    let plain = wanted.prefix { $0 != "-" }
    return languages.first { $0.lowercased() == wanted } ?? languages.first { $0 == plain }
  }

  /// The item of that name, or `nil` where the script has none.
  public func item(_ id: ItemID) -> Item? { placements[id]?.item }

  /// The scripts whose answers it needs or uses, in the order of their names.
  package var used: [String] {
    Set(
      givens.values.compactMap { given in
        if case .script(let script, _) = given.source { script } else { nil }
      }
    ).sorted()
  }

  /// The kind of an item or of something given.
  func kind(of id: ItemID) -> AnswerKind? { placements[id]?.item.kind ?? givens[id]?.known.kind }

  /// Whether an item has an option that says that none of them is chosen.
  func offersNone(_ id: ItemID) -> Bool { kind(of: id)?.offer?.none != nil }

  /// Where the elements of an answer come from in the end.
  func root(of id: ItemID) -> ItemID { placements[id]?.root ?? id }
}

/// One thing in a script's list of items.
package enum Entry: Sendable {
  /// A single question.
  case item(Item)
  /// The same entries once for each element of a list answer.
  case roster(Roster)
  /// Entries under a heading of their own.
  case section(Section)
  /// A value that is worked out from answers.
  case calculation(Calculation)
}

/// The same entries, asked once for each element of an earlier list, choice or ranking.
package struct Roster: Sendable {
  /// The item whose elements are gone through.
  package let list: ItemID
  /// Where the roster stands in its file.
  package let place: SourcePlace
  /// The name that stands for the element inside the roster.
  package let elementName: String
  /// Asked only where this holds; `nil` where it always is.
  package let when: Condition?
  /// Whether the order of the elements differs from session to session.
  package let isShuffled: Bool
  /// What is asked of each element.
  package let entries: [Entry]
}

/// Entries under a heading.
package struct Section: Sendable {
  /// Where the section stands in its file.
  package let place: SourcePlace
  /// The heading.
  package let title: Wording
  /// Asked only where this holds; `nil` where it always is.
  package let when: Condition?
  /// Whether the order of the entries differs from session to session.
  package let isShuffled: Bool
  /// What stands under the heading.
  package let entries: [Entry]
}

/// Where an item stands, precomputed so that a path can be resolved without a search.
struct Placement: Sendable {
  let item: Item
  /// The lists of the enclosing rosters, outermost first: one element of a path for each.
  let rosters: [ItemID]
  /// Where the elements of those lists come from, by which a path's elements are known.
  let roots: [ItemID]
  /// Where the elements of the item's own answer come from.
  let root: ItemID
  /// Indices of entries from the top of the script; a roster's element index is not among them.
  let position: [Int]
  /// The innermost section's title.
  let section: Wording?
}

extension Script {
  /// The items that are asked for each element of a list, however deep.
  package func inside(rosterOver list: ItemID) -> Set<ItemID> {
    Set(placements.filter { $0.value.rosters.contains(list) }.keys)
  }

  /// The items whose answers are made of the elements of a list: its rankings, and what is chosen of it.
  package func carried(from list: ItemID) -> Set<ItemID> {
    Set(placements.filter { $0.key != list && $0.value.root == list }.keys)
  }
}
