import Journal

/// A script as the journal keeps it.
extension NewEvent.Text {
  static let script = "script"

  static func script(_ volume: ScriptLibrary.Volume) -> Self {
    NewEvent.Text(volume.text, kind: script)
  }
}
