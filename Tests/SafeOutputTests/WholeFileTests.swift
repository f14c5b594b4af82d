import Foundation
import SafeOutput
import Testing

@Suite("files written whole")
final class WholeFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "whole-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func fault(_ path: String) -> WriteFault? {
    do throws(WriteFault) {
      try WholeFile.write("new", to: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("only the owner may read the file, and nobody else at any moment while it is written")
  func privacy() throws {
    try WholeFile.write(to: path("a")) { file in
      try file.write("half")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.count == 1 && names[0].hasPrefix(WholeFile.temporaryPrefix))
      #expect(names.allSatisfy { mode(path($0)) == 0o600 })
      try file.write(" and half")
    }
    #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "half and half")
    #expect(mode(path("a")) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("a file that others could read is theirs no longer once it is replaced")
  func replacing() throws {
    try Data("old".utf8).write(to: folder.appendingPathComponent("a"))
    chmod(path("a"), 0o644)
    try WholeFile.write("new", to: path("a"))
    #expect(mode(path("a")) == 0o600)
    #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "new")
  }

  @Test("what a fault leaves behind is the file as it was, and nothing else")
  func faults() throws {
    struct Mine: Error {}
    try WholeFile.write("old", to: path("a"))
    #expect(throws: Mine.self) {
      try WholeFile.write(to: path("a")) { file in
        try file.write("half")
        throw Mine()
      }
    }
    #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("links are followed and stay, one behind the other and into emptiness too")
  func links() throws {
    try WholeFile.makeFolder(path("b/c"))
    symlink("b/c/target", path("one"))
    symlink("one", path("two"))
    try WholeFile.write("new", to: path("two"))
    #expect(try String(contentsOfFile: path("b/c/target"), encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("two")) == "one")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("one")) == "b/c/target")
    symlink("round", path("round"))
    #expect(fault(path("round"))?.reason == .tooManyLinks)
  }

  @Test("a pipe is written to and stays a pipe")
  func pipes() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    let reader = open(path("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try WholeFile.write("through", to: path("pipe"))
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes[..<max(0, count)], as: UTF8.self) == "through")
    var status = stat()
    #expect(lstat(path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("devices are written to and stay devices; a full one says so")
  func devices() throws {
    symlink("/dev/null", path("nothing"))
    for device in ["/dev/null", path("nothing")] { try WholeFile.write("new", to: device) }
    var status = stat()
    #expect(lstat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(
      fault("/dev/full")?.description
        == "“/dev/full” could not be written: the disk is full; make room and try again.")
  }

  @Test("a descriptor that was handed over is written to, one of the program's own is not")
  func descriptors() throws {
    let given = open(path("given"), O_WRONLY | O_CREAT, 0o644)
    let own = open(path("own"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer {
      close(given)
      close(own)
    }
    try OutputDescriptor(given, name: "it").write("before ")
    symlink("/dev/fd/\(given)", path("link"))
    for name in ["/dev/fd/\(given)", "/proc/self/fd/\(given)", path("link")] {
      try WholeFile.write("new ", to: name)
    }
    #expect(try String(contentsOfFile: path("given"), encoding: .utf8) == "before new new new ")
    #expect(fault("/dev/fd/\(own)")?.reason == .notHandedOver)
    #expect(fault("/dev/fd/987")?.reason == .notHandedOver)
  }

  @Test("what may not be written is refused with what to do")
  func refusals() throws {
    try Data("old".utf8).write(to: folder.appendingPathComponent("a"))
    chmod(path("a"), 0o444)
    #expect(fault(path("a"))?.reason == .readOnly)
    #expect(fault(folder.path)?.reason == .folder)
    #expect(fault(path("missing/a"))?.reason == .system(ENOENT))
    #expect(fault(path("a/b"))?.reason == .system(ENOTDIR))
    #expect(throws: WriteFault(.exists, at: "“\(path("a2"))”")) {
      try WholeFile.write("", to: path("a2"))
      try WholeFile.write("", to: path("a2"), onlyNew: true)
    }
  }
}
