internal import Foundation
import Phrases
import Yams

/// What is to be changed elsewhere, or left out, where an expression cannot be mended in itself.
extension ScriptReader {
  /// How many names are tried in the place of one that nothing has.
  private static let mostNames = 12

  /// What helps where an expression cannot be mended: another name, a change elsewhere, or to do without it.
  func remedy<T>(
    of fault: ExpressionFault, in source: String, at node: Node, behind: Int,
    _ parse: (String, Scope) throws(ExpressionFault) -> T
  ) -> Correction? {
    let lacking = remedy(of: fault, for: node, kind: Self.kind(of: fault, in: source))
    guard case .item(let name)? = fault.remedy else { return lacking ?? withoutKey(of: node) }
    let start = source.index(
      source.startIndex, offsetBy: max(0, fault.offset), limitedBy: source.endIndex)
    for other in scope.names(near: name).prefix(Self.mostNames) {
      guard let start, let range = source[start...].firstRange(of: name) else { break }
      let meant = source.replacingCharacters(in: range, with: other)
      guard (try? parse(meant, scope)) != nil else { continue }
      let whole = node.scalar?.string.trimmingWhitespace() ?? ""
      return with("\(whole.prefix(behind))\(meant)".trimmingWhitespace(), at: node)?.or(lacking)
        ?? lacking
    }
    return lacking ?? withoutKey(of: node)
  }

  /// What is to be changed elsewhere for a name that is spoken of.
  func remedy(of fault: ExpressionFault, for node: Node, kind: String = "list") -> Correction? {
    switch fault.remedy {
    case .item(let name)?:
      isName(name)
        ? asking(name, kind)
        : node.scalar.flatMap { with($0.string.replacing(name, with: "…"), at: node) }
    case .writing?: writing(node)
    case .otherList(let name)?:
      node.scalar.flatMap { with($0.string.replacing(name, with: "…"), at: node) }
    case .date(let item)?: answering(item, "date", with: [])
    case .earlier(let name)?: movingUp(name)
    case .list(let item)?: answering(item, "list", with: [])
    case .scores(let item)?: scoring(item)
    case .repeats?: heading("repeats")
    case .naming(let name)?: naming(name)
    case .uses(let name)?: using(name, at: node)
    case nil: nil
    }
  }

  /// A place for what is still to be written, or that it is, where the place is there.
  private func writing(_ node: Node) -> Correction? {
    guard node.scalar?.string.contains("…") != true else {
      return Correction([.words("write in its place what is meant")])
    }
    return key(of: node) == "let" ? withoutKey(of: node) : with("…", at: node)
  }

  /// The kind of answer that is asked for by what stands around a name.
  private static func kind(of fault: ExpressionFault, in source: String) -> String {
    let characters = Array(source)
    let start = max(0, min(fault.offset, characters.count))
    let name = characters[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let before = String(characters[..<start]).trimmingWhitespace()
    let behind = String(characters[(start + name.count)...]).trimmingWhitespace()
    if ["any(", "all(", "none(", "count("].contains(where: before.hasSuffix) { return "list" }
    if ["words(", "vague(", "answered("].contains(where: before.hasSuffix) { return "text" }
    if before.hasSuffix(" in") { return "list" }
    guard let sign = behind.first, "=!<>+-*/,)".contains(sign) else { return "yes or no" }
    let value = behind.drop { "=!<>+-*/,) ".contains($0) }
    if value.first.map({ "'\"".contains($0) }) == true { return "text" }
    if String(value.prefix(10)).firstMatch(of: Self.day) != nil || value.hasPrefix("today") {
      return "date"
    }
    if "+-*/<>".contains(sign) || value.first?.isNumber == true { return "number" }
    return "yes or no"
  }

  private static let day = WrittenForm(regex: /^[0-9]{4}-[0-9]{2}-[0-9]{2}/)

  /// A later entry, above the one that is being read.
  private func movingUp(_ name: String) -> Correction? {
    guard includeStack.isEmpty, let entry = laterNodes[name], let here = around.last,
      let first = entry.mark?.line,
      let above = here.mark?.line, let column = entry.mark?.column, first > above,
      let line = line(of: entry)
    else { return nil }
    let lead = line.prefix { $0 == " " }.count
    guard lead < column else { return nil }
    let moved = lines(of: entry, from: lead + 1).reversed().drop { $0.allSatisfy(\.isWhitespace) }
    let indent = self.line(of: here)?.prefix { $0 == " " }.count ?? lead
    let text = moved.reversed().map { line in
      String(repeating: " ", count: indent)
        + line.dropFirst(min(lead, line.prefix { $0 == " " }.count))
    }
    return Correction([
      .moved(first...(first + text.count - 1), above: above, text.joined(separator: "\n"))
    ])
  }

  /// The options of a choice with a score each.
  private func scoring(_ item: ItemID) -> Correction? {
    guard placements[item]?.item.place.file == file, let entry = entryNodes[item],
      let options = scope.items[item]?.type.options
    else {
      return nil
    }
    let scores = options.enumerated().map { (name: $0.element, text: String($0.offset)) }
    return adding("scores", FlowText.braces(scores), to: entry, behind: answers[item])
  }

  /// The roster that is being read gives its things a name.
  private func naming(_ name: String) -> Correction? {
    let roster = around.last { $0.mapping?["for each"] != nil }
    return roster.flatMap { adding("as", name, to: $0, behind: $0.mapping?["for each"]) }
  }

  /// A key of the script as a whole, below its title.
  private func heading(_ example: String) -> Correction? {
    let all = lines[file] ?? []
    let number =
      all.firstIndex { $0.hasPrefix("title:") } ?? all.firstIndex { $0.hasPrefix("script:") }
    return number.map {
      Correction([.line($0 + 1, "\(all[$0])\n\(Self.example(example, indent: 0))")])
    }
  }

  /// An answer of another script, named under `uses`, and the text with that name.
  private func using(_ name: String, at node: Node) -> Correction? {
    let own = name.split(separator: ".").last.map(String.init) ?? name
    let all = lines[file] ?? []
    guard let number = all.firstIndex(where: { $0.hasPrefix("title:") }),
      let line = line(of: node), let mark = node.mark
    else { return nil }
    let uses = "\(all[number])\nuses: {\(own): \(name)}"
    return Correction([
      .line(number + 1, uses), .line(mark.line, line.replacing(name, with: own)),
    ])
  }

  private static let optional: Set<String> = ["when", "where", "default", "else"]

  /// What remains where a condition is simply left out; a follow-up and a check go with theirs.
  func withoutKey(of node: Node) -> Correction? {
    switch key(of: node) {
    case let key? where Self.optional.contains(key): return without(node)
    case "if"?, "that"?: return pair.flatMap { without($0) }
    case "let"?:
      // What it is cannot be told; what is shown cannot be taken for it either.
      return node.scalar.flatMap { scalar in
        let name = scalar.string.prefix { $0 != "=" }.trimmingWhitespace()
        return with("\(name.isEmpty ? "total" : name) = …", at: node)
      }
    default: return nil
    }
  }

  private static let keyInFront = WrittenForm(regex: /^\s*(?:- +)*([^:"'{\[]+?)\s*:\s/)

  /// The key that a value stands behind, on its line.
  func key(of node: Node) -> String? {
    guard let line = line(of: node), let mark = node.mark else { return nil }
    let entry = Self.flowEntry(in: line, at: mark.column).map { String(line[$0]) }
    return (entry ?? line).firstMatch(of: Self.keyInFront).map { String($0.1) }
  }
}
