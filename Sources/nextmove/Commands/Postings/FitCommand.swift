import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import SafeOutput
import WorkFit

/// `nextmove fit`: hold a posting against what the person said.
struct FitCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Hold a job posting against your answers.",
    usage: """
      nextmove fit [<posting>] [<options>]
      nextmove fit --last [<options>]
      nextmove fit --profile <file> [--jsonl] [<posting>]
      """,
    discussion: """
      The posting comes from a file, from a pipe (“-”), or is pasted at the prompt. Without \
      --profile it is held against the answers of the session used last.
      """)

  @Argument(help: "The posting: a file, or “-” for standard input.") var posting: String?
  @Flag(help: "Check the posting checked last again.") var last = false
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Read one JSON object with id and text a line, write one result a line.") var jsonl =
    false
  @Flag(help: "Show what each finding rests on: the lines read, and what was made of them.")
  var explain = false
  @Flag(help: "Show all of it at once, where a terminal would show one screen first.") var full =
    false
  @Flag(help: "Exit with status 1 where the posting is flagged.") var failOnFlag = false
  @OptionGroup var answers: AnswersOption
  @OptionGroup var reading: ModelOption
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func validate() throws {
    if last, posting != nil || answers.profile != nil || jsonl {
      throw ValidationError(
        "--last takes the posting and the answers from the session, so it stands alone")
    }
    if jsonl, answers.profile == nil { throw ValidationError("--jsonl needs --profile FILE") }
  }

  func run(in world: World) throws {
    if let file = answers.profile {
      let profile = try AnswersOption.profile(at: file, in: world)
      if jsonl {
        // Postings are read side by side, each on one core; of thousands none is read again soon.
        let check = try world.fitCheck(
          model: reading.model, threads: 1, judgements: world.known(beside: JudgementMemory()))
        return try FitStream(check: check, profile: profile).run(over: posting, in: world)
      }
      let text = try postingText(in: world)
      let check = try world.fitCheck(model: reading.model)
      try report(
        Progress.reading(in: world) { try check.check(text, against: profile, goOn: $0) },
        in: world)
      return
    }
    let journey = try answers.journey(options, in: world)
    let text: TextAsRead
    if last {
      guard let kept = try journey.lastPostingText() else {
        throw Failure("No posting has been checked in this session yet; name a file, or paste one.")
      }
      text = TextAsRead(kept)
    } else {
      text = try postingText(of: journey, in: world)
    }
    let check = try world.fitCheck(model: reading.model)
    let profile = journey.profile
    let result: FitResult
    do {
      result = try Progress.reading(in: world) {
        try check.check(text, against: profile, goOn: $0)
      }
    } catch let stopped as Interruption.Stopped {
      try journey.keep(posting: text.given, at: world.now)
      try world.console.complain("The posting is kept; “nextmove fit --last” reads it.")
      throw stopped
    }
    let changes = try journey.remember(posting: text.given, result, at: world.now)
    try report(result, changes: changes, in: world)
  }

  /// - Parameter journey: the session that what is pasted is kept in; `nil` where it is none's.
  private func postingText(of journey: Journey? = nil, in world: World) throws -> TextAsRead {
    switch posting {
    case let path?: return try TextInput.posting(path, in: world)
    case nil:
      guard world.streams.isTyped else { return try TextInput.posting("-", in: world) }
      defer { world.source.close() }
      let outcome =
        try journey.map { try PostingInput(journey: $0, world: world).read() }
        ?? LinesPrompt(console: world.console, source: world.source, keep: { _ in }).posting()
      switch outcome {
      case .text(let text): return TextAsRead(text)
      case .none: throw Failure("No posting was given, so nothing was checked.")
      case .stopped(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  private func report(
    _ result: FitResult, changes: [Phrase] = [], in world: World
  ) throws {
    if json, explain {
      try JSONOutput.print(ExplainedReport(result), in: world)
    } else if json {
      try JSONOutput.print(FitReport(result), in: world)
    } else if output.quiet {
      world.console.say("\(result.sentence)")
    } else {
      world.conversation?.lastFindings = FitRendering.numbered(result)
      defer { if world.conversation == nil { world.source.close() } }
      try FitScreen(
        console: world.console, source: world.source, conversation: world.conversation
      ).show(result, changes: changes, isFull: full, explains: explain)
    }
    if failOnFlag, result.isFlagged { throw ExitCode(Failure.Status.flagged.rawValue) }
  }
}
