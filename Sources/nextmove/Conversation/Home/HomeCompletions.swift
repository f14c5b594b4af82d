import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow

/// What Tab offers at home.
extension Conversation {
  func homeCompletions(of typed: String) -> [Completion] {
    let commands = SlashCommand.completions(of: typed, in: console.words)
    guard commands.isEmpty, !typed.hasPrefix("/") else { return commands }
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.count == 2, words[0] == "resume" {
      return ((try? world.journal().sessions()) ?? []).map { session in
        Completion("resume \(session.id)", description: session.name ?? "")
      }.filter { $0.text.hasPrefix(typed) }
    }
    let before = words.dropLast().joined(separator: " ")
    if let first = words.first, words.count >= 2 {
      // Whatever takes a person takes the beginning of their name, and a day is one of a few.
      if first == SlashCommand.posting.rawValue, words.count == 3 {
        return PostingWords.choices.map { Completion("\(before) \($0)") }
          .filter { $0.text.hasPrefix(typed) }
      }
      if ["--due", "--on", "--from"].contains(words[words.count - 2]) {
        return ["today", "tomorrow", "'next Monday'", "'next week'"].map {
          Completion("\(before) \($0)")
        }.filter { $0.text.hasPrefix(typed) }
      }
      let takesPerson =
        ["draft", "questions"].contains(first) && words.count == 2
        || first == "people" && words.count == 3 && ["edit", "remove"].contains(words[1])
        || first == "forget" && words.count == 3 && words[1] == "person"
      if takesPerson {
        return journey.contacts.all.map {
          Completion(
            "\(before) \($0.name.contains(" ") ? "'\($0.name)'" : $0.name)",
            description: console.text($0.status.words))
        }.filter { completion in
          completion.text.lowercased().hasPrefix(typed.lowercased())
            || completion.text.lowercased().hasPrefix(
              "\(before) '\(words[words.count - 1])".lowercased())
        }
      }
    }
    let scripts = library.volumes.map {
      Completion(
        ScriptName.shown($0.script.id, in: language),
        description: $0.script.title.text(in: language))
    }.filter { $0.text.hasPrefix(typed) }
    return scripts
      + world.commands.described.filter { $0.shouldDisplay }.map {
        Completion($0.commandName ?? "", description: console.words.sentence($0.abstract))
      }.filter { $0.text.hasPrefix(typed) }
  }
}
