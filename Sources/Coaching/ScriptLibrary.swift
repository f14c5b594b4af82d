internal import EmbeddedFiles
public import Foundation
public import QuestionFlow

/// The scripts at hand, in the order in which they are suggested.
public struct ScriptLibrary: Sendable {
  /// A checked script together with the text that it was read from.
  public struct Volume: Sendable {
    /// The script.
    public let script: Script
    /// The file's text.
    public let text: String
    /// A fingerprint of the text.
    public let digest: String
  }

  /// Why a library could not be opened.
  public enum Fault: Error, Sendable, CustomStringConvertible {
    case faults(ScriptFaults)
    case unreadable(String)
    case empty(String)
    case twice(String, id: String)

    /// The text as it is shown in messages.
    public var description: String {
      switch self {
      case .faults(let faults): faults.description
      case .unreadable(let path):
        "\(path) cannot be read as a UTF-8 text; check its name and its permissions."
      case .empty(let path):
        "There is no script (.yaml) in \(path); point --prompts at a folder with scripts."
      case .twice(let path, let id):
        "\(path): another script is named “\(id)” already; give this one its own name."
      }
    }
  }

  /// What a script's `feeds` may name.
  public static let roles: Set<String> = [
    "energizer", "drain", "strength", "must_have", "deal_breaker", "prestige_pull", "outline",
  ]

  /// The scripts, in the suggested order.
  public let volumes: [Volume]

  /// The scripts that ship with the program.
  public init() throws(Fault) {
    try self.init(
      texts: EmbeddedFile.prompts.map { (file: "Prompts/\($0.name)", text: $0.text) })
  }

  /// The scripts of a folder, by file name; those that ship keep their order before all others.
  public init(folder: URL) throws(Fault) {
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    } catch {
      throw .unreadable(folder.path)
    }
    let shipped = EmbeddedFile.prompts.map(\.name)
    let scripts = files.filter { ["yaml", "yml"].contains($0.pathExtension) }
      .sorted { left, right in
        let places = [left, right].map {
          shipped.firstIndex(of: $0.lastPathComponent) ?? shipped.count
        }
        return (places[0], left.lastPathComponent) < (places[1], right.lastPathComponent)
      }
    guard !scripts.isEmpty else { throw .empty(folder.path) }
    var texts: [(file: String, text: String)] = []
    for url in scripts { texts.append((url.relativePath, try Self.text(at: url))) }
    try self.init(texts: texts)
  }

  private init(texts: [(file: String, text: String)]) throws(Fault) {
    var volumes: [Volume] = []
    for (file, text) in texts {
      let volume = try Self.volume(text, file: file)
      guard !volumes.contains(where: { $0.script.id == volume.script.id }) else {
        throw .twice(file, id: volume.script.id)
      }
      volumes.append(volume)
    }
    self.volumes = volumes
  }

  /// Reads one script.
  public static func volume(_ text: String, file: String) throws(Fault) -> Volume {
    do throws(ScriptFaults) {
      let script = try Script(yaml: text, file: file, roles: roles)
      return Volume(script: script, text: text, digest: Digest.of(text))
    } catch {
      throw .faults(error)
    }
  }

  /// The text of a script file, at most one million bytes of it being read.
  public static func text(at url: URL) throws(Fault) -> String {
    guard let handle = try? FileHandle(forReadingFrom: url) else { throw .unreadable(url.path) }
    defer { try? handle.close() }
    // One byte more than the reader takes, so that it is the reader who refuses.
    guard let data = try? handle.read(upToCount: 1_000_001),
      let text = String(validating: data, as: UTF8.self)
    else { throw .unreadable(url.path) }
    return text
  }
}

/// A fingerprint of a text: 128 bits of FNV-1a, enough to tell versions of a text apart.
public enum Digest {
  /// The fingerprint as 32 hexadecimal digits.
  public static func of(_ text: String) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    for byte in text.utf8 {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high ^ (UInt64(byte) &+ (low >> 32))) &* 0x100_0000_01b3
    }
    func hex(_ number: UInt64) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(high) + hex(low)
  }
}
