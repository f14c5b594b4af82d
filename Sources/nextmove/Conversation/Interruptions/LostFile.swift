import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import SafeOutput

/// What there is to do where the file with the answers was moved, removed or replaced while it was open.
///
/// What is open here still has all of them, as long as this process lives.
struct LostFile {
  let conversation: Conversation
  let displacement: Displacement

  private var console: Console { conversation.console }

  /// Says what has happened, and offers to write this session's answers somewhere else.
  ///
  /// - Returns: an ending where they were written, or where the person leaves; `nil` where they go on.
  func offer() throws -> Conversation.Ending? {
    guard conversation.source.isInteractive else {
      throw Failure(
        displacement.isForGood
          ? "\(displacement) What was answered since is not saved; run nextmove again, and answer it once more."
          : "\(displacement) What was answered since is not where nextmove will look for it; put the file back, and run nextmove again."
      )
    }
    console.say()
    console.say(displacement.phrase, .strong)
    console.say(
      "What you answer now is not where nextmove will look for it. This session can be written to a file of its own, which “nextmove import” takes in again."
    )
    while true {
      switch conversation.source.readLine(
        LineRequest(prompt: console.prompt("Which file? (Enter: none)")))
      {
      case .line(let line):
        let path = line.trimmingCharacters(in: .whitespaces)
        guard !path.isEmpty else { return nil }
        switch SlashCommand.read(path) {
        case .command(.quit, _): return .lost
        case .command, .unknown:
          console.say(
            "Here it takes the name of a file, Enter for none, or /quit. (For a file right below the root: /./NAME.)",
            indent: 2)
          continue
        case .answer: break
        }
        do throws(Failure) {
          try write(to: path)
          return .broughtAway(path)
        } catch {
          console.say(error.message, indent: 2)
        }
      case .interrupted: return nil
      case .end: return .lost
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
  }

  private func write(to path: String) throws(Failure) {
    do {
      _ = try OutputFile.write(to: path, onlyNew: true, in: conversation.world) { file in
        try conversation.world.journal().export(conversation.session.id) { try file.write($0) }
      }
    } catch let fault as WriteFault {
      throw Failure(fault.phrase)
    } catch {
      throw Failure("The answers could not be read back: \(String(describing: error))")
    }
  }
}
