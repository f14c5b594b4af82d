internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import QuestionFlow
internal import SafeOutput
internal import WorkFit

/// `nextmove draft`: a short message to somebody, from what was answered.
struct DraftCommand: ParsableCommand {
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
  @Option(help: ArgumentHelp("Write the text to this file.", valueName: "file")) var output: String?
  @Option(help: ArgumentHelp("Write a mail for your mail program to this file.", valueName: "file"))
  var eml: String?
  @OptionGroup var choice: SessionOption

  func run() throws {
    let journey = try choice.journey()
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
    let outline = RoleOutline(sheet: journey.sheet, profile: journey.profile)
    let draft = MessageDraft(
      purpose, facts: MessageFacts(contact: contact, outline: outline, sheet: journey.sheet))
    var text = "\(draft.subject)\n\n\(draft.body)"
    if !print, isatty(0) == 1, isatty(1) == 1 {
      switch try Editor.edit(text) {
      case .text(let edited): text = edited + "\n"
      case .stopped(let signal, _): throw ExitCode(128 + signal)
      }
    }
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let edited = MessageDraft(
      subject: String(lines.first ?? ""),
      body: lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n")
    let console = Console()
    if let output {
      let isFile = try OutputFile.write("\(edited.subject)\n\n\(edited.body)", to: output)
      if isFile { console.say("Written to \(output).") }
    }
    if let eml {
      let isFile = try OutputFile.write(MailFile(edited, to: contact.name).text, to: eml)
      if isFile {
        console.say("Written to \(eml); open it in your mail program, and send it from there.")
      }
    }
    if output == nil, eml == nil { try OutputFile.print("\(edited.subject)\n\n\(edited.body)") }
    if outline.isEmpty {
      try OutputDescriptor.standardError.write(
        "There is no role outline yet, so the message says nothing of it; “nextmove start outline” asks.\n"
      )
    }
  }
}

/// `nextmove questions`: what to ask somebody.
struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Suggest questions to bring to somebody.",
    discussion: "From your outline, from what the checked postings left open, and for their level.")

  @OptionGroup var person: PersonArgument
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  func run() throws {
    let journey = try choice.journey()
    let contact = try person.contact(in: journey.contacts)
    let profile = journey.profile
    let check = FitCheck(lexicon: try .shipped())
    // What stands against the person comes before what is not clear, the last posting first.
    let findings = try journey.postingTexts().reversed().map {
      check.check($0, against: profile).findings
    }
    let asks = [[Finding.Kind.mustHaveBroken, .conflict, .drain], [.unclear, .missing]].flatMap {
      kinds in
      findings.flatMap { $0.filter { kinds.contains($0.kind) }.compactMap(\.ask) }
    }
    let facts = MessageFacts(
      contact: contact, outline: RoleOutline(sheet: journey.sheet, profile: profile),
      sheet: journey.sheet, profileMustHave: profile.statements(.mustHave).first?.text)
    let questions = InterviewQuestions(reach: contact.reach, facts: facts, asks: asks)
    if json { return try JSONOutput.print(questions) }
    let console = Console()
    for (heading, list) in [
      ("To begin with", questions.opening), ("About your outline", questions.outline),
      ("From the postings you checked", questions.postings), ("To end with", questions.closing),
    ] where !list.isEmpty {
      console.say(heading, .strong)
      for question in list { console.row("-", question, column: 2, indent: 2) }
      console.say()
    }
    console.say("Five are plenty for half an hour. Let them talk.", .faint)
  }
}

/// `nextmove calendar`: the round as calendar entries.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write the round as a calendar file (.ics).",
    discussion:
      "An hour a week for the round, each conversation on its day, and its follow-up. Opening the file again changes entries and doubles none."
  )

  @Option(
    help: ArgumentHelp(
      "Write to this file; “nextmove.ics” without, “-” prints.", valueName: "file"))
  var output = "nextmove.ics"
  @Option(help: ArgumentHelp("When the weekly hour begins, 0 to 23.", valueName: "hour"))
  var hour = 9
  @OptionGroup var choice: SessionOption

  func run() throws {
    guard (0...23).contains(hour) else {
      throw Failure("--hour takes a full hour from 0 to 23.", status: .usage)
    }
    let journey = try choice.journey()
    let file = CalendarFile(
      round: journey.round, people: journey.contacts.all, hour: hour,
      session: "\(journey.session.id)-"
        + String(format: "%.0f", journey.session.started.timeIntervalSince1970))
    guard file.count > 0 else {
      throw Failure(
        "There is nothing to put into a calendar yet: no round (“nextmove round start”), and nobody with a day (“nextmove people edit NAME --due DAY”)."
      )
    }
    let text = file.text(stamp: Date())
    if output == "-" { return try OutputFile.print(text) }
    guard try OutputFile.write(text, to: output) else { return }
    Console().say(
      "\(file.count) \(file.count == 1 ? "entry" : "entries") in \(output); open it with your calendar."
    )
  }
}

/// `nextmove outline`: the page to bring along.
struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Show the role outline, and what would sharpen it.")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Page: Encodable {
    let outline: RoleOutline
    let sharper: String?
    let remarks: [String]
  }

  func run() throws {
    let journey = try choice.existing("show")
    let outline = RoleOutline(sheet: journey.sheet, profile: journey.profile)
    if json {
      return try JSONOutput.print(
        Page(
          outline: outline, sharper: outline.sharper, remarks: outline.remarks.map(\.sentence)))
    }
    let console = Console()
    guard !outline.isEmpty else {
      throw Failure("There is no outline yet; “nextmove start outline” asks for it.")
    }
    console.say("A rough outline of my next role", .strong)
    console.say()
    console.say(outline.shown ?? "")
    for (name, texts) in [
      ("Rests on", outline.strengths), ("Gives me energy", outline.energizers),
      ("Must be there", outline.mustHaves), ("I would say no to", outline.dealBreakers),
      ("Least sure of", [outline.openQuestion].compactMap(\.self)),
    ] where !texts.isEmpty {
      console.say()
      console.row(name, texts.joined(separator: "; "), column: 20)
    }
    if !outline.remarks.isEmpty {
      console.say()
      console.say("Before you show it", .strong)
      for remark in outline.remarks { console.say(remark.sentence, indent: 2) }
    }
    if let sharper = outline.sharper, sharper != outline.shown, outline.chosen == nil {
      console.say()
      console.say("A sharper version, from your own answers", .strong)
      console.say(sharper, indent: 2)
      console.say("“nextmove start outline” lets you take it, or change your own.", .faint)
    }
  }
}
