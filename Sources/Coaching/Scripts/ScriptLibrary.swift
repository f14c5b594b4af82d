import EmbeddedFiles
package import Foundation
import Journal
package import Phrases
package import QuestionFlow

/// The scripts at hand, in the order in which they are suggested.
package struct ScriptLibrary: Sendable {
  /// A checked script together with the text that it was read from.
  package struct Volume: Sendable {
    /// The script.
    package let script: Script
    /// The file as it was named.
    package let file: String
    /// The file's text, with those that it includes and those of the scripts that it uses.
    package let text: String
    /// A fingerprint of the text.
    package let digest: String
    /// Where it was found.
    package let origin: ScriptLayer.Origin
  }

  /// Why a library could not be opened.
  package enum Fault: Error, Sendable, Phrased {
    case faults(ScriptFaults)
    case unreadable(String)
    case encoded(ForeignEncoding)
    case empty(String)
    case noFolder(String)
    case twice(String, id: String)
    case circle([String])

    /// The same in English.
    package var description: String { phrase.description }

    /// The fault in a sentence; those of a script, one below the other.
    package var phrase: Phrase {
      switch self {
      case .faults(let faults): faults.phrase
      case .encoded(let encoding): Phrase(verbatim: encoding.description)
      case .unreadable(let path):
        "\(path) cannot be opened: either you may not read it, which “chmod u+r” changes, or it is no ordinary file."
      case .empty(let path):
        "There is no script (.yaml) in \(path); point --prompts at a folder with scripts."
      case .noFolder(let path):
        "There is no folder “\(path)”; point --prompts at a folder with scripts."
      case .twice(let path, let id):
        "\(path): another script is named “\(id)” already; give this one its own name."
      case .circle(let ids):
        "Scripts use each other's answers in a circle (\(ids.joined(separator: " → "))), so that none of them could begin; take one of the uses out."
      }
    }
  }

  /// A script that a nearer one of the same name stands before.
  package struct Hidden: Sendable {
    /// Its name.
    package let id: String
    /// Its file.
    package let file: String
    /// Where it was found.
    package let origin: ScriptLayer.Origin
  }

  /// The scripts' names, in the suggested order.
  package let ids: [String]
  private let read: [Volume]
  private let unread: UnreadScripts?
  /// The scripts that nearer ones of the same name stand before.
  package let hidden: [Hidden]

  /// Whether a session comes to a script by itself. Where a folder was asked for by name its scripts are the
  /// path, and all others wait until somebody asks for them.
  package func comesInTurn(_ id: String) -> Bool {
    guard let volume = volume(id) else { return true }
    let isPath = volume.origin.isAskedFor || !read.contains { $0.origin.isAskedFor }
    return isPath && volume.script.turn == .inTurn
  }

  /// The scripts, in the suggested order; all of them are read for it.
  package var volumes: [Volume] { ids.compactMap { volume($0) } }

  /// The script of that id, or `nil` where there is none.
  package func volume(_ id: String) -> Volume? {
    unread?.volume(id) ?? read.first { $0.script.id == id }
  }

  /// The scripts that ship with the program, each read when it is first asked for.
  package init() {
    let unread = UnreadScripts()
    (ids, read, hidden) = (unread.ids, [], [])
    self.unread = unread
  }

  private init(read: [Volume], hidden: [Hidden] = []) {
    ids = read.map(\.script.id)
    (self.read, self.hidden) = (read, hidden)
    unread = nil
  }

  /// The scripts of a folder alone, by file name; those that ship keep their order before all others.
  ///
  /// Files whose names begin with an underscore are there to be included and are no scripts.
  package init(folder: URL) throws(Fault) {
    try self.init(layers: [try ScriptLayer(folder: folder, origin: .named)])
  }

  /// The scripts in the files named, in their order, beside others whose answers they may use.
  ///
  /// - Parameter withNeeded: whether the scripts that they cannot begin without are in it too, behind them.
  package init(files: [URL], beside layers: [ScriptLayer] = [], withNeeded: Bool = false)
    throws(Fault)
  {
    let own = try ScriptLayer(files: files)
    let sources = ScriptSources([own] + layers)
    var volumes: [Volume] = []
    var seen: Set<String> = []
    for (id, bundle) in own.bundles {
      guard seen.insert(id).inserted else { throw .twice(bundle.file, id: id) }
      volumes.append(try sources.volume(id, bundle, .named))
    }
    var next = 0
    while withNeeded, next < volumes.count {
      for needed in volumes[next].script.neededAnswers where seen.insert(needed.script).inserted {
        if let volume = sources.volume(named: needed.script) { volumes.append(volume) }
      }
      next += 1
    }
    self.init(read: volumes)
  }

  /// The scripts of several layers, the nearest first; of two with the same name the nearer wins.
  ///
  /// Scripts that were asked for by naming their folder come first, then those that ship, each in its
  /// place also where a nearer one stands for it, then all others.
  package init(layers: [ScriptLayer]) throws(Fault) {
    guard layers.contains(where: { $0.origin != .shipped }) else {
      self.init()
      return
    }
    let sources = ScriptSources(layers)
    var found: [(place: [Int], volume: Volume)] = []
    var hidden: [Hidden] = []
    var seen: Set<String> = []
    let shipped = ScriptLayer.shipped.bundles.map(\.id)
    for (depth, layer) in layers.enumerated() {
      var here: Set<String> = []
      for (number, (id, bundle)) in layer.bundles.enumerated() {
        guard here.insert(id).inserted else { throw .twice(bundle.file, id: id) }
        guard seen.insert(id).inserted else {
          hidden.append(Hidden(id: id, file: bundle.file, origin: layer.origin))
          continue
        }
        let place = shipped.firstIndex(of: id)
        found.append(
          (
            layer.origin.isAskedFor
              ? [0, depth, place ?? shipped.count, number]
              : [place == nil ? 2 : 1, place ?? 0, depth, number],
            try sources.volume(id, bundle, layer.origin)
          ))
      }
    }
    self.init(
      read: found.sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.volume),
      hidden: hidden)
  }

  /// The script files of a folder, in the suggested order.
  package static func scripts(in folder: URL) throws(Fault) -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path), isFolder(folder) else {
      throw .noFolder(folder.relativePath)
    }
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    } catch {
      throw .unreadable(folder.path)
    }
    let shipped = EmbeddedFile.prompts.map(\.name)
    let scripts = files.filter {
      ["yaml", "yml"].contains($0.pathExtension) && !$0.lastPathComponent.hasPrefix("_")
        && !isFolder($0)
    }.sorted { left, right in
      let places = [left, right].map {
        shipped.firstIndex(of: $0.lastPathComponent) ?? shipped.count
      }
      return (places[0], left.lastPathComponent) < (places[1], right.lastPathComponent)
    }
    guard !scripts.isEmpty else { throw .empty(folder.path) }
    return scripts
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Reads one script, which uses none but those that its bundle keeps.
  static func volume(_ bundle: ScriptBundle) throws(Fault) -> Volume {
    try ScriptSources([]).volume("", bundle, .named)
  }
}
