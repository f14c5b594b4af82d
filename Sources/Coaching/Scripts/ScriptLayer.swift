import EmbeddedFiles
package import Foundation

/// Scripts that were found in one place.
package struct ScriptLayer: Sendable {
  /// Where scripts are found, the nearest first.
  package enum Origin: String, Sendable, Codable {
    /// Named on the command line.
    case named = "--prompts"
    /// `$NEXTMOVE_PROMPTS`.
    case environment = "NEXTMOVE_PROMPTS"
    /// The person's own folder.
    case own = "own"
    /// Those that ship.
    case shipped

    /// Whether somebody asked for the folder by name.
    var isAskedFor: Bool { self == .named || self == .environment }
  }

  /// Where they are.
  package let origin: Origin
  /// The scripts by their names, in the suggested order.
  let bundles: [(id: String, bundle: ScriptBundle)]

  /// The scripts that ship with the program.
  package static var shipped: ScriptLayer {
    let shipped = EmbeddedFile.prompts
    return ScriptLayer(
      .shipped,
      shipped.filter { !$0.name.hasPrefix("_") }.map { file in
        ScriptBundle(main: file.text, file: "Prompts/\(file.name)") { name in
          shipped.first { $0.name == name }?.text
        }
      })
  }

  /// The examples that ship, which are there to be copied.
  package static var examples: ScriptLayer {
    ScriptLayer(
      .shipped,
      EmbeddedFile.examples.map { file in
        ScriptBundle(main: file.text, file: "Prompts/examples/\(file.name)") { _ in nil }
      })
  }

  /// The names of its scripts.
  package var names: [String] { bundles.map(\.id) }

  /// The scripts of a folder.
  package init(folder: URL, origin: Origin) throws(ScriptLibrary.Fault) {
    var bundles: [ScriptBundle] = []
    for url in try ScriptLibrary.scripts(in: folder) { bundles.append(try ScriptBundle(at: url)) }
    self.init(origin, bundles)
  }

  /// The scripts in the files named.
  package init(files: [URL]) throws(ScriptLibrary.Fault) {
    var bundles: [ScriptBundle] = []
    for url in files { bundles.append(try ScriptBundle(at: url)) }
    self.init(.named, bundles)
  }

  /// The scripts beside a file that can be read, whatever else is there.
  package init(beside file: URL) {
    let folder = file.deletingLastPathComponent()
    let files = (try? ScriptLibrary.scripts(in: folder)) ?? []
    self.init(
      .named,
      files.filter { $0.lastPathComponent != file.lastPathComponent }
        .compactMap { try? ScriptBundle(at: $0) })
  }

  private init(_ origin: Origin, _ bundles: [ScriptBundle]) {
    self.origin = origin
    self.bundles = bundles.map { ($0.name, $0) }
  }

  /// A script of the layer as it stands in its file; `nil` where it has none of that name.
  package func text(of id: String) -> String? { bundles.first { $0.id == id }?.bundle.main }

  /// The texts that a script of the layer includes, by their names.
  package func included(by script: String, _ names: [String]) -> [String: String] {
    guard let bundle = bundles.first(where: { $0.id == script })?.bundle else { return [:] }
    return names.reduce(into: [:]) { $0[$1] = bundle.included($1) }
  }
}
