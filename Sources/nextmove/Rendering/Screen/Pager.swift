import LineEditor
import Phrases

/// Many lines, a window at a time.
struct Pager {
  let console: Console
  let source: any LineSource

  /// Shows the lines; without a window or a person, all of them at once.
  func show(_ lines: [String]) {
    guard source.isInteractive, let height = console.height, lines.count >= height else {
      for line in lines { console.put(line + "\n") }
      return
    }
    var rest = lines[...]
    while !rest.isEmpty {
      let page = rest.prefix(max(5, height - 2))
      for line in page { console.put(line + "\n") }
      rest = rest.dropFirst(page.count)
      guard !rest.isEmpty else { return }
      let request = LineRequest(
        prompt: console.prompt("(\(rest.count) more lines: Enter goes on, q stops)"))
      guard case .line(let answer) = source.readLine(request),
        !answer.lowercased().hasPrefix("q")
      else { return }
    }
  }
}
