internal import Foundation
import Phrases
import Yams

/// Names in braces that are no answers as they stand: options, numbers with a form, what is still to be written.
extension ScriptReader {
  /// What is to be said of it; `nil` where it is told as any other name.
  func otherwise(_ name: String, _ fault: ExpressionFault) -> (
    message: Phrase, mending: (Node) -> Correction?
  )? {
    if case .writing? = fault.remedy {
      return (
        fault.message,
        { node in
          name.contains("…")
            ? Correction([.words("write in its place what is meant")])
            : self.quoting("…", for: name, in: node)
        }
      )
    }
    let owners = scope.items.filter { $0.value.type.options?.contains(name) == true }.keys.sorted()
    if scope.known(name) == nil, let owner = owners.first {
      return (
        "“\(name)” is an option of “\(owner)”; a text quotes the answer by its name",
        { self.quoting(owner.rawValue, for: name, in: $0) }
      )
    }
    let bare = String(name.prefix { $0.isLetter || $0.isNumber || "_.".contains($0) })
    guard let sign = name.dropFirst(bare.count).first, ":|%,".contains(sign),
      scope.known(bare)?.type == .number
    else { return nil }
    let places = name.last { $0.isNumber }.flatMap { Int(String($0)) } ?? 0
    return (
      "a text quotes a name alone; work the value out first, with “let”",
      { self.working("round(\(bare), \(min(places, 2)))", out: "{\(name)}", in: $0) }
    )
  }

  private func quoting(_ other: String, for name: String, in node: Node) -> Correction? {
    guard let line = line(of: node), let mark = node.mark, line.contains("{\(name)}") else {
      return nil
    }
    return Correction([.line(mark.line, line.replacing("{\(name)}", with: "{\(other)}"))])
  }

  /// A value above the entry that is being read, and its name in the text.
  func working(_ value: String, out asked: String, in node: Node) -> Correction? {
    guard let entry = around.last, let first = entry.mark?.line, let head = line(of: entry),
      let mark = node.mark, let line = line(of: node), let range = line.firstRange(of: asked)
    else { return nil }
    var name = "figure"
    while scope.known(name) != nil || scope.later.contains(name) { name += "_2" }
    let lead = head.prefix { $0 == " " }
    let said = line.replacingCharacters(in: range, with: "{\(name)}")
    let above = "\(lead)- let: \(name) = \(Self.plain(value))"
    return first == mark.line
      ? Correction([.line(first, "\(above)\n\(said)")])
      : Correction([.line(first, "\(above)\n\(head)"), .line(mark.line, said)])
  }
}
