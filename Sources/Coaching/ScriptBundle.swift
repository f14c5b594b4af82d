public import Foundation

/// The text of a script together with the means to read what it includes.
public struct ScriptBundle: Sendable {
  /// The script's own text.
  public let main: String
  /// The name that faults carry.
  public let file: String
  /// The text of a file beside the script, by its name.
  public let included: @Sendable (String) -> String?

  /// What is kept of a script with includes.
  private struct Kept: Codable {
    let included: [String: String]
    let main: String
  }

  /// A script whose includes are found by a function.
  public init(main: String, file: String, included: @escaping @Sendable (String) -> String?) {
    self.main = main
    self.file = file
    self.included = included
  }

  /// A script in a file; it includes from the file's folder, and links do not lead out of it.
  public init(at url: URL) throws(ScriptLibrary.Fault) {
    main = try Self.text(at: url)
    file = url.relativePath
    let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
    included = { name in
      let file = folder.appendingPathComponent(name).resolvingSymlinksInPath()
      guard file.path.hasPrefix(folder.path + "/") else { return nil }
      return try? Self.text(at: file)
    }
  }

  /// A script as a session kept it.
  public init(kept text: String, file: String) {
    self.file = file
    if text.hasPrefix("{\"included\""),
      let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    {
      main = kept.main
      included = { kept.included[$0] }
    } else {
      main = text
      included = { _ in nil }
    }
  }

  /// The text to keep: the script's own, or all its texts where it includes others.
  func text(including texts: [String: String]) -> String {
    guard !texts.isEmpty else { return main }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings cannot fail.
    guard let data = try? encoder.encode(Kept(included: texts, main: main)) else { return main }
    return String(decoding: data, as: UTF8.self)
  }

  /// The text of a script file, no more of it being read than a script may have.
  static func text(at url: URL) throws(ScriptLibrary.Fault) -> String {
    // A folder or a device could be read for ever, or not at all; a pipe without a writer would wait.
    let descriptor = open(url.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(url.path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(url.path)
    }
    // One byte more than the reader takes, so that it is the reader who refuses.
    guard let data = try? handle.read(upToCount: 4_000_001),
      let text = String(validating: data, as: UTF8.self)
    else { throw .unreadable(url.path) }
    return text
  }
}
