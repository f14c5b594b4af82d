import QuestionFlow
import Foundation

/// What answers say, by the names that templates use.
package struct MessageFacts: Hashable, Sendable {
  /// The answers that a message may draw on, in the person's words.
  struct Words: Hashable, Sendable {
    var summary, doing, subject, open, mustHave, smallest, me, tone: String?
    /// Which wording of the outline is to be shown.
    var chosen: String?
    /// What was said of the smallest message on being asked further, and what would be asked for.
    var further, request: String?
    var debrief: AnswerSheet.Debrief?
    /// What conversations have changed since.
    var changes: [String] = []
    /// The names of other people, of whom a message is not to speak.
    var others: [String] = []
    /// Whether a smallest message that names nobody is meant for this one.
    var takesUnaddressed = true
  }

  private(set) var values: [String: String] = [:]
  let tone: String
  /// Whether it is to be brief.
  let isBrief: Bool
  /// Whose templates and words are used.
  let language: String
  /// The smallest message, where it names nobody, so that only the person can say whose it is.
  package private(set) var unaddressed: String?

  /// The facts about somebody and about the person who writes.
  ///
  /// - Parameters:
  ///   - others: the names of everybody on the list.
  ///   - takesUnaddressed: whether a smallest message that names nobody is meant for them.
  ///   - language: the language that is written in.
  package init(
    contact: Contact?, outline: RoleOutline, sheet: AnswerSheet, profileMustHave: String? = nil,
    others: [String] = [], takesUnaddressed: Bool = false, language: String = "en"
  ) {
    self.init(
      contact: contact, language: language,
      words: Words(
        summary: outline.shown, doing: outline.doing, subject: outline.subject,
        open: outline.openQuestion, mustHave: profileMustHave,
        smallest: sheet.text(.messageSmallest), me: sheet.text(.messageName),
        tone: sheet.choice(.messageTone), chosen: outline.chosen,
        further: sheet.further(.messageSmallest), request: sheet.text(.messageRequest),
        debrief: contact.flatMap { sheet.debrief(of: $0.name) },
        changes: sheet.debriefs.compactMap(\.change), others: others,
        takesUnaddressed: takesUnaddressed || contact == nil))
  }

  init(contact: Contact?, language: String = "en", words: Words) {
    self.language = language
    let book = MessageBook.book(in: language)
    let fitting = book.phrases.map(PhraseFitting.init)
    let signature = words.me.flatMap { fitting?.signature($0) }
    let smallest = fitting.flatMap { fitting in
      words.smallest.map {
        SmallestMessage(
          $0, to: contact?.name ?? "", people: words.others, signature: signature, fitting: fitting)
      }
    }
    let isTheirs = smallest?.owner == .theirs || smallest?.owner == .open && words.takesUnaddressed
    let heart = isTheirs ? smallest?.heart : nil
    let isFamily = contact?.isFamily ?? false
    let isFamiliar = isFamily || heart.map { fitting?.isFamiliar($0) ?? false } ?? false
    tone = isFamiliar ? "familiar" : words.tone ?? "warm"
    isBrief = words.tone == "brief"
    if smallest?.owner == .open { unaddressed = smallest?.heart }
    set("?\(tone)", "", isEmptyKept: true)
    flag("family", isFamily)
    set("outline", words.summary)
    set("must", words.mustHave)
    set("me", signature)
    if let contact { speak(of: contact, phrases: book.phrases) }
    guard let fitting else { return }
    set("doing", words.doing.flatMap(fitting.fitted)?.text)
    set("subject", words.subject.flatMap(fitting.fitted)?.text)
    let open = words.open.flatMap { fitting.speaks(words.changes, of: $0) ? nil : $0 }
    set("open", open.flatMap(fitting.fitted)?.text)
    tellIdea(words, open: open, fitting)
    tellHeart(heart, words, fitting, time: book.time)
    if let debrief = words.debrief { tell(debrief, fitting) }
    guard let relation = contact?.relation else { return }
    flag("knows", mentions(relation, fitting.phrases.knows))
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
    set(
      "first",
      NamedPerson.address(of: contact.name, isFormal: false) ?? contact.kinName)
    let full = NamedPerson.address(of: contact.name, isFormal: true)
    set("full", full)
    if let full, let phrases {
      let title = full.split(separator: " ").first.map { PhraseFitting.key(String($0)) } ?? ""
      set("salute", "\(phrases.salutes[title] ?? phrases.salute) \(full)")
    }
    flag("sponsor", contact.sponsorSign != nil)
    flag("been", contact.relation?.contains(Contact.hasBeenThrough) == true)
    flag("wider", contact.relation?.contains(Contact.seesWider) == true)
    // One opening for all would be the same in every letter.
    let isJunior = contact.isJunior
    flag("junior", isJunior)
    if (contact.reach ?? 0) >= 1, !isJunior, !contact.isFamily {
      flag("senior", true)
      flag("senior:\(contact.id % 3)", true)
    }
    flag("turn:\(contact.id % 3)", true)
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

  /// What they would be doing: in the wording that they chose, in one sentence of their own, or in the words for
  /// the work.
  private mutating func tellIdea(_ words: Words, open: String?, _ fitting: PhraseFitting) {
    let own = words.summary.flatMap(fitting.fitted)
    let doing = words.doing.flatMap(fitting.fitted)
    let isChosen = own?.form == .sentence || ["mine", "both"].contains(words.chosen)
    if let idea = isChosen ? own ?? doing : doing ?? own {
      set("idea:\(idea.form.rawValue)", idea.text)
    }
    if let open = open.flatMap(fitting.fitted) {
      set("open:\(open.form.rawValue)", open.text)
    }
  }

  private mutating func tellHeart(
    _ heart: String?, _ words: Words, _ fitting: PhraseFitting, time: String
  ) {
    set("heart", heart)
    flag("heart", heart != nil)
    flag("plain", heart == nil)
    flag("asks", heart.map(fitting.asks) ?? false)
    let said = [words.smallest, words.further, words.request].compactMap(\.self)
    set("time", said.lazy.compactMap(fitting.time).first ?? time)
    set("way", said.lazy.compactMap(fitting.way).first)
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
      if let fitted = fitting.fitted(change) { set("change:\(fitted.form.rawValue)", fitted.text) }
    }
    let names = debrief.names.flatMap { NamedPerson.people(in: $0) }.filter(\.isNamed).map {
      fitting.written(to: $0.name)
    }
    if let last = names.last {
      let before = names.dropLast().joined(separator: ", ")
      set(
        "names",
        before.isEmpty ? last : "\(before) \(fitting.phrases.and) \(last)")
    }
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
