internal import Foundation

/// The person's own editor, opened on a text.
enum Editor {
  /// The text as the person left it; `nil` with a reason where no editor could be used.
  static func edit(
    _ text: String, environment: [String: String]
  ) throws(Failure) -> String {
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first {
      !$0.isEmpty
    }
    let command = named ?? "vi"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nextmove-\(UUID().uuidString)")
    let file = folder.appendingPathComponent("answer.txt")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data((text + "\n").utf8).write(to: file)
    } catch {
      throw Failure(
        "There is no place for a file to edit in \(folder.path); check that the disk is not full.")
    }
    // The variable may hold options too, such as “code --wait”; the shell takes it apart.
    let status = run(["/bin/sh", "-c", "\(command) \"$1\"", "nextmove", file.path])
    guard status == 0 else {
      throw Failure(
        "The editor “\(command)” could not be used (status \(status)); set EDITOR to one that is installed. Nothing has changed."
      )
    }
    guard let data = try? Data(contentsOf: file), data.count <= TextInput.maximumBytes,
      let edited = String(validating: data, as: UTF8.self)
    else {
      throw Failure(
        "What the editor left is no text of at most two million bytes; nothing has changed.")
    }
    return edited.trimmingCharacters(in: .newlines)
  }

  private static func run(_ arguments: [String]) -> Int32 {
    var process: pid_t = 0
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    guard posix_spawn(&process, arguments[0], nil, nil, &pointers, environ) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
