import Foundation
package import Phrases
import QuestionFlow
package import WorkFit

/// A rough outline of the next role: a page that one could show to a senior person.
package struct RoleOutline: Hashable, Sendable, Codable {
  /// What keeps an outline from being of help.
  package enum Weakness: String, Hashable, Sendable, Codable {
    /// It says what anybody could have said.
    case open
    /// It is only what one would be called.
    case title
    /// There is nothing about the doing yet.
    case empty
  }

  /// An answer that is kept out of the outline, because almost anybody could have given it.
  package struct Unwritten: Hashable, Sendable, Codable {
    /// The person's words.
    package let text: String
    /// Why they are of no help there, in a sentence.
    package let reason: String
  }

  /// What was answered and does not stand in the outline.
  package let unwritten: [Unwritten]
  /// In one breath, in the person's words.
  package let summary: String?
  /// What they would be doing most of the week.
  package let doing: String?
  /// What it should be about, or for whom.
  package let subject: String?
  /// The part they would rather have in it.
  package let part: String?
  /// What the place should be like.
  package let setting: String?
  /// What must be there.
  package let mustHaves: [String]
  /// What would make them say no.
  package let dealBreakers: [String]
  /// What it rests on: the first strengths.
  package let strengths: [String]
  /// What gives them energy: the first energizers.
  package let energizers: [String]
  /// What they are least sure of.
  package let openQuestion: String?
  /// Which wording they chose to show: `mine`, `sharper` or `both`.
  package let chosen: String?
  /// A version put together from what was said of the work, the subject and the place; nothing is
  /// added. `nil` where the doing is missing.
  package let sharper: String?

  /// Puts together what the answers say.
  ///
  /// - Parameter words: the language that the answers are put together in.
  package init(sheet: AnswerSheet, profile: Profile, words: PhraseBook = .english) {
    func written(_ slot: Slot) -> String? {
      sheet.thinness(slot) == nil ? sheet.text(slot) : nil
    }
    let slots: [Slot] = [.outlineDoing, .outlineSubject, .outlineSummary]
    unwritten = slots.compactMap { slot in
      guard let reason = sheet.thinness(slot), let text = sheet.text(slot) else { return nil }
      return Unwritten(text: text, reason: reason)
    }
    summary = written(.outlineSummary)
    doing = written(.outlineDoing)
    subject = written(.outlineSubject)
    part = sheet.choice(.outlinePart) == "unsure" ? nil : sheet.text(.outlinePart)
    setting = sheet.text(.outlineSetting)
    mustHaves = profile.statements(.mustHave).map(\.text)
    dealBreakers = profile.statements(.dealBreaker).map(\.text)
    strengths = profile.statements(.strength).filter { !$0.tires }.prefix(3).map(\.text)
    energizers = profile.statements(.energizer).prefix(3).map(\.text)
    openQuestion = sheet.text(.outlineOpenQuestion)
    chosen = sheet.choice(.outlinePage)
    let (subject, part, setting) = (subject, part, setting)
    sharper = doing.map {
      words.text(
        Self.sentences(
          doing: PhraseFitting.formed($0, in: words.language),
          about: subject.map { PhraseFitting.plain($0, in: words.language) }, part: part,
          setting: setting))
    }
  }

  /// Whether there is anything to show.
  package var isEmpty: Bool { summary == nil && doing == nil && subject == nil }

  private static func sentences(
    doing: (form: PhraseFitting.Form, text: String), about subject: String?, part: String?,
    setting: String?
  ) -> Phrase {
    let work = bare(doing.text)
    let first: Phrase =
      switch doing.form {
      case .sentence: "\(work)."
      case .doing: "I would spend most of the week \(work)."
      case .verb: "Most of the week I would \(work)."
      case .noun, .clause, .question: "What fills my week: \(work)."
      }
    var sentences = [first]
    if let subject { sentences.append("It is about this, or for them: \(bare(subject)).") }
    if let part { sentences.append("In it I would be \(bare(part)).") }
    if let setting { sentences.append("The place as I picture it: \(bare(setting)).") }
    return sentences.joined(separator: " ")
  }

  /// The wording to put in front of somebody: the one chosen, else the person's own.
  package var shown: String? {
    switch chosen {
    case "sharper": sharper ?? summary
    case "both": [summary, sharper].compactMap(\.self).joined(separator: "\n\n")
    default: summary ?? sharper
    }
  }

  /// What keeps it from being of help, with a polite sentence for each.
  package var remarks: [(weakness: Weakness, sentence: Phrase)] {
    let withheld: [(weakness: Weakness, sentence: Phrase)] = unwritten.map { answer in
      (
        answer.reason.hasPrefix("A title") ? .title : .open,
        "“\(answer.text)” is not written in it: \(Phrase(sentence: answer.reason)) A rough guess that is wrong in places helps more."
      )
    }
    guard doing == nil, withheld.isEmpty else { return withheld }
    return [
      (
        .empty,
        "It does not say yet what you would be doing. That is the part a senior person can work with; “nextmove start outline” asks for it."
      )
    ]
  }

  /// Without the full stop at its end, for standing inside a sentence.
  private static func bare(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    while let last = text.last, ".;,".contains(last) { text.removeLast() }
    return text
  }
}
