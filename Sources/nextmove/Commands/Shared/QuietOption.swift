import ArgumentParser

/// How much is said around what was asked for.
struct QuietOption: ParsableArguments {
  @Flag(name: [.long, .customShort("q")], help: "Say only what is needed.") var quiet = false
}
