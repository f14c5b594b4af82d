import Foundation
import SafeOutput
import Testing

@Suite("files that were not written to their end")
final class AbandonedFilesTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "abandoned-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data("half".utf8).write(to: file)
    return file.path
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test("are named, and swept, and nothing else is")
  func swept() throws {
    let left = try write(".nextmove-1abc.tmp")
    let others = [".nextmove-notes", "a.tmp", "nextmove-1abc.tmp", "answers.sqlite"]
    for name in others { _ = try write(name) }
    symlink("answers.sqlite", folder.appendingPathComponent(".nextmove-link.tmp").path)
    #expect(AbandonedFiles.paths(in: folder.path) == [left])
    #expect(AbandonedFiles.sweep(folder.path) == [left])
    #expect(try names == (others + [".nextmove-link.tmp"]).sorted())
  }

  @Test("what is being written is none of them, and arrives whole while others sweep")
  func inUse() throws {
    let path = folder.appendingPathComponent("a").path
    try WholeFile.write(to: path) { file in
      try file.write("half")
      #expect(AbandonedFiles.paths(in: folder.path) == [])
      #expect(AbandonedFiles.sweep(folder.path) == [])
      try file.write(" and half")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "half and half")
    #expect(try names == ["a"])
  }

  @Test("a folder that is not there has none")
  func missing() {
    #expect(AbandonedFiles.sweep(folder.path + "/none") == [])
  }
}
