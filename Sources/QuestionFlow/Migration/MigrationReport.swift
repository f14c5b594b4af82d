package import Phrases

/// What a change of a script does to its items, and to the answers given to them.
package struct MigrationReport: Sendable, Encodable {
  /// What becomes of an item.
  package enum Fate: String, Sendable, Encodable, CaseIterable {
    /// As it was.
    case kept
    /// In other words; the answer stays.
    case reworded
    /// In another section or another script; the answer goes along.
    case moved
    /// Of another id, by what “was” says; the answer goes along.
    case renamed
    /// Of another kind; the answer is converted where nothing is lost, else kept aside and asked again.
    case retyped
    /// No longer there; its answers are kept aside.
    case retired
    /// Not there before.
    case new
    /// There again, with the answers that had been kept aside.
    case restored

    /// How it is said.
    package var phrase: Phrase {
      switch self {
      case .kept: "as it was"
      case .reworded: "reworded"
      case .moved: "moved"
      case .renamed: "renamed"
      case .retyped: "retyped"
      case .retired: "retired"
      case .new: "new"
      case .restored: "restored"
      }
    }
  }

  /// One item.
  package struct Line: Sendable, Encodable {
    /// The script that the item is in, or was in where it is retired.
    package let script: String
    /// The item.
    package let item: ItemID
    /// What becomes of it.
    package let fate: Fate
    /// The question as it reads, or last read, in English.
    package let question: String
    /// How many answers go along; in a roster there may be several.
    package let answers: Int
    /// How many answers are kept aside.
    package let archived: Int
    /// What is different about the answers that it takes, such as an option that is gone.
    package let changes: [Phrase]

    init(
      script: String, item: ItemID, fate: Fate, question: String, answers: Int, archived: Int,
      changes: [Phrase] = []
    ) {
      self.script = script
      self.item = item
      self.fate = fate
      self.question = question
      self.answers = answers
      self.archived = archived
      self.changes = changes
    }

    /// What becomes of it in a word or two: what is kept and takes other answers than before is changed.
    package var phrase: Phrase {
      fate == .kept && !changes.isEmpty ? "changed" : fate.phrase
    }

    /// The line of an item in a script that had not been begun.
    package var asNew: Line {
      Line(script: script, item: item, fate: .new, question: question, answers: 0, archived: 0)
    }
  }

  /// The items in the order of the new scripts, retired ones last.
  package let lines: [Line]
  /// What is different about the scripts themselves, and the values that they work out.
  package let changes: [Phrase]

  /// Makes a report.
  package init(lines: [Line], changes: [Phrase] = []) {
    self.lines = lines
    self.changes = changes
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { lines.allSatisfy { $0.fate == .kept } }

  /// What it comes to, in plain words for the person whose answers they are; empty where nothing has
  /// changed for them.
  package var sentences: [Phrase] {
    var sentences: [Phrase] = []
    func tell(_ count: Int, one: Phrase, many: Phrase) {
      if count > 0 { sentences.append(.counted(count, one: one, many: many)) }
    }
    let new = lines.count { $0.fate == .new }
    tell(new, one: "One question is new.", many: "\(new) questions are new.")
    let reworded = lines.count { $0.fate == .reworded && $0.answers > 0 }
    tell(
      reworded, one: "One question reads differently; what you answered stays.",
      many: "\(reworded) questions read differently; what you answered stays.")
    let moved = lines.count { $0.fate == .moved && $0.answers > 0 }
    tell(
      moved, one: "One answer has moved along with its question.",
      many: "\(moved) answers have moved along with their questions.")
    for line in lines where line.fate == .retyped && line.archived > 0 {
      sentences.append(
        "“\(line.question)” is asked in another way now, so it comes up again; what you wrote is kept."
      )
    }
    for line in lines where line.fate == .retired && line.archived > 0 {
      sentences.append("“\(line.question)” is no longer asked; what you wrote is kept.")
    }
    let restored = lines.count { $0.fate == .restored }
    tell(
      restored, one: "One question is back, with what you had answered.",
      many: "\(restored) questions are back, with what you had answered.")
    return sentences
  }
}
