internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import QuestionFlow

/// The root command: without a subcommand, start or resume the conversation.
struct NextMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nextmove",
    abstract: "A guided conversation about your next career move.",
    discussion: """
      Without a command, nextmove starts the conversation or takes it up where you left it. \
      Answers stay on this computer.
      """,
    version: "0.1.0",
    subcommands: [
      StartCommand.self, NewCommand.self, ResumeCommand.self, SessionsCommand.self,
      FitCommand.self, CompareCommand.self, FacetsCommand.self, ProfileCommand.self,
      ReadCommand.self, LogCommand.self, OutlineCommand.self, PeopleCommand.self,
      RoundCommand.self, DraftCommand.self, QuestionsCommand.self, CalendarCommand.self,
      ReportCommand.self, ExportCommand.self, ImportCommand.self, ForgetCommand.self,
      ScriptCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: StartCommand.self
  )

  /// The subcommands as they describe themselves.
  static var commands: [CommandConfiguration] { configuration.subcommands.map { $0.configuration } }

  /// The names of the subcommands.
  static var commandNames: [String] { commands.compactMap { $0.commandName } }
}

/// Runs the program and words every failure as one sentence on standard error.
@main
enum Program {
  static func main() {
    // A reader that has gone away ends the program quietly, through the failed write.
    signal(SIGPIPE, SIG_DFL)
    let world = World.ofThisProcess()
    do {
      defer { world.close() }
      try parseAndRun(Array(CommandLine.arguments.dropFirst()), in: world)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      guard let failure = wording(error) else { NextMove.exit(withError: error) }
      fail(failure.message, status: failure.status)
    }
  }

  /// What came of a command inside a conversation.
  enum Outcome {
    case done
    /// What to tell the person where it could not be done, or only had something to say.
    case refused(String)
    /// The program was asked to stop, by that signal, while it ran.
    case stopped(Int32)
  }

  /// Runs a command inside a conversation, in its world.
  static func run(_ arguments: [String], in world: World) -> Outcome {
    do {
      try parseAndRun(arguments, in: world)
      return .done
    } catch let code as ExitCode {
      return code.rawValue > 128 ? .stopped(code.rawValue - 128) : .done
    } catch {
      return .refused(wording(error)?.message ?? NextMove.fullMessage(for: error))
    }
  }

  private static func parseAndRun(_ arguments: [String], in world: World) throws {
    if let name = arguments.first, let message = unknownCommand(name) {
      throw Failure(message, status: .usage)
    }
    var command = try NextMove.parseAsRoot(arguments)
    if let command = command as? any WorldCommand { return try command.run(in: world) }
    // What is left asks for help or for a completion.
    try command.run()
  }

  /// An error as one sentence; `nil` for what is none, such as the wish for help.
  private static func wording(_ error: any Error) -> Failure? {
    switch error {
    case let failure as Failure: return failure
    case let error as JournalError: return Failure(error.description)
    case let fault as ScriptLibrary.Fault: return Failure(fault.description)
    default:
      guard NextMove.exitCode(for: error) != .success else { return nil }
      let sentence = NextMove.message(for: error)
      return Failure(
        "\(sentence)\(sentence.hasSuffix(".") ? "" : ".") See “nextmove --help”.", status: .usage)
    }
  }

  private static func unknownCommand(_ name: String) -> String? {
    let known = NextMove.commandNames + ["help"]
    guard !name.hasPrefix("-"), !known.contains(name) else { return nil }
    let hint = Spelling.nearest(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return "There is no command “\(Console.safe(name))”.\(hint) “nextmove --help” lists them."
  }

  private static func fail(_ message: String, status: Failure.Status) -> Never {
    FileHandle.standardError.write(Data("nextmove: \(Console.safeText(message))\n".utf8))
    Foundation.exit(status.rawValue)
  }
}
