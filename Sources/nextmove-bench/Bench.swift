internal import ArgumentParser

/// `nextmove-bench`: measures, for whoever works on the engine and the reader.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nextmove-bench", abstract: "Measure the engine and the reader.",
    subcommands: [EngineBench.self, PostingsBench.self, ReaderBench.self])
}
