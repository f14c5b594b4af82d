/// Text for Markdown.
enum Markdown {
  /// Text on one line in which no sign means anything to Markdown.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.split(whereSeparator: \.isNewline).joined(separator: " ") {
      if character == "<" {
        plain += "&lt;"
      } else if character == "&" {
        plain += "&amp;"
      } else if "\\`*_[]|#>~".contains(character) {
        plain += "\\\(character)"
      } else if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) {
        plain.append(character)
      }
    }
    return plain
  }
}
