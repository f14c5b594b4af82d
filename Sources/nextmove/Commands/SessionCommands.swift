internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import QuestionFlow

/// `nextmove`: start, or go on where the last session stopped.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start, or take up again (the default).")

  @Argument(
    help: "Begin with this script, or go on with it, whatever else is open.",
    completion: .custom { _, _, _ in Self.scripts() })
  var script: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run() throws {
    let library = try Home().library(prompts: options.prompts)
    if let script { try Self.require(script, in: library) }
    let journal = try Home().journal()
    if let session = try journal.sessions().first {
      try Conversation(journal: journal, session: session, library: library, isQuiet: output.quiet)
        .run(.resumed, with: script)
    } else {
      let session = try journal.startSession(at: Date())
      try Conversation(journal: journal, session: session, library: library, isQuiet: output.quiet)
        .run(.first, with: script)
    }
  }

  private static func scripts() -> [String] {
    (try? Home().library(prompts: nil))?.volumes.map(\.script.id) ?? []
  }

  /// Says so where there is no such script.
  static func require(_ id: String, in library: ScriptLibrary) throws(Failure) {
    guard library.volume(id) == nil else { return }
    let known = library.volumes.map(\.script.id)
    let hint = Spelling.nearest(to: id, among: known).map { " Did you mean “\($0)”?" } ?? ""
    throw Failure(
      "There is no script “\(id)”.\(hint) There are \(known.joined(separator: ", ")).",
      status: .usage)
  }
}

/// `nextmove new`: another session beside those there are.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start another session.")

  @Argument(help: "What to call it.") var name: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run() throws {
    let library = try Home().library(prompts: options.prompts)
    let journal = try Home().journal()
    let session = try journal.startSession(name: name.map { String($0.prefix(80)) }, at: Date())
    try Conversation(journal: journal, session: session, library: library, isQuiet: output.quiet)
      .run(.new)
  }
}

/// `nextmove resume`: a session by its number.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Take up a session again.")

  @Argument(
    help: "Its number or name, as “nextmove sessions” lists it; the last one without.",
    completion: .custom { _, _, _ in SessionChoice.completions() })
  var session: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run() throws {
    let library = try Home().library(prompts: options.prompts)
    let journal = try Home().journal()
    guard let chosen = try SessionChoice(journal: journal).session(session) else {
      throw Failure("There is no session yet; “nextmove” starts one.", status: .usage)
    }
    try Conversation(journal: journal, session: chosen, library: library, isQuiet: output.quiet)
      .run(.resumed)
  }
}

/// `nextmove sessions`: what there is, with progress.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List the sessions with their progress.")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: PromptsOption

  private struct Row: Encodable {
    let id: Int64
    let name: String?
    let started: String
    let lastUsed: String
    let answered: Int
    let total: Int
  }

  func run() throws {
    let library = try Home().library(prompts: options.prompts)
    let journal = try Home().journal()
    let rows = try journal.sessions().map { session in
      let progress = try Journey(session, in: journal, library: library).progress
      return Row(
        id: session.id.rawValue, name: session.name,
        started: session.started.formatted(.iso8601),
        lastUsed: session.lastUsed.formatted(.iso8601),
        answered: progress.done, total: progress.total)
    }
    if json { return try JSONOutput.print(["sessions": rows]) }
    let console = Console()
    guard !rows.isEmpty else { return console.say("No session yet; “nextmove” starts one.") }
    for row in rows {
      let name = row.name.map { " “\($0)”" } ?? ""
      let day = row.lastUsed.prefix(10)
      console.row(
        String(row.id),
        "\(row.answered) of \(row.total) questions answered, last used \(day)\(name)", column: 4)
    }
    console.say("“nextmove resume NUMBER” takes one up again.", .faint)
  }
}
