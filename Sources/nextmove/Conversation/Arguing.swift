internal import Coaching
internal import Foundation
internal import WorkFit

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

  /// What a facet is about, from end to end, in plain words.
  private func name(_ facet: FacetID) throws -> String {
    guard let facet = try Lexicon.shipped().facet(facet) else { return facet.rawValue }
    return "\(facet.a.name) (or \(facet.b.name))"
  }

  private func disagree(_ argument: String) throws {
    guard let finding = finding(argument) else { return }
    guard let facet = finding.facet else {
      console.say(
        "That rests on your words alone; /teach \(finding.statement.text) = WHAT YOU MEAN says what is meant.",
        indent: 2)
      return
    }
    try conversation.journey.correct(
      .notAbout(text: finding.statement.text, facet: facet), at: conversation.world.now)
    console.say(
      "Noted: “\(finding.statement.text)” is not about \(try name(facet)). /fit last checks the posting again with that.",
      indent: 2)
  }

  private func agree(_ argument: String) throws {
    guard let finding = finding(argument) else { return }
    let revoked = conversation.journey.corrections.all.filter { correction in
      if case .notAbout(let text, _) = correction { text == finding.statement.text } else { false }
    }
    guard !revoked.isEmpty else {
      console.say("You had not disagreed with that.", indent: 2)
      return
    }
    for correction in revoked {
      try conversation.journey.revoke(correction, at: conversation.world.now)
    }
    console.say("Taken back: “\(finding.statement.text)” is read as before.", indent: 2)
  }

  private func teach(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      console.say(
        "It is written /teach WORDS = WHAT YOU MEAN, such as: /teach holding the fort = working on my own.",
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
    let lexicon = try Lexicon.shipped()
    var statement = Statement(role: .energizer, text: meaning, rank: 1)
    statement.meaning = meaning
    let understood = Reader(lexicon: lexicon).understanding(of: statement).first
    try conversation.journey.correct(
      .means(phrase: words, meaning: meaning), at: conversation.world.now)
    guard let understood, let facet = lexicon.facet(understood.facet) else {
      console.say(
        "Kept, though “\(meaning)” is not something I understand either, so only its words are looked for. “nextmove facets” lists what I can read.",
        indent: 2)
      return
    }
    console.say(
      "From now on “\(words)” is read as “\(meaning)”, which speaks of \((facet.a.id == understood.pole ? facet.a : facet.b).name). /fit last checks the posting again with that.",
      indent: 2)
  }

  private func corrections(_ argument: String) throws {
    let all = conversation.journey.corrections.all
    let words = argument.split(separator: " ")
    if words.first == "remove", words.count == 2 {
      guard let number = Int(words[1]), all.indices.contains(number - 1) else {
        console.say("It takes the number of a correction, from 1 to \(all.count).", indent: 2)
        return
      }
      try conversation.journey.revoke(all[number - 1], at: conversation.world.now)
      console.say("Taken back.", indent: 2)
      return
    }
    guard !all.isEmpty else {
      console.say("You have said nothing against my reading yet.", indent: 2)
      return
    }
    for (index, correction) in all.enumerated() {
      let text =
        switch correction {
        case .notAbout(let text, let facet): "“\(text)” is not about \(try name(facet))"
        case .means(let phrase, let meaning): "by “\(phrase)” you mean “\(meaning)”"
        }
      console.row(String(index + 1), text, column: 4, indent: 2)
    }
  }
}
