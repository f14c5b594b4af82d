import Journal
package import QuestionFlow

/// The scripts of several layers by their names, each read when it is asked for.
package final class ScriptSources {
  private let layers: [ScriptLayer]
  private var volumes: [String: ScriptLibrary.Volume] = [:]
  /// The scripts that are being read, each for the one before it.
  private var reading: [String] = []
  private var circle: [String]?

  /// More scripts that use each other in a row are not read.
  private static let mostInARow = 16

  /// The scripts of layers, the nearest first.
  package init(_ layers: [ScriptLayer]) { self.layers = layers }

  /// A script by its name, to be used by another, or why it cannot be.
  ///
  /// - Parameter user: the script that uses it, where that is not read here.
  package func script(_ id: String, usedBy user: String? = nil) -> UsedScript {
    if let user, reading.isEmpty {
      reading.append(user)
      defer { reading.removeLast() }
      return script(id)
    }
    if reading.contains(id) {
      let names = Array(reading.drop { $0 != id })
      circle = names + [id]
      return .circle(names)
    }
    guard reading.count < Self.mostInARow else { return .faulty }
    if let volume = volumes[id] { return .script(volume.script) }
    for layer in layers {
      guard let bundle = layer.bundles.first(where: { $0.id == id })?.bundle else { continue }
      let outer = circle
      if let script = try? volume(id, bundle, layer.origin).script { return .script(script) }
      if outer == nil, let circle, circle.first == reading.last {
        return .circle(circle.dropLast())
      }
      return .faulty
    }
    return .missing(known: layers.flatMap(\.names))
  }

  /// A script of the layers by its name; `nil` where there is none, or it has faults.
  func volume(named id: String) -> ScriptLibrary.Volume? {
    if volumes[id] == nil { _ = script(id) }
    return volumes[id]
  }

  /// Reads a script.
  func volume(_ id: String, _ bundle: ScriptBundle, _ origin: ScriptLayer.Origin)
    throws(ScriptLibrary.Fault) -> ScriptLibrary.Volume
  {
    if let volume = volumes[id], volume.file == bundle.file { return volume }
    reading.append(id)
    defer { reading.removeLast() }
    do throws(ScriptFaults) {
      let script = try Script(
        yaml: bundle.main, file: bundle.file, including: bundle.included,
        using: { bundle.kept(script: $0).map(UsedScript.script) ?? self.script($0) })
      let uses = script.used.reduce(into: [String: String]()) {
        $0[$1] = bundle.uses[$1] ?? volumes[$1]?.text
      }
      let text = bundle.text(including: script.included, using: uses)
      let volume = ScriptLibrary.Volume(
        script: script, file: bundle.file, text: text, digest: Journal.digest(of: text),
        origin: origin)
      if !id.isEmpty { volumes[id] = volume }
      return volume
    } catch {
      if let circle, reading.count == 1 {
        self.circle = nil
        throw .circle(circle)
      }
      throw .faults(error)
    }
  }
}
