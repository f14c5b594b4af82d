internal import ArgumentParser
internal import Foundation
internal import WorkFit

/// `nextmove-train`: trains what the reader ships with.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nextmove-train", abstract: "Train the models that the reader ships with.",
    subcommands: [TrainActivities.self, TrainFacets.self], defaultSubcommand: TrainActivities.self)
}

/// `nextmove-train activities`: reads O*NET task statements and writes the activity model.
struct TrainActivities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activities",
    abstract: "Train the activity model from O*NET task statements.",
    discussion: """
      The tasks are tab-separated with a header: onet_soc_code, gwa_element_ids, task. A tenth of the \
      occupations is held out for the figures; the model that is written learns from all of them. \
      The same files give the same bytes.
      """)

  @Argument(help: "The tasks (TSV).") var tasks: String
  @Option(help: "Detailed work activities with their GWA (TSV), learnt from as well.") var dwas:
    String?
  @Option(help: "Where to write the model.") var output: String?
  @Option(help: "How many features to keep.") var features = 60_000
  @Option(help: "Cost of a margin violation.") var cost = 0.5
  @Option(help: "A task's occupation is held out where its number leaves this rest by ten.")
  var fold = 0

  func run() throws {
    let all = try OccupationTask.read(tasks)
    let extra = try dwas.map(OccupationTask.readActivities) ?? []
    let codes = Array(Set(all.map(\.occupation))).sorted()
    let heldOut = Set(codes.enumerated().filter { $0.offset % 10 == fold % 10 }.map(\.element))
    let trainer = Trainer(featureLimit: features, cost: cost)
    let learnt = all.filter { !heldOut.contains($0.occupation) }
    let tested = all.filter { heldOut.contains($0.occupation) }
    print(
      "\(learnt.count) tasks of \(codes.count - heldOut.count) occupations learnt, \(tested.count) of \(heldOut.count) held out"
    )
    if let model = ActivityModel(bytes: trainer.train(on: learnt + extra)) {
      print(Accuracy(of: model, on: tested).description)
    }
    if let output {
      let bytes = trainer.train(on: all + extra)
      try Data(bytes).write(to: URL(fileURLWithPath: output))
      print("\(output): \(bytes.count) bytes")
    }
  }
}

/// How often the first, or one of the first three, activities is one that analysts linked.
struct Accuracy: CustomStringConvertible {
  let description: String

  init(of model: ActivityModel, on tasks: [OccupationTask]) {
    var first = 0
    var three = 0
    var recall: [String: (hit: Int, of: Int)] = [:]
    for task in tasks {
      let ranked = model.scores(of: ActivityFeatures(of: task.text)).prefix(3).map(\.activity)
      if let top = ranked.first, task.activities.contains(top) { first += 1 }
      if ranked.contains(where: task.activities.contains) { three += 1 }
      if let label = task.activities.first {
        recall[label, default: (0, 0)].of += 1
        if ranked.first == label { recall[label, default: (0, 0)].hit += 1 }
      }
    }
    func share(_ count: Int) -> String {
      String(format: "%.4f", Double(count) / Double(max(1, tasks.count)))
    }
    let macro = recall.values.reduce(0) { $0 + Double($1.hit) / Double(max(1, $1.of)) }
    description =
      "top-1 \(share(first)), top-3 \(share(three)), macro recall \(String(format: "%.4f", macro / Double(max(1, recall.count)))) on \(tasks.count) tasks"
  }
}
