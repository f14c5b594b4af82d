/// What becomes of a file when a correction is made in it, and which correction makes one file of another.
extension Correction {
  /// The lines with the changes of the first reading; `nil` where it is said in words alone.
  package func applied(to lines: [String]) -> [String]? {
    guard let changes = readings.first, !changes.contains(where: \.isInWords) else { return nil }
    var lines = lines
    for edit in changes.flatMap(\.edits).sorted(by: { $0.first > $1.first })
    where edit.first <= lines.count {
      lines.replaceSubrange(
        (edit.first - 1)..<min(lines.count, edit.first - 1 + edit.count), with: edit.lines)
    }
    return lines
  }

  /// The changes that make some lines of others; `nil` where they are the same.
  init?(from old: [String], to new: [String]) {
    guard old != new else { return nil }
    guard old.count != new.count else {
      var changes: [Change] = []
      var index = 0
      while index < old.count {
        guard old[index] != new[index] else {
          index += 1
          continue
        }
        let end = old.indices[index...].prefix { old[$0] != new[$0] }.last ?? index
        changes.append(
          .lines(index + 1...end + 1, new[index...end].joined(separator: "\n")))
        index = end + 1
      }
      self.init(changes)
      return
    }
    let shared = min(old.count, new.count)
    let before = zip(old, new).prefix { $0 == $1 }.count
    let behind = min(
      shared - before, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
    let made = new[before..<(new.count - behind)]
    if made.isEmpty {
      self.init([.without(before + 1...old.count - behind)])
    } else if before + behind < old.count {
      self.init([.lines(before + 1...old.count - behind, made.joined(separator: "\n"))])
    } else if before > 0 {
      // What is only added stands below the line before it.
      self.init([.line(before, ([old[before - 1]] + made).joined(separator: "\n"))])
    } else {
      self.init([.line(1, (made + old.prefix(1)).joined(separator: "\n"))])
    }
  }
}

extension Correction.Change {
  fileprivate var isInWords: Bool { if case .words = self { true } else { false } }

  /// The lines to be replaced, from the first of them, and what stands there then.
  fileprivate var edits: [(first: Int, count: Int, lines: [String])] {
    func split(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return switch self {
    case .line(let number, let text): [(number, 1, split(text))]
    case .lines(let lines, let text): [(lines.lowerBound, lines.count, split(text))]
    case .without(let lines): [(lines.lowerBound, lines.count, [])]
    case .moved(let lines, let above, let text):
      [(lines.lowerBound, lines.count, []), (above, 0, split(text))]
    case .words: []
    }
  }
}
