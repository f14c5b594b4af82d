internal import EmbeddedFiles

/// The JSON Schema of scripts, for editors that complete and check YAML.
public enum ScriptSchema {
  /// The schema's text (draft 07, which most editors know).
  public static var text: String { EmbeddedFile.data(named: "script-schema.json")?.text ?? "" }
}

/// A commented script to begin with.
public enum ScriptTemplate {
  /// The template, its `script` key set to a name.
  public static func text(named name: String) -> String {
    (EmbeddedFile.data(named: "template.yaml")?.text ?? "")
      .replacing("script: my_script", with: "script: \(name)")
  }
}
