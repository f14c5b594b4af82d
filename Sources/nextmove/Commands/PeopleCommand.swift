internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import QuestionFlow

/// `nextmove people`: who to talk with, and how far things have come.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Keep track of whom to talk with.",
    subcommands: [
      PeopleListCommand.self, PeopleAddCommand.self, PeopleEditCommand.self,
      PeopleRemoveCommand.self,
    ], defaultSubcommand: PeopleListCommand.self)

  /// The session's people, and the journey to change them in.
  static func journey(_ session: String?, _ options: PromptsOption) throws -> Journey {
    let journal = try Home().journal()
    let library = try Home().library(prompts: options.prompts)
    if let chosen = try SessionChoice(journal: journal).session(session) {
      return try Journey(chosen, in: journal, library: library)
    }
    return try Journey(try journal.startSession(at: Date()), in: journal, library: library)
  }

  /// What a shell completes people by.
  static func completions() -> [String] {
    guard let folder = try? Home().dataFolder(),
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(Home.databaseName).path),
      let journey = try? journey(nil, PromptsOption())
    else { return [] }
    return journey.contacts.all.map(\.name)
  }
}

/// Somebody on the list, as a command is told of them.
struct PersonArgument: ParsableArguments {
  @Argument(
    help: "Their number, or the beginning of their name.",
    completion: .custom { _, _, _ in PeopleCommand.completions() })
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

/// What can be said of somebody.
struct ContactOptions: ParsableArguments {
  @Option(help: "How many levels above you: 2 or 3 see furthest; 0 is a peer.") var level: Int?
  @Option(help: "How you know them, such as “former lead” or “recruiter”.") var relation: String?
  @Option(help: "Where you met.") var met: String?
  @Option(
    help: ArgumentHelp(
      "What they said that sounded like “let's talk about you”.", valueName: "words"))
  var sponsor: String?
  @Option(
    help: ArgumentHelp("to ask, asked, agreed, talked, or followed up.", valueName: "status"),
    completion: .list(Contact.Status.allCases.map(\.rawValue)))
  var status: String?
  @Option(help: ArgumentHelp("What to do next.", valueName: "step")) var next: String?
  @Option(
    help: ArgumentHelp("The day for it: 2027-03-01, tomorrow, next Tuesday.", valueName: "day"),
    completion: .list(["today", "tomorrow", "next Monday", "next week"]))
  var due: String?

  func apply(to contact: inout Contact) throws {
    if let level {
      guard (-5...10).contains(level) else {
        throw Failure(
          "--level takes a number from -5 to 10: how many levels above you they are.",
          status: .usage)
      }
      contact.reach = level
    }
    if let relation { contact.relation = relation.isEmpty ? nil : relation }
    if let met { contact.met = met.isEmpty ? nil : met }
    if let sponsor { contact.sponsorSign = sponsor.isEmpty ? nil : sponsor }
    if let next { contact.nextStep = next.isEmpty ? nil : next }
    if let status {
      guard let known = Contact.Status(rawValue: status.lowercased()) else {
        throw Failure(
          "--status takes \(Contact.Status.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")).",
          status: .usage)
      }
      contact.status = known
    }
    if let due {
      contact.due = due.isEmpty ? nil : try CalendarDate(spoken: due, for: "--due")
    }
  }
}

struct PeopleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List them (the default).")

  @Flag(help: "Print JSON.") var json = false
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  private struct Report: Encodable {
    let people: [Contact]
    let warning: String?
  }

  func run() throws {
    let contacts = try PeopleCommand.journey(session, options).contacts
    if json { return try JSONOutput.print(Report(people: contacts.all, warning: contacts.warning)) }
    let console = Console()
    guard !contacts.all.isEmpty else {
      return console.say("Nobody yet; “nextmove people add NAME” adds somebody to talk with.")
    }
    let today = CalendarDate(Date())
    for contact in contacts.all {
      console.row(String(contact.id), Self.line(contact), column: 4)
      let next = [contact.nextStep, contact.due.map { "by \($0)" }].compactMap(\.self).joined(
        separator: " ")
      if !next.isEmpty {
        console.say("next: \(next)\(contact.isDue(on: today) ? " (due)" : "")", indent: 4)
      }
      if let sign = contact.sponsorSign { console.say("said: “\(sign)”", .faint, indent: 4) }
    }
    if let warning = contacts.warning {
      console.say()
      console.say(warning)
    }
  }

  private static func line(_ contact: Contact) -> String {
    let reach = contact.reach.map { level in
      switch level {
      case ..<0: "below you"
      case 0: "a peer"
      case 1: "one level above you"
      default: "\(level) levels above you"
      }
    }
    return
      ([contact.name]
      + [reach, contact.relation, contact.met.map { "met \($0)" }].compactMap(\.self)
      + [contact.status.rawValue]).joined(separator: ", ")
  }
}

extension PersonName {
  /// A name as a command was given it.
  fileprivate static func given(_ typed: String) throws(Failure) -> String {
    do throws(Rejection) {
      return try checked(typed)
    } catch {
      throw Failure(error.description, status: .usage)
    }
  }
}

struct PeopleAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add somebody.")

  @Argument(help: "The name.") var name: String
  @OptionGroup var contact: ContactOptions
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  func run() throws {
    let name = try PersonName.given(name)
    var journey = try PeopleCommand.journey(session, options)
    var added = Contact(id: journey.nextContactID, name: name)
    try contact.apply(to: &added)
    try journey.keep(added, at: Date())
    let console = Console()
    console.say("\(name) is number \(added.id).")
    if let warning = journey.contacts.warning { console.say(warning) }
  }
}

struct PeopleEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of somebody.")

  @OptionGroup var person: PersonArgument
  @Option(help: "Another name.") var name: String?
  @OptionGroup var contact: ContactOptions
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  func run() throws {
    var journey = try PeopleCommand.journey(session, options)
    var changed = try person.contact(in: journey.contacts)
    if let name { changed.name = try PersonName.given(name) }
    try contact.apply(to: &changed)
    try journey.keep(changed, at: Date())
    Console().say("\(changed.name): \(changed.status.rawValue).")
  }
}

struct PeopleRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take somebody off the list.")

  @OptionGroup var person: PersonArgument
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  func run() throws {
    var journey = try PeopleCommand.journey(session, options)
    let contact = try person.contact(in: journey.contacts)
    try journey.remove(contact, at: Date())
    Console().say("\(contact.name) is off the list.")
  }
}
