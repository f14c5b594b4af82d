import Foundation
package import Phrases
package import QuestionFlow

/// All people of a session.
package struct Contacts: Sendable {
  /// In the order in which they were added.
  package let all: [Contact]

  /// Those whose next step is due, the earliest first.
  package func due(on day: CalendarDate) -> [Contact] {
    all.filter { $0.isDue(on: day) }.sorted { ($0.due ?? day, $0.id) < ($1.due ?? day, $1.id) }
  }

  /// What is lopsided about the people as a whole, in a sentence; `nil` where nothing is.
  package var warning: Phrase? {
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

  /// The one that a number, the beginning of a name or a name without its title stands for.
  ///
  /// - Returns: `nil` where there is none or more than one.
  package func named(_ text: String) -> Contact? {
    if let id = Int(text) { return all.first { $0.id == id } }
    let exact = all.filter { $0.name.caseInsensitiveCompare(text) == .orderedSame }
    if exact.count == 1 { return exact[0] }
    let begins = all.filter { $0.name.lowercased().hasPrefix(text.lowercased()) }
    guard begins.isEmpty else { return begins.count == 1 ? begins[0] : nil }
    // “hedda” and “marlowe” for “Dr. Hedda Marlowe”.
    let wanted = text.split(whereSeparator: \.isWhitespace).map { PersonWords.key(String($0)) }
    let named = all.filter { contact in
      let names = contact.name.split(whereSeparator: \.isWhitespace).map {
        PersonWords.key(String($0))
      }
      return !wanted.isEmpty
        && wanted.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
    return named.count == 1 ? named[0] : nil
  }
}

extension Contacts {
  /// Whom to turn to, in order: first those who have said something like “let's talk about you”.
  package var inOrder: [Contact] {
    all.filter { $0.sponsorSign != nil } + all.filter { $0.sponsorSign == nil }
  }

  /// Whose message is the next to be written: thanks before requests; `nil` where none is.
  package var nextToWrite: Contact? {
    inOrder.first { $0.status == .talked } ?? inOrder.first { $0.status == .toAsk }
  }
}
