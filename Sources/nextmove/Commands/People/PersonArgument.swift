import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// Somebody on the list, as a command is told of them.
struct PersonArgument: ParsableArguments {
  @Argument(
    help: "Their number, or the beginning of their name.",
    completion: .custom { _, _, _ in World.peopleNames() })
  var person: String

  /// The one that is meant.
  func contact(in contacts: Contacts) throws(Failure) -> Contact {
    if let contact = contacts.named(person) { return contact }
    throw Failure(
      contacts.all.isEmpty
        ? "There is nobody yet; “nextmove people add NAME” adds somebody."
        : "“\(person)” is nobody here, or could be several; “nextmove people” lists them by number.",
      status: .usage)
  }
}
