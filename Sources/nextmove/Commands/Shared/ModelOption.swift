import ArgumentParser

/// Which model postings are read with.
struct ModelOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read with this model instead of the one inside.", valueName: "file"))
  var model: String?
}
