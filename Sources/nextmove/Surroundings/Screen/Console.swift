import Foundation
import LineEditor
import Phrases
import SafeOutput

/// The one place that writes to the terminal.
///
/// Whatever it writes has been made safe: only its own styling reaches the terminal as control
/// sequences.
struct Console {
  enum Style {
    case plain
    case strong
    case faint
  }

  private let environment: [String: String]
  private let streams: Streams
  /// The language of what is said.
  let words: PhraseBook
  /// Where lines go instead of the terminal, to be looked at page by page.
  private var page: Page?
  /// Whether styles may be used.
  let isStyled: Bool
  /// Whether pictures give way to sentences.
  let isAccessible: Bool

  init(_ surroundings: Surroundings, words: PhraseBook) {
    self.words = words
    streams = surroundings.streams
    environment = surroundings.environment
    let isTerminal = streams.output.isTerminal
    isAccessible = !(environment["ACCESSIBLE"] ?? "").isEmpty
    let isDumb = environment["TERM"] == "dumb"
    isStyled = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && !isDumb && !isAccessible
  }

  /// Lines gathered for a pager.
  private final class Page {
    var text = ""
  }

  /// Columns to wrap at, as the window is now.
  var width: Int { max(20, min(size?.columns ?? Int(environment["COLUMNS"] ?? "") ?? 80, 96)) }

  /// Columns that a help may take, which the person's variable decides before the window.
  var helpColumns: Int { Int(environment["COLUMNS"] ?? "") ?? size?.columns ?? 80 }

  /// Lines of the window, where there is one.
  var height: Int? { size?.rows }

  private var size: (columns: Int, rows: Int)? {
    var size = winsize()
    guard streams.output.isTerminal,
      ioctl(streams.output.number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The lines that a body writes, styled as they would be.
  func lines(of body: (Console) -> Void) -> [String] {
    let page = Page()
    var console = self
    console.page = page
    body(console)
    return page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  /// Writes a paragraph, wrapped, and a line end.
  func say(_ phrase: Phrase = "", _ style: Style = .plain, indent: Int = 0) {
    for line in Wrapping.wrap(Sanitizer.text(text(phrase)), width: width, indent: indent) {
      put(styled(line, style) + "\n")
    }
  }

  /// Writes a term and what belongs to it, whose further lines stand under the first.
  func row(_ term: Phrase, _ phrase: Phrase, column: Int, indent: Int = 0) {
    let term = Sanitizer.line(text(term))
    let lead = String(repeating: " ", count: max(1, column - DisplayWidth.columns(term)))
    let lines = Wrapping.wrap(Sanitizer.text(text(phrase)), width: width, indent: indent + column)
    for (index, line) in lines.enumerated() {
      let first = String(repeating: " ", count: indent) + term + lead
      put((index == 0 ? first + line.drop { $0 == " " } : line) + "\n")
    }
  }

  /// Writes a picture or a quote line by line, without wrapping.
  func show(_ lines: [String]) {
    for line in lines { put(Sanitizer.line(line, keepingSpaces: true) + "\n") }
  }

  /// A phrase in the language of what is said.
  func text(_ phrase: Phrase) -> String { words.text(phrase) }

  /// A phrase in front of what is typed.
  func prompt(_ phrase: Phrase) -> String { text(phrase) + " " }

  /// Says something beside the output, where that may be data.
  func complain(_ phrase: Phrase) throws(WriteFault) {
    try streams.error.write("\(Self.safe(text(phrase)))\n")
  }

  private func styled(_ text: String, _ style: Style) -> String {
    guard isStyled, !text.isEmpty else { return text }
    return switch style {
    case .plain: text
    case .strong: "\u{1B}[1m\(text)\u{1B}[0m"
    case .faint: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }

  /// Writes text that is known to be safe.
  func put(_ text: String) {
    if let page {
      page.text += text
    } else {
      streams.show(text)
    }
  }

  static func safe(_ text: String) -> String { Sanitizer.line(text) }
  static func safeText(_ text: String) -> String { Sanitizer.text(text) }
}
