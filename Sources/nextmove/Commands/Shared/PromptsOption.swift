import ArgumentParser

/// Options that several commands take.
struct PromptsOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Take the prompt scripts from this folder.", valueName: "dir"))
  var prompts: String?
}
