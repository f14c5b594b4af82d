import Coaching
import Foundation
import LineEditor
import Phrases
import WorkFit

/// Arguing with a fit-check: what the person says against it is kept, and applied from then on.
struct Arguing {
  let conversation: Conversation

  private var console: Console { conversation.console }

  func obey(_ command: SlashCommand, _ argument: String) throws {
    switch command {
    case .disagree: try disagree(argument)
    case .agree: try agree(argument)
    case .teach: try teach(argument)
    default: try corrections(argument)
    }
  }

  /// Shows what a finding rests on.
  func explain(_ argument: String) {
    guard let finding = finding(argument) else { return }
    ExplanationRendering(console: console).show(finding)
  }

  /// The finding of a number, as it was shown last.
  private func finding(_ argument: String) -> Finding? {
    let findings = conversation.lastFindings
    guard let number = Int(argument.trimmingCharacters(in: .whitespaces)),
      findings.indices.contains(number - 1)
    else {
      console.say(
        findings.isEmpty
          ? "There is no finding to speak of yet; /fit checks a posting."
          : "It takes the number of a finding, from 1 to \(findings.count).", indent: 2)
      return nil
    }
    return findings[number - 1]
  }

  /// What was typed at a prompt; `nil` where nothing was.
  private func answer(_ prompt: Phrase) -> String? {
    let request = LineRequest(prompt: console.prompt(prompt))
    guard case .line(let line) = conversation.source.readLine(request) else { return nil }
    let typed = line.trimmingCharacters(in: .whitespaces)
    guard !typed.isEmpty else { return nil }
    // A command, or a question back, is nothing that anybody means by their words.
    guard !typed.hasPrefix("/"), Hearing.standard.reading(of: typed) == .answer else {
      console.say("I did not take that as your answer; nothing else is noted.", indent: 2)
      return nil
    }
    return typed
  }

  // MARK: - Disagreeing

  /// `/disagree 2`, or with its reason: `/disagree 2 words`, `/disagree 2 line`.
  private func disagree(_ argument: String) throws {
    let words = argument.split(separator: " ").map { $0.lowercased() }
    guard let finding = finding(words.first ?? "") else { return }
    guard !finding.evidence.isEmpty else { return try disagreeWithWords(finding) }
    let reason = words.count > 1 ? words[1] : askReason(finding)
    switch reason.prefix(1) {
    case "w", "1": try disagreeWithWords(finding)
    case "l", "2": try disagreeWithLine(finding)
    case "": console.say("Left as it is.", indent: 2)
    default:
      console.say(
        "Write /disagree N words where I misread your words, or /disagree N line where the line does not say that.",
        indent: 2)
    }
  }

  private func askReason(_ finding: Finding) -> String {
    console.say("What is wrong?", indent: 2)
    console.row("1", "I misread your words “\(finding.statement.text)”", column: 4, indent: 2)
    console.row("2", "the line does not say that", column: 4, indent: 2)
    return answer("1 or 2?") ?? ""
  }

  private func disagreeWithWords(_ finding: Finding) throws {
    let text = finding.statement.text
    try keep(.misread(text: text))
    console.say(
      "Noted: I misread “\(text)”, and leave it aside until I know what you mean.", indent: 2)
    guard let meaning = answer("What do you mean by it? (Enter to say it later with /teach)")
    else {
      return
    }
    try keep(.means(phrase: text, meaning: meaning))
    console.say(
      "From now on “\(text)” is read as “\(meaning)”. /fit last checks the posting again with that.",
      indent: 2)
  }

  private func disagreeWithLine(_ finding: Finding) throws {
    guard let line = finding.evidence.first?.quote.text else { return }
    try keep(.lineSaysOtherwise(text: finding.statement.text, line: line))
    console.say(
      "Noted: that line does not say that of “\(finding.statement.text)”, and is left out for it. /fit last checks the posting again with that.",
      indent: 2)
  }

  private func keep(_ correction: Corrections.Correction) throws {
    try conversation.journey.correct(correction, at: conversation.world.now)
  }

  private func agree(_ argument: String) throws {
    guard let finding = finding(argument) else { return }
    let own = Corrections.key(finding.statement.text)
    let revoked = conversation.journey.corrections.counting.filter { correction in
      switch correction {
      case .misread(let text), .lineSaysOtherwise(let text, _): Corrections.key(text) == own
      case .means, .notAbout: false
      }
    }
    guard !revoked.isEmpty else {
      console.say("You had not disagreed with that.", indent: 2)
      return
    }
    for correction in revoked { try revoke(correction) }
    console.say("Taken back: “\(finding.statement.text)” is read as before.", indent: 2)
  }

  private func revoke(_ correction: Corrections.Correction) throws {
    try conversation.journey.revoke(correction, at: conversation.world.now)
  }

  // MARK: - Teaching

  private func teach(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      console.say(
        "Write /teach WORDS = WHAT YOU MEAN, such as: /teach holding the fort = working on my own.",
        indent: 2)
      return
    }
    let (words, meaning) = (parts[0], parts[1])
    let statements = conversation.journey.profile.statements
    guard statements.contains(where: { $0.text.localizedStandardContains(words) }) else {
      console.say(
        "“\(words)” stands in none of the answers that a posting is held against; /answers shows them.",
        indent: 2)
      return
    }
    try keep(.means(phrase: words, meaning: meaning))
    console.say(
      "From now on “\(words)” is read as “\(meaning)”. /fit last checks the posting again with that.",
      indent: 2)
  }

  private func corrections(_ argument: String) throws {
    let corrections = conversation.journey.corrections
    let all = corrections.counting + corrections.retired
    let words = argument.split(separator: " ")
    if words.first == "remove", words.count == 2 {
      guard let number = Int(words[1]), all.indices.contains(number - 1) else {
        console.say("It takes the number of a correction, from 1 to \(all.count).", indent: 2)
        return
      }
      try revoke(all[number - 1])
      console.say("Taken back.", indent: 2)
      return
    }
    guard !all.isEmpty else {
      console.say("You have said nothing against my reading yet.", indent: 2)
      return
    }
    for (index, correction) in all.enumerated() {
      console.row("\(index + 1)", Self.words(correction), column: 4, indent: 2)
    }
  }

  private static func words(_ correction: Corrections.Correction) -> Phrase {
    switch correction {
    case .misread(let text): "I misread “\(text)”"
    case .lineSaysOtherwise(let text, let line): "this line does not speak of “\(text)”: “\(line)”"
    case .means(let phrase, let meaning): "by “\(phrase)” you mean “\(meaning)”"
    case .notAbout(let text, let facet):
      "“\(text)” is not about \(facet) (retired: an earlier version read by facets, this one does not)"
    }
  }
}

extension Conversation {
  /// Obeys what can be said about the findings; false for everything else, which means to go on.
  func argue(_ line: String) throws -> Bool {
    guard case .command(let command, let argument) = SlashCommand.read(line) else { return false }
    let arguing = Arguing(conversation: self)
    switch command {
    case .why: arguing.explain(argument)
    case .disagree, .agree, .teach, .corrections: try arguing.obey(command, argument)
    default: return false
    }
    return true
  }
}
