package import Foundation
import QuestionFlow

/// The text of a script together with the means to read what it includes.
package struct ScriptBundle: Sendable {
  /// The script's own text.
  package let main: String
  /// The name that faults carry.
  package let file: String
  /// The text of a file beside the script, by its name.
  package let included: @Sendable (String) -> String?

  /// The texts of the scripts that it uses, where it is one that a session kept.
  let uses: [String: String]

  /// What is kept of a script with includes, or with uses.
  private struct Kept: Codable {
    let included: [String: String]
    let main: String
    let uses: [String: String]?
  }

  /// A script whose includes are found by a function.
  package init(main: String, file: String, included: @escaping @Sendable (String) -> String?) {
    self.main = main
    self.file = file
    self.included = included
    uses = [:]
  }

  /// A script in a file; it includes from the file's folder, and links do not lead out of it.
  package init(at url: URL) throws(ScriptLibrary.Fault) {
    main = try Self.text(at: url)
    file = url.relativePath
    uses = [:]
    let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
    included = { name in
      let file = folder.appendingPathComponent(name).resolvingSymlinksInPath()
      guard file.path.hasPrefix(folder.path + "/") else { return nil }
      return try? Self.text(at: file)
    }
  }

  /// A script as a session kept it.
  package init(kept text: String, file: String) {
    self.file = file
    if text.hasPrefix("{\"included\""),
      let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    {
      main = kept.main
      uses = kept.uses ?? [:]
      included = { kept.included[$0] }
    } else {
      main = text
      uses = [:]
      included = { _ in nil }
    }
  }

  /// The script's name, as far as it can be told without reading the script.
  public var name: String {
    let line = main.split(whereSeparator: \.isNewline).first { $0.hasPrefix("script:") }
    let value = line?.dropFirst(7).split(separator: " #", maxSplits: 1).first ?? ""
    return value.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "\"'")))
  }

  /// A script that a kept one uses, as it was kept with it; `nil` where it keeps none of that name.
  func kept(script id: String) -> Script? {
    uses[id].flatMap { text in
      try? ScriptLibrary.volume(ScriptBundle(kept: text, file: id)).script
    }
  }

  /// The text to keep: the script's own, or all its texts where it includes or uses others.
  func text(including texts: [String: String], using uses: [String: String]) -> String {
    guard !texts.isEmpty || !uses.isEmpty else { return main }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings cannot fail.
    guard
      let data = try? encoder.encode(
        Kept(included: texts, main: main, uses: uses.isEmpty ? nil : uses))
    else { return main }
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
    guard let data = try? handle.read(upToCount: 4_000_001) ?? Data() else {
      throw .unreadable(url.path)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .encoded(ForeignEncoding(of: data, in: url.relativePath))
    }
    return text
  }
}
