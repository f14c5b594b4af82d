internal import ArgumentParser

/// `nextmove-bench`: measures, for whoever works on the program.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
<<<<<<< HEAD
    commandName: "nextmove-bench", abstract: "Measure the engine and the reader.",
    subcommands: [EngineBench.self, PostingsBench.self, ReaderBench.self])
=======
    commandName: "nextmove-bench",
    abstract: "Measure the engine, the reader, the journal, and whether all is safe.",
    subcommands: [
      EngineBench.self, PostingsBench.self, JournalBench.self, TrustBench.self, CaseWorker.self,
    ])
>>>>>>> journal
}
