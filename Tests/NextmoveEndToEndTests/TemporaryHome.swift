import Foundation

/// A home of the test's own, gone when the test ends.
final class TemporaryHome: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nextmove-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var data: URL { url.appendingPathComponent("data") }
  var database: URL { data.appendingPathComponent("nextmove.sqlite") }

  var environment: [String: String] {
    let model = ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"]
    return [
      "HOME": url.path, "NEXTMOVE_HOME": data.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "PATH": "/usr/bin:/bin",
    ].merging(model.map { ["NEXTMOVE_MODEL": $0] } ?? [:]) { $1 }
  }

  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file.path
  }
}
