import ArgumentParser
import Phrases

/// The program's own commands, for those that are typed inside a conversation.
struct TypedCommands {
  /// What came of one.
  enum Outcome {
    case done
    /// What to tell the person where it could not be done, or only had something to say.
    case refused(Phrase)
    /// The program was asked to stop, by that signal, while it ran.
    case stopped(Int32)
  }

  /// None at all, as where words are completed.
  static var none: TypedCommands { TypedCommands(described: []) { _, _ in .done } }

  /// The commands as they describe themselves.
  let described: [CommandConfiguration]
  /// Runs one in the world of the conversation; the name of the program is left out of the words.
  let run: (_ words: [String], _ world: World) -> Outcome

  /// What they are called.
  var names: [String] { described.compactMap { $0.commandName } }
}
