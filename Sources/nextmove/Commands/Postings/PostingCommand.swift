import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// `nextmove posting`: the postings checked, and how far things have come with each.
struct PostingCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "posting", abstract: "List the postings checked, and how far each is.",
    usage: """
      nextmove posting [--sort <column>] [--json]
      nextmove posting <number> [--json]
      nextmove posting <number> <status> [--on <day>]
      nextmove posting <number> undo
      """,
    discussion: """
      A posting is seen, applied, talking or declined; seen is what it begins with, on the day of its first check. \
      With a number alone all that it has been is shown, and “undo” takes the last of it back.
      """)

  @Argument(
    help: ArgumentHelp("The number of a posting, and what it is now.", valueName: "words"),
    completion: .list(PostingWords.choices))
  var words: [String] = []
  @Option(
    help: ArgumentHelp(
      "The day on which it came to that: 2027-03-01, yesterday, 22 Nov. Today without.",
      valueName: "day"),
    completion: .list(["today", "yesterday"]))
  var on: String?
  @OptionGroup var order: PostingOrderOption
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Listing: Encodable {
    let postings: [PostingRow]
  }

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    guard let number = words.first else {
      let rows = try order.sorted(try world.rows(of: journey))
      if json { return try JSONOutput.print(Listing(postings: rows), in: world) }
      guard !rows.isEmpty else { return world.console.say(Self.none) }
      return PostingsRendering(console: world.console).show(rows)
    }
    let (place, posting) = try Self.posting(number, of: journey)
    guard words.count > 1 else {
      return try show(place, posting, of: journey, in: world)
    }
    let wish = try PostingWords(Array(words.dropFirst()), on: on, today: world.today)
    let changed: CheckedPosting?
    switch wish {
    case .step(let step): changed = try journey.keep(step, of: posting, at: world.now)
    case .undo: changed = try journey.takeBackStatus(of: posting, at: world.now)
    }
    guard let changed else {
      throw Failure(
        "Posting \(place) is only seen so far; there is nothing to take back.", status: .usage)
    }
    try show(place, changed, of: journey, in: world)
  }

  private static let none: Phrase =
    "No posting has been checked yet; “nextmove fit FILE” checks one, and /fit inside the conversation."

  /// The posting of a number, with its number.
  static func posting(_ typed: String, of journey: Journey) throws(Failure) -> (
    number: Int, posting: CheckedPosting
  ) {
    let postings = journey.postings
    guard !postings.isEmpty else { throw Failure(none, status: .usage) }
    guard let number = Int(typed), postings.indices.contains(number - 1) else {
      throw Failure(
        "There is no posting “\(typed)”; it takes a number from 1 to \(postings.count), as “nextmove posting” lists them.",
        status: .usage)
    }
    return (number, postings[number - 1])
  }

  private func show(
    _ number: Int, _ posting: CheckedPosting, of journey: Journey, in world: World
  ) throws {
    let name = try PostingNames(of: journey, in: world).name(of: posting)
    if json {
      return try JSONOutput.print(
        PostingRow(number: number, name: name, history: posting.history, result: nil), in: world)
    }
    let console = world.console
    console.say("\(number). \(name)", .strong)
    for step in posting.history {
      console.row(
        step.status.words, "\(step.day)", column: PostingsRendering.statusColumn, indent: 3)
    }
  }
}
