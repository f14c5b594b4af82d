internal import EmbeddedFiles
internal import Foundation
internal import QuestionFlow
internal import SafeOutput
internal import Yams

/// A short message to somebody, put together from answers; nothing in it is invented.
public struct MessageDraft: Hashable, Sendable {
  /// What a message is for.
  public enum Purpose: String, Sendable, CaseIterable {
    /// A request for a conversation.
    case request
    /// A reminder where no answer came.
    case followUp = "follow-up"
    /// Thanks after a conversation.
    case thanks

    /// What comes next with somebody.
    public init(for contact: Contact) {
      self =
        switch contact.status {
        case .toAsk: .request
        case .asked, .agreed: .followUp
        case .talked, .followedUp: .thanks
        }
    }
  }

  /// The line that a mail shows first.
  public let subject: String
  /// The message itself.
  public let body: String

  /// A message as the person has left it; what could steer a terminal, or hide in what is seen, is left
  /// out, and the subject is one line.
  public init(subject: String, body: String) {
    self.subject = Sanitizer.line(subject)
    self.body = Sanitizer.text(body)
  }

  /// Drafts a message.
  ///
  /// - Parameter facts: what the answers say, by the names that the templates use.
  public init(_ purpose: Purpose, facts: MessageFacts) {
    let book = MessageBook.shipped
    let tone = book.tones[facts.tone] ?? book.tones["warm"]
    let template = book.messages[purpose.rawValue]
    func fill(_ text: String) -> String? {
      let withTone = text.replacingOccurrences(of: "{ask}", with: tone?.ask ?? "")
        .replacingOccurrences(of: "{easy}", with: tone?.easy ?? "")
      return facts.filling(withTone)
    }
    func first(_ alternatives: [String]) -> String? {
      alternatives.lazy.compactMap(fill).first
    }
    let subject = first(template?.subject ?? []) ?? ""
    var paragraphs = (template?.paragraphs ?? []).compactMap(first)
    // What the person has written as the smallest message is the request, as it stands.
    if purpose == .request, let own = facts.values["smallest"], paragraphs.first == own {
      paragraphs = [own]
    }
    let greeting = (tone?.greeting).flatMap(fill)
    let close = [tone?.close, facts.values["me"]].compactMap(\.self).joined(separator: "\n")
    let body = ([greeting].compactMap(\.self) + paragraphs + [close]).joined(separator: "\n\n")
    self.init(subject: subject, body: body + "\n")
  }
}

/// What answers say, by the names that templates use.
public struct MessageFacts: Hashable, Sendable {
  var values: [String: String]
  let tone: String

  /// The facts about somebody and about the person who writes.
  public init(
    contact: Contact?, outline: RoleOutline, sheet: AnswerSheet, profileMustHave: String? = nil
  ) {
    var values: [String: String] = [:]
    func set(_ key: String, _ text: String?) {
      guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else {
        return
      }
      values[key] = text
    }
    set("outline", outline.shown)
    set("doing", outline.doing)
    set("subject", outline.subject)
    set("open", outline.openQuestion)
    set("must", profileMustHave)
    set("me", sheet.text(.messageName))
    set("smallest", sheet.text(.messageSmallest))
    if let contact {
      set("name", contact.name)
      set("first", contact.name.split(separator: " ").first.map(String.init))
      set("relation", contact.relation.flatMap(Self.noun))
      set("met", contact.met)
      set("sign", contact.sponsorSign)
      set("next", contact.nextStep)
      if let reach = contact.reach { values[reach >= 1 ? "?senior" : "?peer"] = "" }
      if contact.status == .asked { values["?asked"] = "" }
      if contact.status == .talked || contact.status == .followedUp { values["?talked"] = "" }
      let debrief = sheet.debrief(of: contact.name)
      set("dots", debrief?.dots)
      set("surprise", debrief?.surprise)
      set("change", debrief?.change)
      set("names", debrief?.names.joined(separator: ", "))
    }
    self.values = values
    tone = sheet.choice(.messageTone) ?? "warm"
  }

  /// “former lead” fits behind “my”; a sentence such as “has been through it” does not.
  private static func noun(_ relation: String) -> String? {
    let words = relation.split(separator: " ")
    let verbs: Set<Substring> = [
      "has", "is", "was", "said", "sees", "knows", "works", "had", "did",
    ]
    guard let first = words.first, words.count <= 4, !verbs.contains(first) else { return nil }
    return ["my", "a", "an", "the"].contains(first) && words.count > 1
      ? words.dropFirst().joined(separator: " ") : relation
  }

  /// A template with its placeholders filled; `nil` where an answer for one is missing.
  func filling(_ template: String) -> String? {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      else { return nil }
      filled += value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

/// The templates that ship.
struct MessageBook: Decodable {
  struct Tone: Decodable {
    let greeting, close, ask, easy: String
  }

  struct Template: Decodable {
    let title: String
    let subject: [String]
    let paragraphs: [[String]]
  }

  let tones: [String: Tone]
  let messages: [String: Template]

  // The data is compiled in and a test reads it, so an empty book is never what is used.
  static let shipped: MessageBook =
    (try? EmbeddedFile.data(named: "messages.yaml").map {
      try YAMLDecoder().decode(MessageBook.self, from: $0.text)
    }) ?? MessageBook(tones: [:], messages: [:])
}
