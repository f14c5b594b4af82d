package import Journal

/// A script as the journal keeps it.
extension NewEvent.Text {
  static let script = "script"

  /// The text of a script, as it is kept with the answers to it.
  package static func script(_ volume: ScriptLibrary.Volume) -> Self {
    NewEvent.Text(volume.text, kind: script)
  }
}
