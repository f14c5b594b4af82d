import Foundation
package import Phrases
package import QuestionFlow

/// Somebody to talk with about the next move.
package struct Contact: Hashable, Sendable, Codable {
  /// How far things have come with somebody, from the first thought to the thanks.
  package enum Status: String, Sendable, Codable, CaseIterable {
    case toAsk = "to ask"
    case asked
    case agreed
    case talked
    case followedUp = "followed up"

    /// The name as one word, as an option takes it.
    package var option: String { rawValue.replacing(" ", with: "-") }

    /// The status of a name, in one word or in two.
    package init?(option: String) {
      self.init(rawValue: option.lowercased().replacing("-", with: " "))
    }

    /// The same as it is said; the name itself is for programs and options.
    package var words: Phrase {
      switch self {
      case .toAsk: "to ask"
      case .asked: "asked"
      case .agreed: "agreed"
      case .talked: "talked"
      case .followedUp: "followed up"
      }
    }
  }

  /// How those are known who have struggled with what is next themselves.
  static let hasBeenThrough = "has been through it"
  /// How those are known who see wider than the people around.
  static let seesWider = "sees wider"

  /// Counts from 1 in the order in which people were added.
  package private(set) var id: Int
  /// The name as typed.
  package var name: String
  /// How many levels above the person; 0 is a peer, `nil` is not known.
  package var reach: Int?
  /// How the person knows them, in a few words.
  package var relation: String?
  /// Where they met.
  package var met: String?
  /// A sponsor sign: what they said that sounded like “let's talk about you”.
  package var sponsorSign: String?
  /// How far things have come.
  package var status: Status
  /// What to do next.
  package var nextStep: String?
  /// The day for it.
  package var due: CalendarDate?

  /// Somebody to be asked; who is not on a list yet has the number 0.
  package init(id: Int = 0, name: String) {
    self.id = id
    self.name = name
    status = .toAsk
  }

  /// Somebody as they were saved, by whatever program: a name that has no room is cut.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(Int.self, forKey: .id)
    name = PersonName.cut(try container.decode(String.self, forKey: .name))
    reach = try container.decodeIfPresent(Int.self, forKey: .reach)
    relation = try container.decodeIfPresent(String.self, forKey: .relation)
    met = try container.decodeIfPresent(String.self, forKey: .met)
    sponsorSign = try container.decodeIfPresent(String.self, forKey: .sponsorSign)
    status = try container.decode(Status.self, forKey: .status)
    nextStep = try container.decodeIfPresent(String.self, forKey: .nextStep)
    due = try container.decodeIfPresent(CalendarDate.self, forKey: .due)
  }

  /// The same person under another number.
  func numbered(_ id: Int) -> Contact {
    var contact = self
    contact.id = id
    return contact
  }

  /// How the person knows them: their own words, or what a question has made of them.
  package var knownAs: Phrase? {
    guard var own = relation else { return nil }
    var made: [Phrase] = []
    let known: [(words: String, phrase: Phrase)] = [
      (Self.seesWider, "sees wider"), (Self.hasBeenThrough, "has been through it"),
    ]
    for (words, phrase) in known where own == words || own.hasSuffix(", \(words)") {
      own = String(own.dropLast(own == words ? words.count : words.count + 2))
      made.insert(phrase, at: 0)
    }
    return ((own.isEmpty ? [] : [Phrase(verbatim: own)]) + made).joined(separator: ", ")
  }

  /// What the question about sponsors quotes.
  static let offerToTalk = "let's talk about you"

  /// What they said that sounded like “let's talk about you”, in their words, or in those of the question.
  package var signSaid: Phrase? {
    sponsorSign.map {
      $0 == Self.offerToTalk ? "let's talk about you" : Phrase(verbatim: $0)
    }
  }

  /// The next step and the day for it, as far as they are known; `nil` where neither is.
  package var whatIsNext: Phrase? {
    let day: Phrase? = due.map { "by \(written: $0)" }
    let parts = [nextStep.map(Phrase.init(verbatim:)), day].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Whether the next step is due on a day.
  package func isDue(on day: CalendarDate) -> Bool {
    status != .followedUp && due.map { $0 <= day } ?? false
  }

  /// Whether they are family, by what was said of them.
  package var isFamily: Bool {
    if kinName != nil { return true }
    let words = PersonWords.shipped
    let isKin = { (key: String) in words.kin.contains(key) }
    if words.kinTitles.contains(PersonWords.key(name.prefix { !$0.isWhitespace }.description)) {
      return true
    }
    let own = Self.keys(NamedPerson.isName(name) ? relation ?? "" : name)
    // “Sister Agnes” and “Schwester Agnes” are nobody's sister here; “my sister” is.
    return own.indices.contains { place in
      isKin(own[place])
        && (!words.kinPossessed.contains(own[place])
          || own[..<place].contains(where: words.possessives.contains))
    }
  }

  /// What family is called that goes by what it is, such as “Mum” for “my mum”; `nil` for everybody else.
  package var kinName: String? {
    guard !NamedPerson.isName(name) else { return nil }
    let own = Self.keys(name).filter { !PersonWords.shipped.possessives.contains($0) }
    return own.count == 1 ? PersonWords.shipped.kinNames[own[0]] : nil
  }

  /// Whether they have learned from the person, as a pupil has.
  package var isJunior: Bool {
    Self.keys(relation ?? "").contains(where: PersonWords.shipped.juniors.contains)
  }

  private static func keys(_ text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "-" }.map { PersonWords.key(String($0)) }
  }

  /// Whether they are in recruiting or H.R., who can offer what is advertised and little beyond it.
  package var isRecruiter: Bool {
    let words = (relation ?? "").split { !$0.isLetter && $0 != "." }.map {
      PersonWords.key(String($0))
    }
    return !PersonWords.shipped.recruiters.isDisjoint(with: words)
  }
}
