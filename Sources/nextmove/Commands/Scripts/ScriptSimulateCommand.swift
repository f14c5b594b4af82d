import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// `nextmove script simulate`: random respondents, and what they reach.
struct ScriptSimulateCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Let random respondents answer a script, and see what they reach.")

  @Argument(help: "A script, or a folder of scripts.") var path: String
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
    let reach: [String: Simulation.Reach]
    let behindRefusals: [Simulation.NeverAsked]
    let stuck: [String: Int]
    let undecidedChecks: [String: Int]
    let probesNeverAsked: [Probe]
    let coverage: [Simulation.Coverage]
  }

  func run(in world: World) throws {
    let volumes = try ScriptFiles.volumes(at: path, in: world)
    for volume in volumes {
      if volumes.count > 1, !json { world.console.say("\(volume.file)", .strong) }
      try simulate(volume.script, in: world)
    }
  }

  private func simulate(_ script: Script, in world: World) throws {
    let progress = Progress("respondents", of: runs, in: world)
    let simulation = Simulation(script, seed: seed, runs: runs) { progress.report($0) }
    progress.finish()
    let never = simulation.neverAsked
    if json {
      try JSONOutput.print(
        Report(
          seed: simulation.seed, runs: simulation.runs, medianLength: simulation.medianLength,
          longestLength: simulation.longestLength, longestSeed: simulation.longestSeed,
          unfinished: simulation.unfinished, rejections: simulation.rejections,
          neverAsked: never.map(\.item),
          reach: Dictionary(
            never.map { ($0.item.rawValue, $0.reach) }, uniquingKeysWith: { first, _ in first }),
          behindRefusals: never.filter { !$0.behindRefusals.isEmpty },
          stuck: Dictionary(
            simulation.stuck.map { ($0.key.rawValue, $0.value) },
            uniquingKeysWith: { first, _ in first }),
          undecidedChecks: Dictionary(
            simulation.undecidedChecks.map { ($0.key.rawValue, $0.value) },
            uniquingKeysWith: { first, _ in first }),
          probesNeverAsked: simulation.probesNeverAsked.map {
            Report.Probe(item: $0.item, number: $0.number)
          },
          coverage: simulation.coverage), in: world)
    } else {
      show(simulation, never, on: world.console)
    }
    if simulation.unfinished > 0 {
      throw Failure(
        "\(simulation.unfinished) interviews were broken off after \(Simulation.stepLimit) steps; nobody answers so many, so give the lists that are gone through a bound."
      )
    }
  }

  private func show(
    _ simulation: Simulation, _ never: [Simulation.NeverAsked], on console: Console
  ) {
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
      let probes: Phrase? =
        line.probes.isEmpty
        ? nil : "follow-ups asked: \(line.probes.map(String.init).joined(separator: ", "))"
      let refused: Phrase? = line.refused > 0 ? "answers refused: \(line.refused)" : nil
      let facts = ["\(line.item)", probes, refused].compactMap(\.self)
      console.row("\(percent)", facts.joined(separator: "  "), column: 7)
    }
    if !never.isEmpty { console.say() }
    func names(_ reach: Simulation.Reach) -> String? {
      let items = never.filter { $0.reach == reach }.map(\.item.rawValue)
      return items.isEmpty ? nil : items.joined(separator: ", ")
    }
    if let items = names(.impossible) {
      console.say("Never asked, and no answers lead there: \(items)")
    }
    if let items = names(.rare) {
      console.say("Never asked, though some answers lead there that nobody here gave: \(items)")
    }
    if let items = names(.undecided) {
      console.say("Never asked, and whether any answers lead there is not decided: \(items)")
    }
    for item in never where !item.behindRefusals.isEmpty {
      let names = item.behindRefusals.map { "“\($0)”" }.joined(separator: ", ")
      console.say(
        "“\(item.item)” rests on \(names), whose answers were all refused here; whether it can be asked is for you to try.",
        indent: 2)
    }
    for (item, runs) in simulation.stuck.sorted(by: { $0.key < $1.key }) {
      console.say(
        .counted(
          runs,
          one:
            "“\(item)” is required, and every answer to it was refused in one interview, which ended there.",
          many:
            "“\(item)” is required, and every answer to it was refused in \(runs) interviews, which ended there."
        ), indent: 2)
    }
    for (item, answers) in simulation.undecidedChecks.sorted(by: { $0.key < $1.key }) {
      console.say(
        .counted(
          answers,
          one:
            "One answer to “\(item)” was taken though its check could not be decided: something that it speaks of had no answer.",
          many:
            "\(answers) answers to “\(item)” were taken though its check could not be decided: something that it speaks of had no answer."
        ), indent: 2)
    }
    if !simulation.probesNeverAsked.isEmpty {
      let names = simulation.probesNeverAsked.map { "\($0.item) (\($0.number))" }
      console.say("Follow-ups never asked: \(names.joined(separator: ", "))")
    }
  }
}
