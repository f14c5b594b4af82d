internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import LineEditor

/// `nextmove forget`: takes something out for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Take an answer, a person or more out for good.",
    discussion:
      "It is gone from the file, and no command brings it back. Export first if in doubt.",
    subcommands: [
      ForgetAnswerCommand.self, ForgetPersonCommand.self, ForgetPostingCommand.self,
      ForgetSessionCommand.self,
    ])

  /// Runs what forgets, and words a refusal.
  static func forgetting<T>(
    _ choice: SessionOption, in world: World, _ body: (Forgetting, Journey) throws -> T
  ) throws -> T {
    let journey = try choice.existing("forget", in: world)
    do {
      let journal = try world.journal()
      let result = try body(Forgetting(journey, in: journal), journey)
      if try journal.isForgetting() { tellOfReaders(in: world) }
      // What is open here must not go on showing what is gone.
      try journey.readAgain()
      return result
    } catch let refusal as Forgetting.Refusal {
      throw Failure(refusal.description, status: .usage)
    }
  }

  /// Another window that is reading holds the state of before, and with it the bytes of what is gone.
  static func tellOfReaders(in world: World) {
    world.console.say(
      "No command shows it any more, but another nextmove is still reading the file, so its bytes stay on the disk until that has ended; the next start takes them out."
    )
  }

  /// Whether the person means it; without a terminal, --yes says so.
  static func confirm(_ what: String, yes: Bool, in world: World) throws {
    if yes { return }
    guard isatty(0) == 1 else {
      throw Failure("\(what) would be gone for good; add --yes if that is meant.", status: .usage)
    }
    let console = world.console
    console.say("\(what) will be gone for good. Type “yes” to forget:")
    defer { world.source.close() }
    guard case .line(let line) = world.source.readLine(LineRequest(prompt: "> ")),
      line.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
    else { throw Failure("Nothing was forgotten.") }
  }
}

struct ForgetAnswerCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Forget one answer; its question is open again.")

  @Argument(help: "The question's name, such as energizers/good_day; without, they are listed.")
  var question: String?
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let console = world.console
    guard let question else {
      let names = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
        forgetting.answered
      }
      for name in names { console.say(name) }
      if names.isEmpty { console.say("No question has an answer yet.") }
      return
    }
    try ForgetCommand.confirm("The answer to “\(question)”", yes: yes, in: world)
    try world.forgetJudgements()
    let ask = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.answer(question)
    }
    console.say("Forgotten. The question is open again: \(ask)")
  }
}

struct ForgetPersonCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Forget somebody on the list.")

  @OptionGroup var person: PersonArgument
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.existing("forget", in: world)
    let contact = try person.contact(in: journey.contacts)
    try ForgetCommand.confirm("What is kept of \(contact.name)", yes: yes, in: world)
    try world.forgetJudgements()
    let answers = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.person(contact)
    }
    let console = world.console
    console.say("Forgotten.")
    if !answers.isEmpty {
      console.say(
        "The name still stands in your answers to \(answers.joined(separator: ", ")); “nextmove forget answer” takes such an answer out."
      )
    }
  }
}

struct ForgetPostingCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "posting", abstract: "Forget a posting and what was found in it.")

  @Argument(help: "Its number; without, they are listed.") var number: Int?
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.existing("forget", in: world)
    let console = world.console
    guard let number else {
      let names = try PostingNames(of: journey)
      for (index, posting) in journey.postings.enumerated() {
        console.row(String(index + 1), try names.name(of: posting), column: 4)
      }
      if journey.postings.isEmpty { console.say("No posting has been checked yet.") }
      return
    }
    let (_, posting) = try PostingCommand.posting(String(number), of: journey)
    try ForgetCommand.confirm("Posting \(number)", yes: yes, in: world)
    try world.forgetJudgements()
    let others = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.posting(posting.digest)
    }
    console.say("Forgotten.")
    if !others.isEmpty {
      console.say(
        "It was checked in session \(others.map(\.description).joined(separator: ", ")) too, and stays there."
      )
    }
  }
}

struct ForgetSessionCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Forget a whole session.")

  @Argument(
    help: "Its number or name, as “nextmove sessions” lists it.",
    completion: .custom { _, _, _ in World.sessionNames() })
  var argument: String
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var options: PromptsOption

  func run(in world: World) throws {
    guard let chosen = try world.session(argument) else {
      throw Failure("There is no session yet, so nothing to forget.", status: .usage)
    }
    try ForgetCommand.confirm("Session \(chosen.id), with all its answers,", yes: yes, in: world)
    let journey = try world.journey(of: chosen, prompts: options.prompts)
    let journal = try world.journal()
    try world.forgetJudgements()
    try Forgetting(journey, in: journal).session()
    if try journal.isForgetting() { ForgetCommand.tellOfReaders(in: world) }
    world.console.say("Forgotten.")
  }
}
