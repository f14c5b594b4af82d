import Foundation
import Journal

/// A home for the program, with a script of many short questions, gone afterwards.
final class TrustHome {
  static let questions = 200

  let root: URL
  var data: URL { root.appendingPathComponent("data") }
  var database: URL { data.appendingPathComponent("nextmove.sqlite") }
  private var prompts: URL { root.appendingPathComponent("prompts") }

  /// The program, beside this one.
  static var program: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("nextmove")
      .path
  }

  var environment: [String: String] {
    [
      "HOME": root.path, "NEXTMOVE_HOME": data.path, "NEXTMOVE_PROMPTS": prompts.path,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin", "TERM": "xterm",
    ]
  }

  /// A home of the same state.
  func copied() throws -> TrustHome {
    let copy = try TrustHome()
    try FileManager.default.copyItem(at: data, to: copy.data)
    return copy
  }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nextmove-trust-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    let items = (1...Self.questions).map {
      "  - {id: q\($0), ask: \"Question \($0)?\", answer: text}\n"
    }
    try Data(("script: energizers\ntitle: Many\nitems:\n" + items.joined()).utf8)
      .write(to: prompts.appendingPathComponent("energizers.yaml"))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func start(_ arguments: [String], at ends: Child.Ends = .nothing) throws -> Child {
    try Child(Self.program, arguments, environment: environment, at: ends)
  }

  /// Runs a command to its end.
  @discardableResult
  func run(_ arguments: [String], into file: String? = nil) throws -> Child.End {
    try start(arguments, at: file.map(Child.Ends.file) ?? .nothing).wait()
  }

  /// All payloads that are saved, and the faults that are told.
  func saved() throws -> (payloads: [String], faults: [JournalFault]) {
    guard FileManager.default.fileExists(atPath: database.path) else { return ([], []) }
    let journal = try Journal(at: database)
    defer { journal.close() }
    let payloads = try journal.sessions().flatMap { session in
      try journal.entries(of: session.id).map { String(decoding: $0.payload, as: UTF8.self) }
    }
    return (payloads, try journal.faults())
  }

  /// Whether words stand in any file of the program's.
  func holds(_ words: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: data.path).contains { name in
      let bytes = try? Data(contentsOf: data.appendingPathComponent(name))
      return bytes?.range(of: Data(words.utf8)) != nil
    }
  }
}
