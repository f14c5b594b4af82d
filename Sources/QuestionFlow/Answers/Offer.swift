import Phrases

/// What there is to choose from or to put in order.
package struct Offer: Hashable, Sendable {
  /// Where it comes from.
  package enum Origin: Hashable, Sendable {
    /// Options of the script's own.
    case options([ScriptOption])
    /// The elements of an earlier answer, in their order there.
    case elements(of: ItemID)
  }

  /// An option of a script.
  package struct ScriptOption: Hashable, Sendable {
    /// Its id and its label.
    package let option: AnswerKind.Option
    /// It is offered only where this holds; `nil` where it always is.
    package let when: Condition?
    /// What it counts in `score()`; `nil` where it has no score.
    package let score: Double?
  }

  /// Where it comes from.
  package let origin: Origin
  /// Of the elements of an earlier answer only those are offered for which this holds.
  let filter: Condition?
  /// Offered last, to be followed by words of the respondent's own.
  package let other: Wording?
  /// Offered last, and chosen by itself.
  package let none: Wording?
  /// Whether the order differs from session to session.
  package let isShuffled: Bool
  /// The ids that anything offered can have; `nil` where it has words of the respondent's.
  let ids: [String]?

  init(
    _ origin: Origin, filter: Condition? = nil, other: Wording? = nil, none: Wording? = nil,
    isShuffled: Bool = false, ids: [String]? = nil
  ) {
    self.origin = origin
    self.filter = filter
    self.other = other
    self.none = none
    self.isShuffled = isShuffled
    let last = (other == nil ? [] : ["other"]) + (none == nil ? [] : ["none"])
    if case .options(let options) = origin {
      self.ids = options.compactMap { $0.option.id.optionID } + last
    } else {
      self.ids = ids.map { $0 + last }
    }
  }

  /// Options that are always offered, for kinds that are made without a script.
  init(options: [AnswerKind.Option]) {
    self.init(.options(options.map { ScriptOption(option: $0, when: nil, score: nil) }))
  }

  /// What is offered beside the elements, in its place at the end.
  var last: [AnswerKind.Option] {
    [
      other.map { AnswerKind.Option(id: .other, label: $0) },
      none.map { AnswerKind.Option(id: .none, label: $0) },
    ].compactMap(\.self)
  }

  /// Whether choosing it takes words of the respondent's own; those that an earlier answer had stand for
  /// themselves.
  func takesWords(_ id: ElementID) -> Bool { other != nil && id == .other }

  /// Whether what was chosen and the words beside it belong together.
  func takes(_ ids: [ElementID], words: String?) -> Bool {
    ids.contains(where: takesWords) == (words != nil)
  }

  /// The number under which words of one's own are offered; `nil` where they are not.
  func ownPlace(among offered: [AnswerKind.Option]) -> Int? {
    offered.firstIndex { takesWords($0.id) }.map { $0 + 1 }
  }

  /// The label of an option of the script's own.
  func label(of id: ElementID) -> Wording? {
    if case .options(let options) = origin,
      let option = options.first(where: { $0.option.id == id })
    {
      return option.option.label
    }
    return last.first { $0.id == id }?.label
  }

  /// The scores of the script's own options; empty where there are none.
  var scores: [String: Double] {
    guard case .options(let options) = origin else { return [:] }
    return Dictionary(
      options.compactMap { option in
        option.score.map { (option.option.id.optionID ?? "", $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the same is offered at all times.
  var isFixed: Bool {
    if case .options(let options) = origin { options.allSatisfy { $0.when == nil } } else { false }
  }
}

extension ElementID {
  /// The id of an option of a script; `nil` for what the respondent wrote.
  var optionID: String? { if case .option(let id) = self { id } else { nil } }
}

// MARK: - What was typed

extension Offer {
  /// What was chosen.
  struct Picks: Equatable {
    var ids: [ElementID]
    var other: String?
  }

  static let marks: Set<Character> = [",", ";", "\n", "\r\n"]

  /// What was chosen of what is offered; one of it, or as many as are named.
  func picks(_ typed: String, isSeveral: Bool, in surroundings: AnswerKind.Surroundings)
    throws(Rejection) -> Picks
  {
    let offered = surroundings.offered
    let ballot = Ballot(offered, language: surroundings.language)
    guard let other, let place = offered.firstIndex(where: { takesWords($0.id) }) else {
      return Picks(ids: try ids(typed, ballot, isSeveral, offered, surroundings.language))
    }
    let label = other.text(in: surroundings.language)
    if let own = Self.ownWords(in: typed, named: [label, "other", String(place + 1)] + other.all) {
      guard !own.words.isEmpty else { throw Rejection(.otherWords(label)) }
      let before = own.before.trimmingWhitespace()
      guard isSeveral || before.isEmpty else { throw Rejection(.notAChoice(typed, ballot.shown)) }
      let ids =
        before.isEmpty
        ? []
        : try ids(
          before, ballot, isSeveral, offered, surroundings.language)
      return Picks(ids: ids.filter { $0 != .other } + [.other], other: own.words)
    }
    do throws(Rejection) {
      let ids = try ids(typed, ballot, isSeveral, offered, surroundings.language)
      if ids.contains(.other) { throw Rejection(.otherWords(label)) }
      return Picks(ids: ids)
    } catch {
      let near: [Reading]
      switch error.reason {
      case .notAChoice: near = []
      case .perhapsChoice(_, let readings): near = readings
      default: throw error
      }
      if case .notAChoice(let part, _) = error.reason, isSeveral, part != typed.trimmingWhitespace()
      {
        throw Rejection(.perhapsOwnWords(part, label, place + 1))
      }
      guard !typed.contains(where: Self.marks.contains), typed.utf8.count <= 200 else {
        throw error
      }
      let words = typed.trimmingWhitespace()
      throw Rejection(
        .perhapsOther(
          words,
          near.prefix(2) + [
            Reading(typed: "\(label): \(words)", words: "“\(label)”, in your words")
          ]))
    }
  }

  private func ids(
    _ typed: String, _ ballot: Ballot, _ isSeveral: Bool, _ offered: [AnswerKind.Option],
    _ language: String
  ) throws(Rejection) -> [ElementID] {
    if isSeveral,
      SpokenLanguage.of(language).places.all.whole(SpokenToken.tokens(of: typed)) != nil,
      (try? ballot.place(of: typed)) == nil
    {
      return offered.map(\.id).filter { !takesWords($0) && $0 != .none }
    }
    let places =
      isSeveral
      ? Set(try ballot.places(of: typed, between: Self.marks)).sorted()
      : [try ballot.place(of: typed)]
    return places.map { offered[$0].id }
  }

  /// The words behind a colon, where one of some names stands before it.
  private static func ownWords(in typed: String, named names: [String]) -> (
    before: String, words: String
  )? {
    let names = Set(names.map(Words.folded))
    var start = typed.startIndex
    var index = typed.startIndex
    while index < typed.endIndex {
      if marks.contains(typed[index]) {
        start = typed.index(after: index)
      } else if typed[index] == ":" {
        let head = String(typed[start..<index]).trimmingWhitespace()
        if names.contains(Words.folded(head)) {
          let before = String(typed[..<start]).trimmingWhitespace()
          return (
            before.last.map(marks.contains) == true ? String(before.dropLast()) : before,
            String(typed[typed.index(after: index)...]).trimmingWhitespace()
          )
        }
      }
      index = typed.index(after: index)
    }
    return nil
  }
}
