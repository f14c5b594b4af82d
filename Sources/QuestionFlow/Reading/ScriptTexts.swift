import Yams

/// Reads texts in one or more languages, with places for answers in them, and conditions.
extension ScriptReader {
  /// A text, or a mapping from language codes to texts.
  mutating func texts(_ node: Node) -> (fallback: String, byLanguage: [String: String])? {
    guard case .mapping(let mapping) = node else {
      guard let text = text(node) else { return nil }
      warnOfComment(node)
      self.texts.append((["en"], place(of: node)))
      return (text, [:])
    }
    var texts: [String: String] = [:]
    var wasBroken = false
    for (key, value) in mapping {
      guard let language = key.scalar?.string, isLanguage(language) else {
        wasBroken = true
        reportBroken(key, value, in: node)
        continue
      }
      guard let text = text(value) else {
        wasBroken = true
        continue
      }
      warnOfComment(value)
      texts[language] = text
    }
    guard !wasBroken else { return nil }
    guard let fallback = texts["en"] else {
      report("the English text (en) is missing beside its translations", at: node)
      return nil
    }
    self.texts.append((Set(texts.keys), place(of: node)))
    return (fallback, texts)
  }

  private func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy {
        !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
      && parts[0].allSatisfy(\.isLowercase)
  }

  /// What stands in braces and is no text with its language.
  private mutating func reportBroken(_ key: Node, _ value: Node, in node: Node) {
    let words = key.scalar?.string ?? ""
    let isEmpty = value.scalar.map { $0.string.isEmpty || $0.string == "null" } ?? false
    if isFlow(node), isEmpty, node.mapping?.first?.key.scalar?.string != words {
      // {en: Well, why?} is cut at its comma.
      report(
        "inside { } a comma ends a text, so this begins another; put texts with commas in quotation marks",
        at: key, correcting: nil)
    } else if isFlow(node), isEmpty {
      report(
        "a text that begins with { stands in quotation marks: \"{\(words)} …\"", at: node)
    } else {
      report(
        "a text in several languages begins each with its language, such as {en: Why?, de: Warum?}, unlike “\(words)”",
        at: key)
    }
  }

  /// Says so where a comment seems to have cut a text: one space and a # in the middle of a line.
  mutating func warnOfComment(_ node: Node) {
    guard let scalar = node.scalar, scalar.style == .plain, let mark = node.mark,
      let lines = lines[file], lines.indices.contains(mark.line - 1)
    else { return }
    // Most lines have no such sign, and are not looked at any further.
    guard lines[mark.line - 1].utf8.contains(UInt8(ascii: "#")) else { return }
    let rest = lines[mark.line - 1].dropFirst(mark.column - 1)
    guard let cut = rest.firstRange(of: " #"), rest[..<cut.lowerBound].last != " ",
      scalar.string.hasPrefix(String(rest[..<cut.lowerBound]))
    else { return }
    let column = mark.column + rest.distance(from: rest.startIndex, to: cut.lowerBound) + 1
    let text = String(rest)
    report(
      "“ #” begins a comment, so the text ends before it; put the text in quotation marks, or two spaces before a comment",
      .warning, at: SourcePlace(file: file, line: mark.line, column: column),
      correction: String(lines[mark.line - 1].prefix(mark.column - 1))
        + "\"\(text.replacing("\"", with: "\\\""))\"")
  }

  mutating func wording(_ key: String, in fields: inout [String: Node]) -> Wording? {
    fields[key].flatMap { texts($0) }.map { Wording(texts: $0.byLanguage, fallback: $0.fallback) }
  }

  mutating func template(_ node: Node) -> Template? {
    guard let texts = texts(node) else { return nil }
    let translations = texts.byLanguage.mapValues { pieces(of: $0, at: node) }
    return Template(
      translations: translations, pieces: pieces(of: texts.fallback, at: node),
      place: place(of: node))
  }

  /// `{name}` quotes an answer; `{{` is a brace.
  mutating func pieces(of text: String, at node: Node) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var literal = ""
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == "{", next == "{" {
        literal.append("{")
        index += 2
      } else if character == "{" {
        guard let close = characters[index...].firstIndex(of: "}") else {
          report("this “{” is not closed; write “{{” for a brace itself", at: node, offset: index)
          return pieces
        }
        let name = String(characters[(index + 1)..<close]).trimmingWhitespace()
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        do throws(ExpressionFault) {
          pieces.append(.pipe(try scope.resolve(name, at: index + 1).reference))
        } catch { report(error, at: node) }
        index = close + 1
      } else {
        literal.append(character)
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  mutating func condition(_ node: Node) -> Condition? {
    guard let source = text(node) else { return nil }
    do throws(ExpressionFault) {
      return Condition(
        expression: try ExpressionParser.condition(source, in: scope), source: source,
        place: place(of: node))
    } catch {
      report(error, at: node)
      return nil
    }
  }
}
