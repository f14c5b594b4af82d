import Foundation

/// Files that are there as a whole or not at all, and that only their owner may read while they are
/// written.
package enum WholeFile {
  /// Who may read a file once it is there.
  package enum Readers: Sendable {
    case owner
    /// For what is not about a person, such as a script.
    case everybody
  }

  /// Writes to a path; what the body writes replaces the file that is there once all of it is on the
  /// disk.
  ///
  /// Symbolic links are followed and stay. A pipe or a device, one of the program's own descriptors
  /// among them, is written to and never replaced. While it is written the file has a name of its own
  /// in the same folder, beginning with ``temporaryPrefix``, and nobody else may read it at any moment;
  /// a fault takes it away again.
  ///
  /// ```swift
  /// try WholeFile.write(to: "notes.md") { file throws(WriteFault) in try file.write("…") }
  /// ```
  ///
  /// - Parameters:
  ///   - path: where to, as somebody typed it.
  ///   - readers: who may read it.
  ///   - onlyNew: whether a file that is there already is a fault.
  ///   - own: files that are not to be replaced, whatever the path calls them.
  ///   - body: writes, as often as it likes.
  /// - Returns: whether there is a file now, rather than something that went through a pipe or device.
  /// - Throws: ``WriteFault`` where it cannot be written, or what the body throws.
  @discardableResult
  package static func write(
    to path: String, readers: Readers = .owner, onlyNew: Bool = false, sparing own: OwnFiles? = nil,
    _ body: (OutputDescriptor) throws -> Void
  ) throws -> Bool {
    switch try Destination(path) {
    case .descriptor(let number):
      guard own?.holds(number) != true else { throw WriteFault(.own, at: "“\(path)”") }
      try body(OutputDescriptor(number, name: "“\(path)”"))
      return false
    case .device(let device):
      // Reading as well would keep a pipe without a reader from saying so.
      let number = open(device, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      guard number >= 0 else { throw WriteFault(.system(errno), at: "“\(path)”") }
      defer { close(number) }
      try body(OutputDescriptor(number, name: "“\(path)”"))
      return false
    case .file(let file, let isThere):
      guard own?.holds(file) != true else { throw WriteFault(.own, at: "“\(path)”") }
      guard !(onlyNew && isThere) else { throw WriteFault(.exists, at: "“\(path)”") }
      try replace(file, called: "“\(path)”", readers: readers, onlyNew: onlyNew, body)
      return true
    }
  }

  /// Writes a text to a path, as ``write(to:readers:onlyNew:sparing:_:)`` does.
  @discardableResult
  package static func write(
    _ text: String, to path: String, readers: Readers = .owner, onlyNew: Bool = false,
    sparing own: OwnFiles? = nil
  ) throws(WriteFault) -> Bool {
    do {
      return try write(to: path, readers: readers, onlyNew: onlyNew, sparing: own) {
        try $0.write(text)
      }
    } catch let fault as WriteFault {
      throw fault
    } catch {
      // The body throws nothing else.
      throw WriteFault(.system(EIO), at: "“\(path)”")
    }
  }

  /// How the names begin of files that are being written; one that is left over was written by a
  /// process that was killed.
  package static let temporaryPrefix = ".nextmove-"

  /// Makes a folder, and those above it, that their owner alone may enter; one that is there stays as
  /// it is.
  package static func makeFolder(_ path: String) throws(WriteFault) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let folder = Destination.folder(of: path)
    guard errno == ENOENT, folder != path, folder != "." else {
      throw WriteFault(.system(errno), at: "“\(path)”")
    }
    try makeFolder(folder)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw WriteFault(.system(errno), at: "“\(path)”")
    }
  }

  private static func replace(
    _ path: String, called name: String, readers: Readers, onlyNew: Bool,
    _ body: (OutputDescriptor) throws -> Void
  ) throws {
    let folder = Destination.folder(of: path)
    let (number, temporary) = try temporaryFile(in: folder, called: name)
    var isInPlace = false
    defer {
      close(number)
      if !isInPlace { unlink(temporary) }
    }
    let file = OutputDescriptor(number, name: name)
    try body(file)
    if readers == .everybody { fchmod(number, 0o644) }
    try file.synchronize()
    // A link fails where somebody else has been faster; a rename would replace their file.
    let status = onlyNew ? link(temporary, path) : rename(temporary, path)
    guard status == 0 else {
      throw WriteFault(errno == EEXIST ? .exists : .system(errno), at: name)
    }
    isInPlace = !onlyNew
    try synchronize(folder: folder, called: name)
  }

  /// A new file with a name that nobody could have foreseen.
  private static func temporaryFile(in folder: String, called name: String) throws(WriteFault)
    -> (Int32, String)
  {
    while true {
      let random = String(UInt64.random(in: .min ... .max), radix: 36)
      let path = "\(folder)/\(temporaryPrefix)\(random)\(AbandonedFiles.suffix)"
      let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if number >= 0 {
        fchmod(number, 0o600)
        // Held to the end of the writing: whoever sweeps takes only what nobody holds.
        flock(number, LOCK_EX)
        if hasName(number) { return (number, path) }
        // It was swept before it was held.
        close(number)
        continue
      }
      guard errno == EEXIST || errno == EINTR else { throw WriteFault(.system(errno), at: name) }
    }
  }

  private static func hasName(_ number: Int32) -> Bool {
    var status = stat()
    return fstat(number, &status) == 0 && status.st_nlink > 0
  }

  /// The new name of a file is on the disk once its folder is.
  private static func synchronize(folder: String, called name: String) throws(WriteFault) {
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written to and not read cannot be waited for.
    guard number >= 0 else { return }
    defer { close(number) }
    try OutputDescriptor(number, name: name).synchronize()
  }
}
