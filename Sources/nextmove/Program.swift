import ArgumentParser
import Coaching
import ControlSequences
import Encoder
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import SafeOutput

/// The program: what of it belongs to the process, and what it does with words in a world.
@main
enum Program {
  static func main() {
    EarlyEnd.obeySignals()
    OutputDescriptor.holdClosedStandardStreams()
    // A reader that has gone away is a failed write like any other, so that the terminal is put back.
    signal(SIGPIPE, SIG_IGN)
    let world = World(.ofThisProcess(), commands: commands)
    let words = Array(CommandLine.arguments.dropFirst())
    // What looks for leftovers is to find them.
    if words.first != DoctorCommand.configuration.commandName {
      Leftovers.sweep(world.home)
    }
    let ending = run(words, in: world)
    // What is open stays open to the end, so that nothing waits for its closing.
    withExtendedLifetime(world) {
      if case .unheard = ending {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
      }
      Foundation.exit(ending.status)
    }
  }

  /// How the program ends.
  enum Ending: Equatable {
    case status(Int32)
    /// The reader of what is printed has gone away, which was said; the process ends by the signal that it
    /// would have been.
    case unheard

    /// As a shell is told it.
    var status: Int32 {
      switch self {
      case .status(let status): status
      case .unheard: Failure.Status.failed.rawValue
      }
    }
  }

  /// Does what the words say, and words every failure as one sentence on standard error.
  ///
  /// - Parameters:
  ///   - words: what was typed behind the program's name.
  ///   - world: where it is done; what is open in it is written down before this returns.
  static func run(_ words: [String], in world: World) -> Ending {
    // What could steer a terminal is taken out whole, and not only what begins it.
    let arguments = words.map(\.withoutControlSequences)
    var failure: Failure?
    var status: Int32 = 0
    do {
      defer { world.close() }
      try world.requireWords()
      try parseAndRun(arguments, in: world)
    } catch let code as ExitCode {
      status = code.rawValue
    } catch let stopped as Interruption.Stopped {
      status = 128 + stopped.signal
    } catch let fault as WriteFault {
      return end(fault, in: world)
    } catch {
      failure = wording(error, typed: arguments)
      do throws(WriteFault) {
        if failure == nil { try answer(error, to: words, in: world) }
      } catch {
        return end(error, in: world)
      }
    }
    if let fault = world.streams.fault { return end(fault, in: world) }
    guard let failure else { return .status(status) }
    return fail(world.console.text(failure.message), status: failure.status, in: world)
  }

  /// Prints what was wished for and comes as an error, such as the help.
  private static func answer(
    _ wish: any Error, to words: [String], in world: World
  ) throws(WriteFault) {
    if let asked = forShell(words) {
      let text = NextMove.fullMessage(for: wish) + "\n"
      // A shell shows completions, which may be somebody's name, as they are.
      try OutputFile.print(asked == .completions ? Sanitizer.text(text) : text, in: world)
    } else {
      try OutputFile.print(help(wish, in: world) + "\n", in: world)
    }
  }

  private enum ForShell { case script, completions }

  /// What a shell was to be given, which is no text to be folded; `nil` where a person asks.
  private static func forShell(_ words: [String]) -> ForShell? {
    if words.first == "---completion" { return .completions }
    return words.contains { $0.hasPrefix("--generate-completion-script") } ? .script : nil
  }

  /// What ArgumentParser has to say to somebody who wishes to know.
  private static func help(_ wish: any Error, in world: World) -> String {
    let text = NextMove.fullMessage(for: wish, columns: world.console.helpColumns)
    return HelpText.folded(HelpPage(in: world.words).text(text))
  }

  /// Ends the program where something could not be written.
  private static func end(_ fault: WriteFault, in world: World) -> Ending {
    let isOfWords = fault.destination == OutputDescriptor.nameOfOutput
    let message = world.words.text(
      isOfWords && world.hasSaved ? WriteFault.afterSaving : fault.phrase)
    let ending = fail(message, status: .failed, in: world)
    return fault.isBrokenPipe && isOfWords ? .unheard : ending
  }

  /// What can be typed inside a conversation.
  static var commands: TypedCommands {
    TypedCommands(described: NextMove.configuration.subcommands.map { $0.configuration }, run: obey)
  }

  private static func obey(_ arguments: [String], in world: World) -> TypedCommands.Outcome {
    do {
      try parseAndRun(arguments, in: world)
      return .done
    } catch let code as ExitCode {
      return code.rawValue > 128 ? .stopped(code.rawValue - 128) : .done
    } catch let stopped as Interruption.Stopped {
      // Ctrl-C ends the reading, not the conversation.
      return stopped.signal == SIGINT
        ? .refused("The reading was stopped.") : .stopped(stopped.signal)
    } catch {
      return .refused(
        wording(error, typed: arguments)?.message
          ?? Phrase(verbatim: help(error, in: world)))
    }
  }

  private static func parseAndRun(_ arguments: [String], in world: World) throws {
    if let name = arguments.first, let message = unknownCommand(name, among: world.commands.names) {
      throw Failure(message, status: .usage)
    }
    var command = try Surroundings.$completing.withValue(world.surroundings) {
      try NextMove.parseAsRoot(arguments)
    }
    if let command = command as? any WorldCommand { return try command.run(in: world) }
    // What is left asks for help or for a completion.
    try command.run()
  }

  /// An error as one sentence; `nil` for what is none, such as the wish for help.
  ///
  /// - Parameter arguments: what was typed behind the program's name.
  private static func wording(_ error: any Error, typed arguments: [String]) -> Failure? {
    switch error {
    case let failure as Failure: return failure
    case let fault as WriteFault: return Failure(fault.phrase)
    case let error as JournalError: return Failure(error.phrase)
    case is EncoderError, is ModelError: return Failure(World.readingFault(error))
    case let fault as ScriptLibrary.Fault: return Failure(fault.phrase)
    default:
      guard NextMove.exitCode(for: error) != .success else { return nil }
      return Failure(
        RefusedArguments.phrase(for: NextMove.message(for: error), typed: arguments),
        status: .usage)
    }
  }

  private static func unknownCommand(_ name: String, among names: [String]) -> Phrase? {
    let known = names + ["help"]
    guard !name.hasPrefix("-"), !known.contains(name) else { return nil }
    let shown = Console.safe(name)
    return Spelling.nearest(to: name, among: known).map {
      "There is no command “\(shown)”. Did you mean “\($0)”? “nextmove --help” lists them."
    } ?? "There is no command “\(shown)”. “nextmove --help” lists them."
  }

  private static func fail(
    _ message: String, status: Failure.Status, in world: World
  ) -> Ending {
    // Where this cannot be said, the status says it.
    try? world.streams.error.write("nextmove: \(Console.safeText(message))\n")
    return .status(status.rawValue)
  }
}
