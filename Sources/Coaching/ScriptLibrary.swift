internal import EmbeddedFiles
public import Foundation
internal import Journal
public import QuestionFlow

/// The scripts at hand, in the order in which they are suggested.
public struct ScriptLibrary: Sendable {
  /// A checked script together with the text that it was read from.
  public struct Volume: Sendable {
    /// The script.
    public let script: Script
    /// The file as it was named.
    public let file: String
    /// The file's text, with those that it includes.
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
    "option", "contact", "round", "message", "debrief",
  ]

  /// The scripts, in the suggested order.
  public let volumes: [Volume]

  /// The script of that id, or `nil` where there is none.
  public func volume(_ id: String) -> Volume? { volumes.first { $0.script.id == id } }

  /// The scripts that ship with the program.
  public init() throws(Fault) {
    let shipped = EmbeddedFile.prompts
    var volumes: [Volume] = []
    for file in shipped where !Self.isFragment(file.name) {
      let bundle = ScriptBundle(main: file.text, file: "Prompts/\(file.name)") { name in
        shipped.first { $0.name == name }?.text
      }
      volumes.append(try Self.volume(bundle))
    }
    try self.init(volumes)
  }

  /// The scripts of a folder, by file name; those that ship keep their order before all others.
  ///
  /// Files whose names begin with an underscore are there to be included and are no scripts.
  public init(folder: URL) throws(Fault) {
    try self.init(files: try Self.scripts(in: folder))
  }

  /// The scripts in the files named, in their order.
  public init(files: [URL]) throws(Fault) {
    var volumes: [Volume] = []
    for url in files { volumes.append(try Self.volume(try ScriptBundle(at: url))) }
    try self.init(volumes)
  }

  private init(_ volumes: [Volume]) throws(Fault) {
    var seen: Set<String> = []
    for volume in volumes where !seen.insert(volume.script.id).inserted {
      throw .twice(volume.file, id: volume.script.id)
    }
    self.volumes = volumes
  }

  /// The script files of a folder, in the suggested order.
  public static func scripts(in folder: URL) throws(Fault) -> [URL] {
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    } catch {
      throw .unreadable(folder.path)
    }
    let shipped = EmbeddedFile.prompts.map(\.name)
    let scripts = files.filter {
      ["yaml", "yml"].contains($0.pathExtension) && !isFragment($0.lastPathComponent)
    }.sorted { left, right in
      let places = [left, right].map {
        shipped.firstIndex(of: $0.lastPathComponent) ?? shipped.count
      }
      return (places[0], left.lastPathComponent) < (places[1], right.lastPathComponent)
    }
    guard !scripts.isEmpty else { throw .empty(folder.path) }
    return scripts
  }

  private static func isFragment(_ name: String) -> Bool { name.hasPrefix("_") }

  /// Reads one script.
  public static func volume(_ bundle: ScriptBundle) throws(Fault) -> Volume {
    do throws(ScriptFaults) {
      let script = try Script(
        yaml: bundle.main, file: bundle.file, roles: roles, including: bundle.included)
      let text = bundle.text(including: script.included)
      return Volume(script: script, file: bundle.file, text: text, digest: Journal.digest(of: text))
    } catch {
      throw .faults(error)
    }
  }
}
