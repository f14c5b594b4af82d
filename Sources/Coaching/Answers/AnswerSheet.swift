import Foundation
package import QuestionFlow

/// The answers by what they are for: the outline, options, people named, and what was heard.
package struct AnswerSheet: Sendable {
  /// One thing of a list, told from all others by where it stands.
  private struct Key: Hashable {
    let interview: Int
    let element: ElementID
  }

  /// Somebody that an answer names as worth talking with.
  package struct Proposal: Hashable, Sendable {
    /// The name as typed, without what follows a comma.
    package let name: String
    /// The levels above the person that the question asked for; `nil` where it did not.
    package let reach: Int?
    /// What the person typed after a comma, or what the question asked for.
    package let relation: String?
    /// A sponsor sign: what they said, where the question was who has said such a thing.
    package let sign: String?
  }

  /// A next move that the person considers.
  package struct Option: Hashable, Sendable, Codable {
    /// The person's words.
    package let text: String
    /// Where it came from, in words; `nil` where it was not said.
    package let source: String?
    /// How far it lies from what they do today, in words; `nil` where it was not said.
    package let distance: String?
    /// Whether it came up when looking further out.
    package let isFurther: Bool
  }

  /// What was heard in one conversation.
  package struct Debrief: Hashable, Sendable, Codable {
    /// With whom, as typed.
    package let name: String
    /// What surprised.
    package let surprise: String?
    /// Which dots were connected.
    package let dots: String?
    /// Who else to talk with.
    package let names: [String]
    /// What changes in the outline.
    package let change: String?
  }

  private struct Fed {
    let slot: Slot
    let interview: Int
    let elements: [ElementID]
    /// In words; for a list, one for each element.
    let texts: [String]
    let listed: [ElementID]
    /// The id of a chosen option.
    let choice: String?
    /// Why it is thin, where it is a text that is.
    let thinness: String?
    /// What was said on being asked further.
    let further: [String]
  }

  private let fed: [Fed]

  init(interviews: [Interview]) {
    fed = interviews.enumerated().flatMap { number, interview in
      interview.fedAnswers.map { answer in
        var choice: String?
        if case .choice(.option(let id), _) = answer.answer { choice = id }
        return Fed(
          slot: answer.slot, interview: number, elements: answer.path.elements,
          texts: answer.elements?.map(\.text)
            ?? [interview.spoken(answer.answer, at: answer.path)],
          listed: answer.elements?.map(\.id) ?? [], choice: choice,
          thinness: Self.thinness(of: answer, in: interview), further: answer.probes[nil] ?? [])
      }
    }
  }

  private static func thinness(of answer: FedAnswer, in interview: Interview) -> String? {
    guard answer.slot.role == "outline", case .text(let text) = answer.answer else { return nil }
    return interview.reason(forVague: text)
  }

  /// Why the first answer for a purpose of the outline is thin, in a sentence; `nil` where it is not.
  func thinness(_ slot: Slot) -> String? { fed.first { $0.slot == slot }?.thinness }

  /// The answers for a purpose, in words; lists one thing each.
  package func texts(_ slot: Slot) -> [String] { fed.filter { $0.slot == slot }.flatMap(\.texts) }

  /// The first answer for a purpose.
  package func text(_ slot: Slot) -> String? {
    texts(slot).first { $0.contains { !$0.isWhitespace } }
  }

  /// What was said for a purpose on being asked further, in one text.
  package func further(_ slot: Slot) -> String {
    fed.filter { $0.slot == slot }.flatMap(\.further).joined(separator: " ")
  }

  /// The id of the option chosen for a purpose.
  package func choice(_ slot: Slot) -> String? { fed.first { $0.slot == slot }?.choice }

  private func text(_ slot: Slot, of key: Key) -> [String] {
    fed.filter {
      $0.slot == slot && $0.interview == key.interview && $0.elements.last == key.element
    }.flatMap(\.texts)
  }

  private func listed(_ slot: Slot) -> [(key: Key, text: String)] {
    fed.filter { $0.slot == slot }.flatMap { fed in
      zip(fed.listed, fed.texts).map { (Key(interview: fed.interview, element: $0), $1) }
    }
  }

  /// The next moves that the person considers, those further out last.
  package var options: [Option] {
    listed(.option).map { key, text in
      Option(
        text: text, source: self.text(.optionSource, of: key).first,
        distance: self.text(.optionDistance, of: key).first, isFurther: false)
    }
      + listed(.optionFurther).map {
        Option(text: $0.text, source: nil, distance: nil, isFurther: true)
      }
  }

  /// What is known of somebody from several answers, each once; `nil` where nothing is.
  private static func joined(_ relations: [String?]) -> String? {
    let known = relations.compactMap(\.self).reduce(into: [String]()) { known, relation in
      if !known.contains(where: { $0.contains(relation) }) { known.append(relation) }
    }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  /// What was heard, conversation by conversation.
  package var debriefs: [Debrief] {
    listed(.debriefTalk).map { key, name in
      Debrief(
        name: name, surprise: Self.said(text(.debriefSurprise, of: key).first),
        dots: Self.said(text(.debriefDots, of: key).first),
        names: text(.contactNamed, of: key),
        change: Self.said(text(.debriefChange, of: key).first))
    }
  }

  /// “Nothing” is an answer to a question, and nothing to tell anybody.
  private static func said(_ text: String?) -> String? {
    let bare = text?.lowercased().trimmingCharacters(in: .punctuationCharacters.union(.whitespaces))
    return ["", "nothing", "none", "no", "not much", "nobody", "nichts", "nein", "niemand"]
      .contains(bare ?? "") ? nil : text
  }

  /// What was heard from somebody; names are compared without regard to case, one of them suffices.
  package func debrief(of name: String) -> Debrief? {
    let somebody = Contacts(all: [Contact(name: name)])
    return debriefs.last { debrief in
      debrief.name.lowercased().hasPrefix(name.lowercased())
        || NamedPerson.people(in: debrief.name).contains { somebody.named($0.name) != nil }
    }
  }

  /// The people that answers name, each once; whoever is only said not to be there is not among them.
  package var proposals: [Proposal] {
    let kinds: [(slot: Slot, reach: Int?, relation: String?, sign: String?)] = [
      (.contactSponsor, nil, nil, Contact.offerToTalk), (.contactInside, 2, nil, nil),
      (.contactOutside, nil, nil, nil), (.contactStruggled, nil, Contact.hasBeenThrough, nil),
      (.contactWider, nil, Contact.seesWider, nil), (.contactNamed, nil, nil, nil),
    ]
    var proposals: [Proposal] = []
    for kind in kinds {
      for text in texts(kind.slot) {
        for person in NamedPerson.people(in: text) {
          let name = PersonName.cut(person.name)
          let known = Self.place(of: name, in: proposals)
          let before = known.map { proposals[$0] }
          let proposal = Proposal(
            name: [before?.name, name].compactMap(\.self).max { $0.count < $1.count } ?? name,
            reach: before?.reach ?? kind.reach,
            relation: Self.joined([
              before?.relation ?? person.whoTheyAre, kind.relation,
            ]),
            sign: before?.sign ?? kind.sign)
          if let known {
            proposals[known] = proposal
          } else {
            proposals.append(proposal)
          }
        }
      }
    }
    return proposals
  }

  /// Where somebody is among those named before: under the same name, or as the only one who goes by the one name
  /// that was given, as “Harold” and “Harold Pike” do.
  private static func place(of name: String, in proposals: [Proposal]) -> Int? {
    if let same = proposals.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      return same
    }
    let words = names(name)
    let near = proposals.indices.filter { place in
      let other = names(proposals[place].name)
      return other.count != words.count && min(other.count, words.count) == 1
        && (words.first == other.first)
    }
    return near.count == 1 && NamedPerson.isName(name) ? near[0] : nil
  }

  private static func names(_ name: String) -> [String] {
    let reader = PersonReader(words: PersonWords.shipped)
    return reader.tokens(name).filter { !reader.isTitle($0) && !reader.isTitlePart($0) }
      .map(PersonWords.key)
  }
}
