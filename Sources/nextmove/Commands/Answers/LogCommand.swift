import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// `nextmove log`: a moment that gave or took energy.
struct LogCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Log a moment that gave or took energy.",
    usage: """
      nextmove log "what it was" +2
      nextmove log [--json]
      nextmove log --remove <number>
      """,
    discussion: """
      From +2, which filled you, to -2, which emptied you. Two weeks of it, a line or two a day, show \
      more than any list of virtues. Without words, the log is shown.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "What it was, and its level: +2, +1, 0, -1, -2, or in words.", valueName: "words"))
  var words: [String] = []
  @Option(
    help: ArgumentHelp("The day: 2027-03-01, yesterday. Today without.", valueName: "day"),
    completion: .list(["today", "yesterday"]))
  var on: String?
  @Option(help: ArgumentHelp("Take out the entry of that number.", valueName: "number"))
  var remove: Int?
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Listing: Encodable {
    let entries: [EnergyEntry]
  }

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let console = world.console
    if let remove {
      guard let entry = journey.energyLog.entries.first(where: { $0.id == remove }) else {
        throw Failure(
          "There is no entry \(remove) in the log; “nextmove log” shows them.", status: .usage)
      }
      try journey.removeFromLog(remove, at: world.now)
      return console.say("Out of the log: “\(entry.text)”.")
    }
    guard !words.isEmpty else {
      if json {
        return try JSONOutput.print(Listing(entries: journey.energyLog.entries), in: world)
      }
      return show(journey.energyLog, on: console)
    }
    let (text, level) = try reading(in: world)
    let day = try day(in: world)
    let entry = try journey.log(text, level: level, on: day, at: world.now)
    console.say("Logged for \(written: entry.day): \(EnergySign.of(level)) “\(text)”.")
  }

  /// The words, and the level behind or before them.
  private func reading(in world: World) throws(Failure) -> (String, Int) {
    if let option = words.first(where: { $0.hasPrefix("--") }) {
      throw Failure("There is no option “\(option)”. See “nextmove log --help”.", status: .usage)
    }
    guard let said = SpokenLevel(words), EnergyEntry.levels.contains(said.level) else {
      throw Failure(
        world.conversation == nil
          ? "How much energy was it? Put a level from +2 to -2 behind the words, as in: nextmove log \"lunch with the team\" +1"
          : "How much energy was it? Put a level from +2 to -2 behind the words, as in: log lunch with the team +1",
        status: .usage)
    }
    guard said.text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Failure("What was it? Put a few words before the level.", status: .usage)
    }
    guard said.text.count <= 2000 else {
      throw Failure("That is more than 2,000 characters; a line is enough here.", status: .usage)
    }
    return (said.text, said.level)
  }

  private func day(in world: World) throws -> CalendarDate {
    let today = world.today
    guard let on else { return today }
    if on.lowercased() == "yesterday" { return today.adding(days: -1) }
    return try CalendarDate(spoken: on, for: "--on", in: world)
  }

  private func show(_ log: EnergyLog, on console: Console) {
    guard !log.entries.isEmpty else {
      return console.say(
        "Nothing yet; nextmove log \"an hour alone with the old ledger\" +2 keeps a moment.")
    }
    for entry in log.entries {
      console.row(
        "\(entry.id)", "\(entry.day)  \(EnergySign.of(entry.level))  \(entry.text)", column: 5)
    }
    if log.days.count >= 3, !console.isAccessible {
      console.say()
      console.say(
        "\(Self.picture(log))  \(log.days[0].day) to \(log.days[log.days.count - 1].day)")
    }
  }

  /// One sign for each day, low for what took energy and high for what gave it.
  static func picture(_ log: EnergyLog) -> String {
    let signs = Array("▁▂▃▅▇")
    return String(
      log.days.suffix(40).map { signs[min(4, max(0, Int(($0.level + 2).rounded())))] })
  }
}
