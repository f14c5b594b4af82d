import Foundation
import LineEditor
import Phrases
import SafeOutput

/// The person's own editor, opened on a text.
enum Editor {
  /// What came of it.
  enum Outcome {
    /// The text as the person left it.
    case text(String)
    /// The person did not want to change it after all.
    case unchanged
    /// The program is asked to stop, by that signal; with what had been saved in the editor by then.
    case stopped(Int32, saved: String?)
  }

  /// The editor that the person has named, if any.
  static func named(in environment: [String: String]) -> String? {
    [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty }
  }

  /// Opens the person's editor, and waits until it is closed; where none is named, the lines are edited here,
  /// one after the other.
  static func edit(_ text: String, in world: World) throws(Failure) -> Outcome {
    guard let command = named(in: world.environment) else {
      return LineByLine(console: world.console, source: world.source).edit(text)
    }
    world.source.close()
    return try open(command, on: text, in: world)
  }

  private static func open(
    _ command: String, on text: String, in world: World
  ) throws(Failure) -> Outcome {
    let folder = try world.home.dataFolder()
    let file: EditorFile
    do throws(WriteFault) {
      file = try EditorFile(holding: text + "\n", in: folder)
    } catch {
      throw Failure("There is no place for a file to edit. \(error)")
    }
    defer { file.remove() }
    // The variable may hold options too, such as “code --wait”; the shell takes it apart, and gives way
    // to the editor, so that a signal reaches that.
    let isPlain = !command.contains { "|&;<>()$`=".contains($0) }
    let line = "\(isPlain ? "exec " : "")\(command) \"$1\""
    let ending = EditorProcess.run(
      ["/bin/sh", "-c", line, "nextmove", file.path], in: world.surroundings)
    switch ending {
    case .stopped(let signal):
      let saved = file.text?.trimmingCharacters(in: .newlines)
      return .stopped(signal, saved: saved == text ? nil : saved)
    case .ended(0): break
    case .ended(let status):
      throw Failure(
        "The editor “\(command)” could not be used (status \(status)); set EDITOR to one that is installed. Nothing has changed."
      )
    }
    guard let edited = file.text else {
      throw Failure(
        "What the editor left is no text of at most two million bytes; nothing has changed.")
    }
    return .text(edited.trimmingCharacters(in: .newlines))
  }
}
