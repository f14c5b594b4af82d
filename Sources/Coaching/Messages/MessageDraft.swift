import Foundation
import SafeOutput

/// A short message to somebody, put together from answers; nothing in it is invented.
package struct MessageDraft: Hashable, Sendable {
  /// What a message is for.
  package enum Purpose: String, Sendable, CaseIterable {
    /// A request for a conversation.
    case request
    /// A reminder where no answer came.
    case followUp = "follow-up"
    /// Thanks after a conversation.
    case thanks

    /// What comes next with somebody.
    package init(for contact: Contact) {
      self =
        switch contact.status {
        case .toAsk: .request
        case .asked, .agreed: .followUp
        case .talked, .followedUp: .thanks
        }
    }
  }

  /// The line that a mail shows first.
  package let subject: String
  /// The message itself.
  package let body: String

  /// A message as the person has left it; what could steer a terminal, or hide in what is seen, is left
  /// out, and the subject is one line.
  package init(subject: String, body: String) {
    self.subject = Sanitizer.line(subject)
    self.body = Sanitizer.text(body)
  }

  /// Drafts a message.
  ///
  /// - Parameter facts: what the answers say, by the names that the templates use.
  package init(_ purpose: Purpose, facts: MessageFacts) {
    let book = MessageBook.book(in: facts.language)
    let tone = book.tones[facts.tone] ?? book.tones["warm"]
    let template = book.messages[purpose.rawValue]
    let writing = Writing(facts: facts, tone: tone)
    let limit = facts.isBrief ? book.brief_words : .max
    let greeting =
      tone.flatMap { facts.filling($0.greeting) ?? $0.open } ?? ""
    let end = [tone?.close, facts.values["me"]].compactMap(\.self).joined(separator: "\n")
    var paragraphs = (template?.paragraphs ?? []).map { $0.compactMap(writing.sentence) }
    func body() -> String {
      let texts = paragraphs.map { $0.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
      return ([greeting] + texts.filter { !$0.isEmpty } + [end]).joined(separator: "\n\n") + "\n"
    }
    // What may go goes from the last sentence on, until the message is as brief as it is meant to be.
    while body().split(whereSeparator: \.isWhitespace).count >= limit,
      let paragraph = paragraphs.lastIndex(where: { $0.contains(where: \.mayGo) }),
      let place = paragraphs[paragraph].lastIndex(where: \.mayGo)
    {
      paragraphs[paragraph].remove(at: place)
    }
    self.init(
      subject: (template?.subject ?? []).lazy.compactMap(facts.filling).first ?? "", body: body())
  }

  /// Sentences of a template, filled with what was said.
  private struct Writing {
    let facts: MessageFacts
    let tone: MessageBook.Tone?

    /// The first alternative that can be filled; one that is empty leaves the sentence out.
    func sentence(_ alternatives: [String]) -> (text: String, mayGo: Bool)? {
      for alternative in alternatives.flatMap(asking) {
        let mayGo = alternative.contains("~")
        let template = alternative.replacingOccurrences(of: "~", with: "")
          .replacingOccurrences(of: "{easy}", with: tone?.easy ?? "")
        if let text = facts.filling(template) { return (text, mayGo) }
      }
      return nil
    }

    /// An alternative for each way in which the tone asks.
    private func asking(_ alternative: String) -> [String] {
      guard alternative.contains("{ask}") else { return [alternative] }
      return (tone?.ask ?? []).map { alternative.replacingOccurrences(of: "{ask}", with: $0) }
    }
  }
}
