import Foundation

/// Texts from files, refused in one sentence where there is none.
enum TextFile {
  static func text(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw BenchFault(
        description: "“\(path)” cannot be read as text; name a file, in UTF-8.")
    }
    return text
  }
}
