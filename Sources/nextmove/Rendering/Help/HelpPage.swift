import Foundation
import Phrases

/// The help that ArgumentParser writes, in another language: what it has laid out is read back, said in that
/// language, and laid out again. What has no translation stays as it is.
struct HelpPage {
  private let words: PhraseBook
  /// Where the explanations of names begin, as the library has it.
  private static let column = 26
  private static let width = 80

  init(in words: PhraseBook) { self.words = words }

  /// A page of help.
  func text(_ help: String) -> String {
    var lines: [String] = []
    var paragraph: [Substring] = []
    var row: (term: String, text: [Substring])?
    func end() {
      if let open = row { lines += laidOut(open.term, open.text) }
      if !paragraph.isEmpty { lines += said(paragraph) }
      (row, paragraph) = (nil, [])
    }
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      if line.allSatisfy(\.isWhitespace) {
        end()
        lines.append("")
      } else if let usage = line.wholeMatch(of: /USAGE: (.*)/) {
        end()
        lines.append("\(words.text("USAGE")): \(usage.1)")
      } else if indent == 0, line.hasSuffix(":"), line.uppercased() == line {
        end()
        lines.append(words.sentence(String(line.dropLast())) + ":")
      } else if indent >= Self.column, row != nil {
        row?.text.append(line.drop { $0 == " " })
      } else if indent == 2, let entry = line.wholeMatch(of: #/  (\S+(?: \S+)*)(?: {2,}(\S.*))?/#) {
        end()
        row = (String(entry.1), entry.2.map { [$0] } ?? [])
      } else if indent == 0 {
        paragraph.append(line)
      } else {
        end()
        lines.append(String(line))
      }
    }
    end()
    return lines.joined(separator: "\n")
  }

  /// A paragraph, which may be announced as the overview.
  private func said(_ lines: [Substring]) -> [String] {
    let text = lines.joined(separator: " ")
    let overview = "OVERVIEW: "
    guard text.hasPrefix(overview) else {
      return Wrapping.wrap(words.sentence(text), width: Self.width)
    }
    let said = words.sentence(String(text.dropFirst(overview.count)))
    return Wrapping.wrap("\(words.text("OVERVIEW")): \(said)", width: Self.width)
  }

  /// A name with its explanation beside it, or under it where the name is long.
  private func laidOut(_ term: String, _ text: [Substring]) -> [String] {
    // The last line of a page stands like a name, and is a sentence.
    guard !text.isEmpty else { return ["  " + words.sentence(term)] }
    let name = "  " + term.replacing(" (default)", with: " (\(words.text("default")))")
    let lines = Wrapping.wrap(
      words.sentence(text.joined(separator: " ")), width: Self.width, indent: Self.column)
    guard name.count < Self.column, let first = lines.first else { return [name] + lines }
    let gap = String(repeating: " ", count: Self.column - name.count)
    return [name + gap + first.drop { $0 == " " }] + lines.dropFirst()
  }
}
