import SafeOutput

/// Text for HTML.
enum HTMLText {
  /// Text that means nothing to HTML, in content and in attributes; control sequences are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Sanitizer.text(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An element around what is HTML already.
  static func element(_ name: String, _ attributes: String = "", html: String) -> String {
    "<\(name)\(attributes.isEmpty ? "" : " \(attributes)")>\(html)</\(name)>"
  }

  /// An element around a text.
  static func element(_ name: String, _ attributes: String = "", text: String) -> String {
    element(name, attributes, html: escaped(text))
  }
}
