internal import ArgumentParser
internal import Foundation
internal import WorkFit

/// What reading and checking costs.
struct SpeedMeasure {
  let pairs: PairCorpus
  let lexicon: Lexicon
  let program: String

  func print() throws {
    Swift.print("Speed")
    let posting = Self.posting(of: 4096, from: pairs)
    guard let profile = pairs.pairs.first?.profile else { return }
    let check = FitCheck(lexicon: lexicon)
    Swift.print(
      String(
        format: "  one posting of %d bytes read and checked: %.3f ms   target at most 2",
        posting.utf8.count, Self.median(31) { _ = check.check(posting, against: profile) }))
    let count = 3000
    let cores = max(1, min(2, ProcessInfo.processInfo.activeProcessorCount))
    let time = Self.milliseconds {
      DispatchQueue.concurrentPerform(iterations: cores) { core in
        for _ in stride(from: core, to: count, by: cores) {
          _ = check.check(posting, against: profile)
        }
      }
    }
    Swift.print(
      String(
        format: "  postings a second on %d cores: %.0f   target at least 1500", cores,
        Double(count) / time * 1000))
    Swift.print(
      String(format: "  lexicon loaded: %.1f ms", Self.median(7) { _ = try? Lexicon() }))
    Swift.print(
      String(
        format: "  activity model loaded: %.1f ms   target at most 10",
        Self.median(7) { _ = ActivityModel.load() }))
    try wholeProcess(posting, profile)
  }

  private func wholeProcess(_ posting: String, _ profile: Profile) throws {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      Swift.print("  whole process: not measured, since \(program) is not built")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = (folder.appendingPathComponent("posting"), folder.appendingPathComponent("profile"))
    try Data(posting.utf8).write(to: files.0)
    try Data(profile.yaml.utf8).write(to: files.1)
    var status: Int32 = 0
    let time = try Self.median(31) {
      status = max(
        status,
        try Self.run(
          [program, "fit", files.0.path, "--profile", files.1.path, "--json"],
          environment: ["HOME=\(folder.path)", "NEXTMOVE_HOME=\(folder.path)"]))
    }
    guard status == 0 else { throw ValidationError("\(program) fit failed with status \(status)") }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    Swift.print(
      String(
        format:
          "  whole process, median of 31: %.1f ms   target at most 60; peak memory %.1f MB   target at most 60",
        time, Double(usage.ru_maxrss) / 1024))
  }

  /// Runs a program to its end, and takes its exit status. Foundation's `Process` notices the end up to 50 ms
  /// late, which is as long as the run.
  private static func run(_ arguments: [String], environment: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, words, variables) == 0 else {
      throw ValidationError("\(arguments[0]) could not be started")
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status
  }

  /// A posting of about that many bytes, put together from the corpus.
  private static func posting(of bytes: Int, from corpus: PairCorpus) -> String {
    var text = ""
    for pair in corpus.pairs where text.utf8.count < bytes { text += pair.posting + "\n" }
    return String(text.prefix(bytes))
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) * 1000
      + Double(duration.components.attoseconds) / 1e15
  }

  private static func median(_ times: Int, _ body: () throws -> Void) rethrows -> Double {
    var all: [Double] = []
    for _ in 0..<times { all.append(try milliseconds(body)) }
    return all.sorted()[times / 2]
  }
}
