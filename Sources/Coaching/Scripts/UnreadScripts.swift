import Synchronization

/// The scripts that ship, each read when it is first asked for: they are known to have no faults, so nobody has to
/// be told of one when the program begins.
final class UnreadScripts: Sendable {
  private let layer: ScriptLayer
  private let sources: Mutex<ScriptSources>

  init() {
    layer = .shipped
    sources = Mutex(ScriptSources([.shipped]))
  }

  /// Their names, in the suggested order.
  var ids: [String] { layer.names }

  /// The script of that name, or `nil` where there is none.
  func volume(_ id: String) -> ScriptLibrary.Volume? {
    guard let bundle = layer.bundles.first(where: { $0.id == id })?.bundle else { return nil }
    return sources.withLock { try? $0.volume(id, bundle, layer.origin) }
  }
}
