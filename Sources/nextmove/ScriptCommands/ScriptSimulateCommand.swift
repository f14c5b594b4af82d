internal import ArgumentParser
internal import Foundation
internal import QuestionFlow

/// `nextmove script simulate`: random respondents, and what they reach.
struct ScriptSimulateCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Let random respondents answer a script, and see what they reach.")

  @Argument(help: "The script.") var path: String
  @Option(help: "The seed of the first respondent.") var seed: UInt64 = 1
  @Option(help: "How many respondents.") var runs = 1000
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...1_000_000).contains(runs) else {
      throw ValidationError("--runs takes a number from 1 to 1000000")
    }
  }

  private struct Report: Encodable {
    struct Probe: Encodable {
      let item: ItemID
      let number: Int
    }

    let seed: UInt64
    let runs: Int
    let medianLength: Int
    let longestLength: Int
    let longestSeed: UInt64
    let unfinished: Int
    let rejections: Int
    let neverAsked: [ItemID]
    let probesNeverAsked: [Probe]
    let coverage: [Simulation.Coverage]
  }

  func run(in world: World) throws {
    let script = try ScriptFiles.script(at: path, in: world)
    let progress = Progress("respondents", of: runs)
    let simulation = Simulation(script, seed: seed, runs: runs) { progress.report($0) }
    progress.finish()
    if json {
      try JSONOutput.print(
        Report(
          seed: simulation.seed, runs: simulation.runs, medianLength: simulation.medianLength,
          longestLength: simulation.longestLength, longestSeed: simulation.longestSeed,
          unfinished: simulation.unfinished, rejections: simulation.rejections,
          neverAsked: simulation.neverAsked,
          probesNeverAsked: simulation.probesNeverAsked.map {
            Report.Probe(item: $0.item, number: $0.number)
          },
          coverage: simulation.coverage))
    } else {
      show(simulation, on: world.console)
    }
    if simulation.unfinished > 0 {
      throw Failure(
        "\(simulation.unfinished) interviews would not end, which is a fault of nextmove; please report the script."
      )
    }
  }

  private func show(_ simulation: Simulation, on console: Console) {
    console.say(
      "\(simulation.runs) respondents, seeds \(simulation.seed) to \(simulation.seed &+ UInt64(simulation.runs - 1))."
    )
    console.say(
      "Steps in an interview: \(simulation.medianLength) in the middle one, \(simulation.longestLength) in the longest (seed \(simulation.longestSeed)). Answers refused: \(simulation.rejections)."
    )
    console.say()
    for line in simulation.coverage {
      let share = line.runs * 100 / max(1, simulation.runs)
      let percent = line.runs > 0 && share == 0 ? "<1 %" : "\(share) %"
      let probes =
        line.probes.isEmpty
        ? "" : "  follow-ups asked: \(line.probes.map(String.init).joined(separator: ", "))"
      console.row(percent, "\(line.item)\(probes)", column: 7)
    }
    if !simulation.neverAsked.isEmpty {
      console.say()
      console.say("Never asked: \(simulation.neverAsked.map(\.rawValue).joined(separator: ", "))")
    }
    if !simulation.probesNeverAsked.isEmpty {
      let names = simulation.probesNeverAsked.map { "\($0.item) (\($0.number))" }
      console.say("Follow-ups never asked: \(names.joined(separator: ", "))")
    }
  }
}
