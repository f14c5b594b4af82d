import QuestionFlow
import Foundation

/// What answers say, by the names that templates use.
package struct MessageFacts: Hashable, Sendable {
  /// The answers that a message may draw on, in the person's words.
  struct Words: Hashable, Sendable {
    var summary, doing, subject, open, mustHave, smallest, me, tone: String?
    /// What was said of the smallest message on being asked further.
    var further: String?
    var debrief: AnswerSheet.Debrief?
    /// The names of other people, of whom a message is not to speak.
    var others: [String] = []
  }

  private(set) var values: [String: String] = [:]
  let tone: String
  /// Whose templates and words are used.
  let language: String

  /// The facts about somebody and about the person who writes.
  ///
  /// - Parameters:
  ///   - others: the names of everybody on the list.
  ///   - language: the language that is written in.
  package init(
    contact: Contact?, outline: RoleOutline, sheet: AnswerSheet, profileMustHave: String? = nil,
    others: [String] = [], language: String = "en"
  ) {
    self.init(
      contact: contact, language: language,
      words: Words(
        summary: outline.shown, doing: outline.doing, subject: outline.subject,
        open: outline.openQuestion, mustHave: profileMustHave,
        smallest: sheet.text(.messageSmallest), me: sheet.text(.messageName),
        tone: sheet.choice(.messageTone), further: sheet.further(.messageSmallest),
        debrief: contact.flatMap { sheet.debrief(of: $0.name) }, others: others))
  }

  init(contact: Contact?, language: String = "en", words: Words) {
    self.language = language
    let book = MessageBook.book(in: language)
    tone = words.tone ?? "warm"
    set("?\(tone)", "", isEmptyKept: true)
    set("outline", words.summary)
    set("must", words.mustHave)
    set("me", words.me)
    if let contact { speak(of: contact, phrases: book.phrases) }
    guard let phrases = book.phrases else { return }
    let fitting = PhraseFitting(phrases: phrases)
    set("doing", words.doing.flatMap(fitting.fitted)?.text)
    set("subject", words.subject.flatMap(fitting.fitted)?.text)
    set("open", words.open.flatMap(fitting.fitted)?.text)
    tellIdea(words, fitting)
    tellHeart(words, to: contact, fitting, time: book.time)
    if let debrief = words.debrief { tell(debrief, fitting) }
    guard let relation = contact?.relation else { return }
    flag("knows", mentions(relation, phrases.knows))
    set("work", fitting.work(in: relation))
  }

  private mutating func set(_ key: String, _ text: String?, isEmptyKept: Bool = false) {
    guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines),
      isEmptyKept || !text.isEmpty
    else { return }
    values[key] = text
  }

  private mutating func flag(_ key: String, _ holds: Bool) {
    if holds { values["?\(key)"] = "" }
  }

  private mutating func speak(of contact: Contact, phrases: MessageBook.Phrases?) {
    set("name", contact.name)
    set("first", NamedPerson.address(of: contact.name, isFormal: false))
    let full = NamedPerson.address(of: contact.name, isFormal: true)
    set("full", full)
    if let full, let phrases {
      let title = full.split(separator: " ").first.map { PhraseFitting.key(String($0)) } ?? ""
      set("salute", "\(phrases.salutes[title] ?? phrases.salute) \(full)")
    }
    flag("sponsor", contact.sponsorSign != nil)
    flag("been", contact.relation?.contains(Contact.hasBeenThrough) == true)
    flag("wider", contact.relation?.contains(Contact.seesWider) == true)
    flag("senior", (contact.reach ?? 0) >= 1)
    flag("asked", contact.status == .asked)
    flag("agreed", contact.status == .agreed)
    flag("talked", [.talked, .followedUp].contains(contact.status))
    if let met = contact.met?.trimmingCharacters(in: .whitespaces), !met.isEmpty {
      let begins = phrases?.met ?? []
      let isPlaced = begins.contains { met.lowercased().hasPrefix($0 + " ") }
      set("met", isPlaced ? met : (phrases?.met_at ?? "").replacing("{met}", with: met))
      flag("met", true)
    }
  }

  /// What they would be doing: in one sentence of their own, or in the words for the work.
  private mutating func tellIdea(_ words: Words, _ fitting: PhraseFitting) {
    let fitted = [words.summary, words.doing].compactMap { $0.flatMap(fitting.fitted) }
    if let idea = fitted.first(where: { $0.form == .sentence })
      ?? words.doing.flatMap(fitting.fitted)
    {
      set("idea:\(idea.form.rawValue)", idea.text)
    }
    if let open = words.open.flatMap(fitting.fitted) {
      set("open:\(open.form.rawValue)", open.text)
    }
  }

  private mutating func tellHeart(
    _ words: Words, to contact: Contact?, _ fitting: PhraseFitting, time: String
  ) {
    let own = contact.map { givenNames($0.name) } ?? []
    let others = Set(words.others.flatMap(givenNames)).subtracting(own)
    let heart = words.smallest.flatMap { fitting.heart(of: $0, others: others) }
    set("heart", heart)
    flag("heart", heart != nil)
    flag("plain", heart == nil)
    flag("asks", heart.map(fitting.asks) ?? false)
    let asked = [words.smallest, words.further].lazy.compactMap { $0.flatMap(fitting.time) }
    set("time", asked.first ?? time)
    set("way", [words.smallest, words.further].lazy.compactMap { $0.flatMap(fitting.way) }.first)
  }

  private mutating func tell(_ debrief: AnswerSheet.Debrief, _ fitting: PhraseFitting) {
    for heard in [debrief.dots, debrief.surprise] {
      guard let heard, let fitted = fitting.fitted(heard), !fitting.speaksOfSomebody(heard) else {
        continue
      }
      // “pays less” is a note, and no sentence is made of it.
      guard fitting.words(fitted.text).count > 2 else { continue }
      set(fitted.form == .clause ? "dots:that" : "dots:word", fitted.text)
      break
    }
    if let change = debrief.change, !fitting.speaksOfSomebody(change) {
      set("change", fitting.fitted(change)?.text)
    }
    let names = debrief.names.flatMap { NamedPerson.people(in: $0) }.filter(\.isNamed).map(\.name)
    if let last = names.last {
      let before = names.dropLast().joined(separator: ", ")
      set(
        "names",
        before.isEmpty ? last : "\(before) \(fitting.phrases.and) \(last)")
    }
  }

  private func givenNames(_ name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map { PhraseFitting.key(String($0)) }
      .filter { $0.count > 2 }
  }

  private func mentions(_ text: String, _ words: [String]) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains {
      words.contains(PhraseFitting.key(String($0)))
    }
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
