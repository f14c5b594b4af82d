import Foundation
import LineEditor
import Phrases

/// Many lines, a window at a time.
struct Pager {
  let console: Console
  let source: any LineSource

  /// Whether what was typed means that no more is wanted.
  static func isLeaving(_ typed: String) -> Bool {
    typed.trimmingCharacters(in: .whitespaces).lowercased() == "q"
  }

  /// Shows the lines; without a window or a person, all of them at once.
  ///
  /// - Returns: what was typed instead of Enter or “q”, which leaves the rest unseen.
  func show(_ lines: [String]) -> String? {
    guard source.isInteractive, let height = console.height, lines.count >= height else {
      for line in lines { console.put(line + "\n") }
      return nil
    }
    var rest = lines[...]
    while !rest.isEmpty {
      let page = rest.prefix(max(5, height - 2))
      for line in page { console.put(line + "\n") }
      rest = rest.dropFirst(page.count)
      guard !rest.isEmpty else { return nil }
      let request = LineRequest(
        prompt: console.prompt("(\(rest.count) more lines: Enter goes on, q stops)"))
      guard case .line(let typed) = source.readLine(request), !Self.isLeaving(typed) else {
        return nil
      }
      if !typed.allSatisfy(\.isWhitespace) { return typed }
    }
    return nil
  }
}
