import Phrases

/// What an answer loses when its item changes, told from the two items alone.
enum ItemDifference {
  /// One sentence for each change of an item that answers can tell.
  static func sentences(from before: Item, to after: Item) -> [Phrase] {
    kind(from: before, to: after) + required(before, after) + checks(before, after)
  }

  private static func required(_ before: Item, _ after: Item) -> [Phrase] {
    guard before.isRequired != after.isRequired else { return [] }
    return [after.isRequired ? "is required now" : "is no longer required"]
  }

  private static func checks(_ before: Item, _ after: Item) -> [Phrase] {
    let old = before.checks.map(\.condition.source)
    let new = after.checks.map(\.condition.source)
    let added: [Phrase] = new.filter { !old.contains($0) }.map { "has a new check: \($0)" }
    return added + old.filter { !new.contains($0) }.map { "no longer has the check: \($0)" }
  }

  /// One sentence where an item is asked under other conditions than before.
  ///
  /// - Parameters:
  ///   - before: what had to hold for it, its own condition and those around it.
  ///   - after: what has to hold now.
  static func relevance(from before: [String], to after: [String]) -> [Phrase] {
    guard before != after else { return [] }
    func spoken(_ conditions: [String]) -> Phrase {
      conditions.isEmpty ? "always" : "when \(conditions.joined(separator: " and "))"
    }
    return ["asked \(spoken(before)) → \(spoken(after))"]
  }

  /// One sentence for each change of an item's kind.
  private static func kind(from before: Item, to after: Item) -> [Phrase] {
    guard before.kind.name == after.kind.name else {
      return ["\(before.kind.name) → \(after.kind.name)"]
    }
    switch (before.kind, after.kind) {
    case (.number(let old), .number(let new)):
      return range(old.range.map(spoken), new.range.map(spoken), isNarrower(old.range, new.range))
    case (.scale(let old), .scale(let new)):
      return range(spoken(old.range), spoken(new.range), isNarrower(old.range, new.range))
    case (.list(let old), .list(let new)):
      return range(
        old.bounds.map(spoken), new.bounds.map(spoken), isNarrower(old.bounds, new.bounds))
    case (.text(let old), .text(let new)) where new.pattern != nil && old.pattern != new.pattern:
      return ["has a form now (\(new.pattern?.source ?? "")); answers without it are asked again"]
    default: break
    }
    guard let old = before.kind.offer, let new = after.kind.offer else { return [] }
    var sentences: [Phrase] = options(old, new)
    if case .choices(let old) = before.kind, case .choices(let new) = after.kind {
      sentences += range(
        old.bounds.map(spoken), new.bounds.map(spoken), isNarrower(old.bounds, new.bounds))
    }
    if case .rank(let old) = before.kind, case .rank(let new) = after.kind, old.top != new.top {
      let isLess = new.top.map { $0 < old.top ?? Int.max } == true
      sentences.append(
        isLess
          ? "\(first(old.top)) → \(first(new.top)); answers with more are asked again"
          : "\(first(old.top)) → \(first(new.top))")
    }
    return sentences
  }

  private static func first(_ top: Int?) -> Phrase { top.map { "the first \($0)" } ?? "all" }

  private static func spoken<T>(_ range: ClosedRange<T>) -> String {
    if let range = range as? ClosedRange<Double> {
      return
        "\(NumberAnswer.spoken(range.lowerBound))..\(NumberAnswer.spoken(range.upperBound))"
    }
    return "\(range.lowerBound)..\(range.upperBound)"
  }

  private static func isNarrower<T>(_ old: ClosedRange<T>?, _ new: ClosedRange<T>?) -> Bool {
    guard let new else { return false }
    guard let old else { return true }
    return new.lowerBound > old.lowerBound || new.upperBound < old.upperBound
  }

  private static func range(_ old: String?, _ new: String?, _ isNarrower: Bool) -> [Phrase] {
    guard old != new else { return [] }
    let before: Phrase = old.map(Phrase.init(verbatim:)) ?? "any"
    let after: Phrase = new.map(Phrase.init(verbatim:)) ?? "any"
    return [
      isNarrower
        ? "\(before) → \(after); answers outside are asked again" : "\(before) → \(after)"
    ]
  }

  /// Options that are gone, new, called otherwise, or have another id under the same words.
  private static func options(_ old: Offer, _ new: Offer) -> [Phrase] {
    let before = named(old)
    let after = named(new)
    var sentences: [Phrase] = []
    for (id, label) in before {
      if let now = after.first(where: { $0.id == id }) {
        if now.label != label { sentences.append("option “\(id)”: “\(label)” → “\(now.label)”") }
      } else if let twin = after.first(where: { twin in
        twin.label == label && !before.contains { $0.id == twin.id }
      }) {
        sentences.append(
          "option “\(id)” is “\(twin.id)” now; answers with it are asked again, unless it keeps its id"
        )
      } else {
        sentences.append("option “\(id)” is gone; answers with it are asked again")
      }
    }
    for (id, label) in after
    where !before.contains(where: { $0.id == id })
      && !before.contains(where: { old in old.label == label && !after.contains { $0.id == old.id }
      })
    {
      sentences.append("option “\(id)” is new")
    }
    return sentences
  }

  private static func named(_ offer: Offer) -> [(id: String, label: String)] {
    var options = offer.last
    if case .options(let own) = offer.origin { options = own.map(\.option) + options }
    return options.map { ($0.id.optionID ?? "", $0.label.text()) }
  }
}
