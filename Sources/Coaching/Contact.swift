internal import Foundation
public import QuestionFlow

/// Somebody to talk with about the next move.
public struct Contact: Hashable, Sendable, Codable {
  /// How far things have come with somebody, from the first thought to the thanks.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case toAsk = "to ask"
    case asked
    case agreed
    case talked
    case followedUp = "followed up"
  }

  /// Counts from 1 in the order in which people were added.
  public private(set) var id: Int
  /// The name as typed.
  public var name: String
  /// How many levels above the person; 0 is a peer, `nil` is not known.
  public var reach: Int?
  /// How the person knows them, in a few words.
  public var relation: String?
  /// Where they met.
  public var met: String?
  /// A sponsor sign: what they said that sounded like “let's talk about you”.
  public var sponsorSign: String?
  /// How far things have come.
  public var status: Status
  /// What to do next.
  public var nextStep: String?
  /// The day for it.
  public var due: CalendarDate?

  /// Somebody to be asked; who is not on a list yet has the number 0.
  public init(id: Int = 0, name: String) {
    self.id = id
    self.name = name
    status = .toAsk
  }

  /// Somebody as they were saved, by whatever program: a name that has no room is cut.
  public init(from decoder: any Decoder) throws {
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

  /// Whether the next step is due on a day.
  public func isDue(on day: CalendarDate) -> Bool {
    status != .followedUp && due.map { $0 <= day } ?? false
  }

  /// Whether they are in recruiting or H.R., who can offer what is advertised and little beyond it.
  public var isRecruiter: Bool {
    let words = (relation ?? "").split { !$0.isLetter && $0 != "." }.map {
      PersonWords.key(String($0))
    }
    return !PersonWords.shipped.recruiters.isDisjoint(with: words)
  }
}

/// All people of a session.
public struct Contacts: Sendable {
  /// In the order in which they were added.
  public let all: [Contact]

  /// Those whose next step is due, the earliest first.
  public func due(on day: CalendarDate) -> [Contact] {
    all.filter { $0.isDue(on: day) }.sorted { ($0.due ?? day, $0.id) < ($1.due ?? day, $1.id) }
  }

  /// What is lopsided about the people as a whole, in a sentence; `nil` where nothing is.
  public var warning: String? {
    guard all.count >= 2 else { return nil }
    if all.allSatisfy(\.isRecruiter) {
      return
        "All of them are recruiters or from H.R., who know what is advertised; who knows what is not?"
    }
    if all.allSatisfy({ $0.isRecruiter || ($0.reach ?? 1) <= 0 }) {
      return
        "Nobody here is above you. Peers mean well and see about as far as you do; who is two or three levels up?"
    }
    return nil
  }

  /// The one that a number or the beginning of a name stands for.
  ///
  /// - Returns: `nil` where there is none or more than one.
  public func named(_ text: String) -> Contact? {
    if let id = Int(text) { return all.first { $0.id == id } }
    let exact = all.filter { $0.name.caseInsensitiveCompare(text) == .orderedSame }
    if exact.count == 1 { return exact[0] }
    let begins = all.filter { $0.name.lowercased().hasPrefix(text.lowercased()) }
    return begins.count == 1 ? begins[0] : nil
  }
}
