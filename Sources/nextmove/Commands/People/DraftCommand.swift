import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import SafeOutput
import WorkFit

/// `nextmove draft`: a short message to somebody, from what was answered.
struct DraftCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a message to somebody; nothing is ever sent.",
    discussion: """
      Every fact in it comes from your answers. At a terminal it opens in your editor first; what you \
      leave there is printed, or written where you say.
      """)

  @OptionGroup var person: PersonArgument
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "request, follow-up or thanks; what comes next with them without.", valueName: "purpose"),
    completion: .list(MessageDraft.Purpose.allCases.map(\.rawValue)))
  var purpose: String?
  @Flag(help: "Print it as it is, without the editor.") var print = false
  @Option(help: ArgumentHelp("Write the text to this file; “-” prints.", valueName: "file"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Write a mail for your mail program to this file; “-” prints.", valueName: "file"))
  var eml: String?
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let contact = try person.contact(in: journey.contacts)
    var purpose = MessageDraft.Purpose(for: contact)
    if let wanted = self.purpose {
      guard let known = MessageDraft.Purpose(rawValue: wanted.lowercased()) else {
        throw Failure(
          "--for takes \(MessageDraft.Purpose.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")).",
          status: .usage)
      }
      purpose = known
    }
    let outline = RoleOutline(
      sheet: journey.sheet, profile: journey.profile, words: world.words)
    func facts(takesUnaddressed: Bool) -> MessageFacts {
      MessageFacts(
        contact: contact, outline: outline, sheet: journey.sheet,
        others: journey.contacts.all.map(\.name), takesUnaddressed: takesUnaddressed,
        language: world.words.language)
    }
    let isEdited = !print && world.streams.areOfPerson
    var takesUnaddressed = false
    if purpose == .request, let message = facts(takesUnaddressed: false).unaddressed {
      // It names nobody: who wrote it says whose it is, or it is that of the first on the list.
      takesUnaddressed =
        isEdited
        ? try asksFor(message, contact, in: world)
        : journey.contacts.inOrder.first?.id == contact.id
    }
    let draft = MessageDraft(purpose, facts: facts(takesUnaddressed: takesUnaddressed))
    var text = "\(draft.subject)\n\n\(draft.body)"
    var isOnScreen = false
    if isEdited {
      switch try edited(text, in: world) {
      case .text(let edited): text = edited + "\n"
      case .unchanged: isOnScreen = Editor.named(in: world.environment) == nil
      case .stopped(let signal, _): throw ExitCode(128 + signal)
      }
    }
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let edited = MessageDraft(
      subject: String(lines.first ?? ""),
      body: lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n")
    let console = world.console
    let words = "\(edited.subject)\n\n\(edited.body)"
    if let output = OutputFile.named(output) {
      let isFile = try OutputFile.write(words, to: output, in: world)
      if isFile { console.say("Written to \(output).") }
    }
    let mail = MailFile(edited, to: contact.name).text
    if let eml = OutputFile.named(eml) {
      if try OutputFile.write(mail, to: eml, in: world) {
        console.say("Written to \(eml); open it in your mail program, and send it from there.")
      }
    }
    // What was kept as it was shown is not shown again.
    if output == "-" || (output == nil && eml == nil && !isOnScreen) {
      if world.streams.output.isTerminal {
        console.say("\(words)")
      } else {
        try OutputFile.print(words, in: world)
      }
    }
    if eml == "-" { try OutputFile.print(mail, in: world) }
    if world.streams.output.isTerminal { sayWhatIsNext(contact, after: purpose, in: world) }
    if outline.isEmpty {
      try world.console.complain(
        "There is no role outline yet, so the message says nothing of it; “nextmove start outline” asks."
      )
    }
  }

  /// How to note that it was sent, so that the next step is the right one.
  private func sayWhatIsNext(
    _ contact: Contact, after purpose: MessageDraft.Purpose, in world: World
  ) {
    let status: Contact.Status
    switch purpose {
    case .request: status = .asked
    case .thanks: status = .followedUp
    case .followUp: return
    }
    let program = world.conversation == nil ? "nextmove " : ""
    let command = "\(program)people edit \(contact.id) --status \(status.option)"
    world.console.say("(Once it is sent: “\(command)”.)", .faint)
  }

  /// What the person makes of it: in their editor, or here, where they wish to change anything.
  private func edited(_ text: String, in world: World) throws -> Editor.Outcome {
    if Editor.named(in: world.environment) != nil { return try Editor.edit(text, in: world) }
    defer { world.source.close() }
    world.console.say("\(text)")
    let offer = OfferedEnter(
      console: world.console, source: world.source,
      prompt: "(Enter keeps it; e changes it, line by line.)",
      meaning:
        "This is a draft, and nothing is sent. Enter keeps it as it is, and e goes through it line by line, so that you can shorten it or put it in your own words.",
      letter: ("e", .edit))
    while true {
      switch offer.ask() {
      case .enter, .yes, .left, .command: return .unchanged
      case .letter: return try Editor.edit(text, in: world)
      case .no: world.console.say(offer.meaning, indent: 2)
      case .stopped(let signal): return .stopped(signal, saved: nil)
      }
    }
  }

  /// Whether the smallest message, which names nobody, is meant for somebody.
  private func asksFor(_ message: String, _ contact: Contact, in world: World) throws -> Bool {
    world.console.say("I cannot tell to whom you wrote your smallest message: “\(message)”")
    let offer = OfferedEnter(
      console: world.console, source: world.source,
      prompt: "Is it for \(contact.name)? (y puts it into this draft; Enter leaves it out.)",
      meaning:
        "You wrote it as the smallest message that you could send, and it can go into the draft to one person. Left out, the draft says what your outline says."
    )
    while true {
      switch offer.ask() {
      case .yes: return true
      case .enter, .no, .left, .letter, .command: return false
      case .stopped(let signal): throw ExitCode(128 + signal)
      }
    }
  }
}
