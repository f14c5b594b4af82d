import ArgumentParser

/// `nextmove-bench`: measures, for whoever works on the program.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nextmove-bench",
    abstract: "Measure the engine, the reader, the shine, the journal, and whether all is safe.",
    subcommands: [
      EngineBench.self, PostingsBench.self, ReaderBench.self, AmountsBench.self, ShineBench.self,
      ThinnessBench.self, JournalBench.self, DecodingBench.self, TrustBench.self, CaseWorker.self,
    ])
}
