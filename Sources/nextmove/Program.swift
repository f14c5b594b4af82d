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
      FitCommand.self, ProfileCommand.self, ReadCommand.self, ScriptCommand.self,
    ],
    defaultSubcommand: StartCommand.self
  )
}

/// Runs the program and words every failure as one sentence on standard error.
@main
enum Program {
  static func main() {
    // A reader that has gone away ends the program quietly, through the failed write.
    signal(SIGPIPE, SIG_DFL)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let name = arguments.first, let message = unknownCommand(name) {
      fail(message, status: .usage)
    }
    do {
      var command = try NextMove.parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      fail(failure.message, status: failure.status)
    } catch let error as JournalError {
      fail(error.description, status: .failed)
    } catch let fault as ScriptLibrary.Fault {
      fail(fault.description, status: .failed)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      guard NextMove.exitCode(for: error) != .success else { NextMove.exit(withError: error) }
      let sentence = NextMove.message(for: error)
      fail(
        "\(sentence)\(sentence.hasSuffix(".") ? "" : ".") See “nextmove --help”.", status: .usage)
    }
  }

  private static func unknownCommand(_ name: String) -> String? {
    let known = NextMove.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !name.hasPrefix("-"), !known.contains(name) else { return nil }
    let hint = Spelling.nearest(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return "There is no command “\(Console.safe(name))”.\(hint) “nextmove --help” lists them."
  }

  private static func fail(_ message: String, status: Failure.Status) -> Never {
    FileHandle.standardError.write(Data("nextmove: \(Console.safeText(message))\n".utf8))
    Foundation.exit(status.rawValue)
  }
}

/// Why a command could not do what it was asked to.
struct Failure: Error {
  enum Status: Int32 {
    case flagged = 1
    case usage = 2
    case failed = 3
  }

  let message: String
  var status = Status.failed

  init(_ message: String, status: Status = .failed) {
    self.message = message
    self.status = status
  }
}
