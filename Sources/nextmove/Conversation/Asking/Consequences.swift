import Coaching
import LineEditor
import Phrases
import QuestionFlow

/// What the answers of a script change beyond themselves: people, the round, conversations that are done.
extension Conversation {
  /// Draws them where a script has come to its end, and says what they are.
  ///
  /// - Returns: an ending where the person leaves.
  func drawConsequences(from script: String) throws -> Ending? {
    try adoptPeople(from: script)
    try beginRound(from: script)
    return try offerChanges(heardIn: script)
  }

  /// Puts the people named in a script's answers on the list, and says whom.
  private func adoptPeople(from script: String) throws {
    let added = try journey.adoptPeople(from: script, at: world.now)
    guard !added.isEmpty else { return }
    console.say(
      "On your list of people now: \(added.map(\.name).joined(separator: ", ")). “people” shows them, “draft” writes to them."
    )
    let unnamed = added.filter { !NamedPerson.isName($0.name) }
    for somebody in unnamed {
      console.say(
        "“\(somebody.name)” is no name yet; “people edit \(somebody.id) --name NAME” gives one, and a draft leaves the greeting open until then."
      )
    }
  }

  /// Begins the round that the answers describe.
  private func beginRound(from script: String) throws {
    guard
      let round = try journey.beginRound(from: script, on: world.today, at: world.now)
    else { return }
    console.say(
      "Your round: \(round.goal) conversations from \(written: round.start) to \(written: round.end). “calendar” keeps an hour a week for it, “round” says where it stands."
    )
    guard let first = journey.contacts.nextToWrite, first.sponsorSign != nil else { return }
    console.say("Begin with \(first.name), who offered to talk: “draft \(first.id)”.")
  }

  /// Notes whom the answers of a debrief have talked with, as soon as they say so.
  func noteTalks(from script: String) throws {
    for contact in try journey.noteTalks(from: script, on: world.today, at: world.now) {
      console.say(
        "(\(contact.name): talked with. Thanks are due; “draft \(contact.id)” writes them.)",
        .faint,
        indent: 2)
    }
  }

  /// Offers to work what was heard into the outline.
  private func offerChanges(heardIn script: String) throws -> Ending? {
    guard source.isInteractive, let interview = journey.interviews[script] else { return nil }
    let contacts = journey.contacts
    let changes = journey.debriefs(in: interview).filter { debrief in
      debrief.change != nil
        && NamedPerson.people(in: debrief.name).contains {
          contacts.named($0.name)?.status == .talked
        }
    }
    guard !changes.isEmpty, let (outline, path) = journey.outlineSummary else { return nil }
    console.say()
    console.say("What you heard changes your outline:")
    for debrief in changes {
      let name = NamedPerson.people(in: debrief.name).first?.name ?? debrief.name
      console.row("-", "\(name): \(debrief.change ?? "")", column: 2, indent: 2)
    }
    let offer = OfferedEnter(
      console: console, source: source,
      prompt: "Change it now? (Enter does; n leaves it as it is.)",
      meaning:
        "It opens your outline at the sentences that say it in one breath, so that you can work in what you heard. What you wrote before stays until you give another."
    )
    while true {
      switch offer.ask() {
      case .enter, .yes:
        isHome = true
        _ = try revisit(path, in: outline)
        return nil
      case .no, .left, .letter: return nil
      case .stopped(let signal): return .stopped(signal)
      case .command(.home, _):
        isHome = true
        return nil
      case .command(let command, let argument):
        if case .ended(let ending) = try obeyAnywhere(command, argument) { return ending }
      }
    }
  }
}
