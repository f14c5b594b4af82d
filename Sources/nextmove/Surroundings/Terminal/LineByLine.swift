import LineEditor
import Phrases

/// An editor for whoever has named none: the lines of a text, one after the other, each to be kept, changed
/// or emptied.
struct LineByLine {
  let console: Console
  let source: any LineSource

  private static let introduction: Phrase =
    "(Here are the lines, one after the other: Enter keeps a line as it stands, an emptied one is taken out. New lines come last, and an empty line ends it. Ctrl-C: never mind. For an editor of your own, set EDITOR.)"

  /// Goes through the text.
  func edit(_ text: String) -> Editor.Outcome {
    console.say(Self.introduction, .faint, indent: 2)
    var rest = text.isEmpty ? [] : lines(of: text)[...]
    var edited: [String] = []
    while true {
      let isNew = rest.isEmpty
      let line = rest.popFirst() ?? ""
      // What parts paragraphs is kept without asking.
      if !isNew, line.allSatisfy(\.isWhitespace) {
        edited.append(line)
        continue
      }
      let request = LineRequest(prompt: "edit> ", initial: line, history: "edited")
      switch source.readLine(request) {
      case .line(let typed) where typed.allSatisfy(\.isWhitespace):
        if isNew { return .text(whole(edited)) }
      case .line(let typed): edited.append(typed)
      case .interrupted: return .unchanged
      case .end(let typed):
        return .text(whole(edited + (typed.isEmpty ? [] : [typed]) + rest))
      case .stopped(let signal, let typed):
        return .stopped(signal, saved: whole(edited + (typed.isEmpty ? [] : [typed]) + rest))
      }
    }
  }

  private func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private func whole(_ lines: [String]) -> String { lines.joined(separator: "\n") }
}
