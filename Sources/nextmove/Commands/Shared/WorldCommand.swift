import ArgumentParser

/// A command as a value: its words are parsed into it, and what it does it does in a world.
protocol WorldCommand: ParsableCommand {
  /// Does what the command says.
  func run(in world: World) throws
}
