import Coaching
import Foundation
import LineEditor
import Phrases
import QuestionFlow

/// What can be typed instead of an answer.
enum SlashCommand: String, CaseIterable {
  case help
  case back
  case skip
  case why
  case undo
  case edit
  case paste
  case list
  case change
  case move
  case swap
  case remove
  case answers
  case review
  case revise
  case fit
  case posting
  case postings
  case disagree
  case agree
  case teach
  case corrections
  case home
  case quit

  /// What it does, in a few words.
  var help: Phrase {
    switch self {
    case .help: "this list"
    case .back: "the question before; its answer stays until you give another"
    case .skip: "leave this question open, and go on"
    case .why: "why this question is worth answering; with a number, what that finding rests on"
    case .undo: "take the last answer back; inside a list, the last entry"
    case .edit: "write the answer in your editor"
    case .paste: "take several lines as one answer, up to a line with a single full stop"
    case .list: "the entries of the list so far, with their numbers"
    case .change: "other words for an entry of the list: /change 2 OTHER WORDS"
    case .move: "move an entry of the list: /move 3 1 puts the third first"
    case .swap: "let two entries of the list change places: /swap 1 3"
    case .remove: "take an entry off the list: /remove 2"
    case .answers: "everything you have answered so far"
    case .review: "the same, a page at a time"
    case .revise: "choose an answer to change (/revise WORD looks for one)"
    case .fit:
      "paste a job posting and hold it against your answers (/fit FILE reads one, /fit last the last)"
    case .posting:
      "say how far a posting has come: /posting 2 applied, /posting 2 talking 22 nov, /posting 2 undo"
    case .postings: "the postings checked, and how they stand (/postings status sorts them)"
    case .disagree:
      "say that a finding misreads your words or its line, by its number; it stays said"
    case .agree: "take that back"
    case .teach: "say what you mean by some words: /teach WORDS = WHAT YOU MEAN"
    case .corrections: "what you have said against my reading (/corrections remove N)"
    case .home: "where you stand, and what comes next"
    case .quit: "leave; everything is saved"
    }
  }

  /// What a line asks for.
  enum Reading {
    case answer(String)
    case command(SlashCommand, argument: String)
    /// Something that begins like a command and is none.
    case unknown(String)
  }

  /// Reads a line: a command, or an answer. A space before the slash makes it an answer.
  static func read(_ line: String) -> Reading {
    guard line.hasPrefix("/"), !line.contains(where: \.isNewline) else { return .answer(line) }
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first, name.allSatisfy(\.isLetter) else {
      return parts.isEmpty ? .unknown("") : .answer(line)
    }
    let argument = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    if let command = SlashCommand(rawValue: name.lowercased()) {
      return .command(command, argument: argument)
    }
    let begins = allCases.filter { $0.rawValue.hasPrefix(name.lowercased()) }
    if begins.count == 1 { return .command(begins[0], argument: argument) }
    // “/ändern 1 andere Worte”, “/entferne 2”
    if let arrangement = EntryArrangement(command: "\(name) \(argument)"),
      let command = SlashCommand(rawValue: arrangement.act.rawValue)
    {
      return .command(command, argument: arrangement.argument)
    }
    // “/zurück”, and whatever else is heard as a command without its stroke.
    if case .command(let meant, _) = Hearing.standard.reading(of: name),
      let command = SlashCommand(rawValue: meant)
    {
      return .command(command, argument: argument)
    }
    return .unknown(name)
  }

  /// What to say about something that begins like a command and is none.
  static func unknown(_ name: String) -> Phrase {
    let nearest = Spelling.nearest(to: name.lowercased(), among: allCases.map(\.rawValue))
    return nearest.map {
      "There is no command “/\(name)”; did you mean “/\($0)”? (For an answer that begins with a slash, put a space before it.)"
    }
      ?? "There is no command “/\(name)”; “/help” lists them. (For an answer that begins with a slash, put a space before it.)"
  }

  /// The commands that begin like what has been typed.
  static func completions(of typed: String, in words: PhraseBook) -> [Completion] {
    guard typed.hasPrefix("/") else { return [] }
    if let further = further(behind: typed) { return further }
    return allCases.map { Completion("/\($0.rawValue)", description: words.text($0.help)) }
      .filter { $0.text.hasPrefix(typed.lowercased()) }
  }

  /// What can stand behind a command that takes one of a few words; `nil` behind any other.
  private static func further(behind typed: String) -> [Completion]? {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let choices: [String]
    switch (words[0].lowercased(), words.count) {
    case ("/\(posting.rawValue)", 3): choices = PostingWords.choices
    case ("/\(postings.rawValue)", 2): choices = PostingOrder.allCases.map(\.rawValue)
    default: return nil
    }
    let before = words.dropLast().joined(separator: " ")
    return choices.map { Completion("\(before) \($0)") }
      .filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
  }
}
