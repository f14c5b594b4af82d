import Phrases

/// What is different about a script apart from its items.
enum ScriptDifference {
  /// One sentence for each change of how a script is asked, and of a value that it works out.
  static func sentences(from before: Script, to after: Script) -> [Phrase] {
    var sentences: [Phrase] = []
    if before.repeats != after.repeats {
      sentences.append("repeats: \(spoken(before.repeats)) → \(spoken(after.repeats))")
    }
    if before.turn != after.turn {
      sentences.append("asked: \(before.turn.rawValue) → \(after.turn.rawValue)")
    }
    return sentences + values(from: before, to: after)
  }

  private static func spoken(_ repeats: Repetition?) -> Phrase {
    repeats.map { Phrase(verbatim: $0.rawValue) } ?? "once"
  }

  private static func values(from before: Script, to after: Script) -> [Phrase] {
    func inOrder(_ script: Script) -> [Calculation] {
      script.calculations.values.sorted { $0.place < $1.place }
    }
    let changed = inOrder(after).compactMap { value -> Phrase? in
      guard let old = before.calculations[value.id] else {
        return "value “\(value.id)” is new: \(value.source)"
      }
      return old.source == value.source
        ? nil : "value “\(value.id)”: \(old.source) → \(value.source)"
    }
    let gone: [Phrase] = inOrder(before).filter { after.calculations[$0.id] == nil }
      .map { "value “\($0.id)” is gone" }
    return changed + gone
  }
}
