import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// `nextmove sessions`: what there is, with progress.
struct SessionsCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List the sessions with their progress.")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: PromptsOption

  private struct Row: Encodable {
    let id: Int64
    let name: String?
    let started: String
    let lastUsed: String
    let answered: Int
    let total: Int
  }

  func run(in world: World) throws {
    let rows = try world.journal().sessions().map { session in
      let progress = KnownAhead(try world.journey(of: session, prompts: options.prompts))
      return Row(
        id: session.id.rawValue, name: session.name,
        started: session.started.formatted(.iso8601),
        lastUsed: session.lastUsed.formatted(.iso8601),
        answered: progress.done, total: progress.total)
    }
    if json { return try JSONOutput.print(["sessions": rows], in: world) }
    let console = world.console
    guard !rows.isEmpty else { return console.say("No session yet; “nextmove” starts one.") }
    for row in rows {
      let day = CalendarDate(iso: String(row.lastUsed.prefix(10))) ?? world.today
      let standing: Phrase =
        "\(row.answered) of \(row.total) questions answered, last used \(day)"
      console.row(
        "\(row.id)", row.name.map { "\(standing) “\($0)”" } ?? standing, column: 4)
    }
    console.say("“nextmove resume NUMBER” takes one up again.", .faint)
  }
}
