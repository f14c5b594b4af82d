import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import WorkFit

/// Postings, held against the answers from inside the conversation.
extension Conversation {
  func fit(_ argument: String) throws -> Ending? {
    guard !journey.profile.isEmpty else {
      console.say(
        "There is nothing to hold a posting against yet; it takes at least your energizers.",
        indent: 2)
      return nil
    }
    if argument.isEmpty {
      switch try PostingInput(journey: journey, world: world).read() {
      case .text(let posting):
        do throws(Failure) { try check(TextAsRead(posting)) } catch {
          console.say(error.message, indent: 2)
        }
      case .none: console.say("No posting, then; nothing was checked.", indent: 2)
      case .stopped(let signal): return .stopped(signal)
      }
    } else if argument == "last" {
      guard let text = try journey.lastPostingText() else {
        console.say("No posting has been checked yet.", indent: 2)
        return nil
      }
      do throws(Failure) { try check(TextAsRead(text)) } catch {
        console.say(error.message, indent: 2)
      }
    } else {
      do throws(Failure) {
        try check(try TextInput.posting(world.home.path(argument), in: world))
      } catch {
        console.say(error.message, indent: 2)
      }
    }
    return nil
  }

  func check(_ posting: TextAsRead) throws(Failure) {
    let check = try world.fitCheck()
    let profile = journey.profile
    let result: FitResult
    // In the terminal's own modes Ctrl-C is a signal, and comes through while this reads.
    source.close()
    do {
      result = try Progress.reading(in: world) {
        try check.check(posting, against: profile, goOn: $0)
      }
    } catch let stopped as Interruption.Stopped {
      throw try keep(posting, after: stopped)
    } catch {
      throw Failure(World.readingFault(error))
    }
    let changes: [Phrase]
    do {
      changes = try journey.remember(posting: posting.given, result, at: world.now)
    } catch {
      throw Failure(
        "\(World.savingFault(error)) The posting was not saved.")
    }
    lastFindings = FitRendering.numbered(result)
    do {
      try FitScreen(console: console, source: source, conversation: self)
        .show(result, changes: changes)
    } catch {
      throw (error as? Failure) ?? Failure(World.savingFault(error))
    }
    if !lastFindings.isEmpty {
      console.say(
        "(/why N shows what it rests on; /disagree N where I misread you or the line; /teach WORDS = WHAT YOU MEAN; /fit last checks it again.)",
        .faint)
    }
  }

  /// Keeps a posting whose reading was stopped; all of it is saved then, so another signal than Ctrl-C may
  /// end the program.
  private func keep(
    _ posting: TextAsRead, after stopped: Interruption.Stopped
  ) throws(Failure) -> Failure {
    do {
      try journey.keep(posting: posting.given, at: world.now)
    } catch {
      throw Failure(
        "\(World.savingFault(error)) The posting was not saved.")
    }
    if stopped.signal != SIGINT { raise(stopped.signal) }
    return Failure("The reading was stopped. The posting is kept; “/fit last” reads it.")
  }
}
