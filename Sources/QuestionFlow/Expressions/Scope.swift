/// The names that an expression or a template may use where it stands.
///
/// Only what comes earlier in the document is visible, so relevance never depends on the order in
/// which somebody visits the items.
struct Scope {
  /// An item that has been read already.
  struct Known {
    let kind: AnswerKind
    let rosters: [ItemID]
  }

  var items: [ItemID: Known] = [:]
  /// The item whose own relevance is being read.
  var current: String?
  /// Names that come later in the document, for a better message.
  var later: Set<String> = []
  /// The rosters around the present place, outermost first.
  var rosters: [(list: ItemID, elementName: String)] = []
  /// Element names by list, of every roster read so far.
  var elementNames: [ItemID: String] = [:]
  /// Whether `element` stands for an element of the answer that is being probed.
  var probesElements = false

  func resolve(_ name: String, at offset: Int) throws(ExpressionFault)
    -> (reference: Reference, type: ExpressionType)
  {
    if probesElements, name == "element" { return (.probedElement, .text) }
    if let depth = rosters.lastIndex(where: { $0.elementName == name }) {
      return (.rosterElement(depth: depth), .text)
    }
    let id = ItemID(name)
    guard let known = items[id] else { throw unknown(name, at: offset) }
    let around = rosters.map(\.list)
    guard known.rosters.count <= around.count,
      Array(around.prefix(known.rosters.count)) == known.rosters
    else {
      throw ExpressionFault(
        offset: offset,
        message: """
          “\(name)” is asked once for each element of “\(known.rosters.last?.rawValue ?? "")”; \
          use any(), all() or none() to ask about them together
          """)
    }
    return (.item(id, depth: known.rosters.count), known.kind.expressionType)
  }

  func inside(rosterOver name: String, at offset: Int) throws(ExpressionFault)
    -> (scope: Scope, list: ItemID)
  {
    let resolved = try resolve(name, at: offset)
    guard case .item(let list, _) = resolved.reference, case .list = items[list]?.kind else {
      throw ExpressionFault(
        offset: offset, message: "“\(name)” is not an item whose answer is a list")
    }
    var inner = self
    inner.rosters.append((list, elementNames[list] ?? "element"))
    return (inner, list)
  }

  private func unknown(_ name: String, at offset: Int) -> ExpressionFault {
    if name == current {
      return ExpressionFault(
        offset: offset,
        message: "“\(name)” is this item itself, which has no answer before it is asked")
    }
    if later.contains(name) {
      return ExpressionFault(
        offset: offset,
        message: "“\(name)” is asked later; a condition can only use what is asked before it")
    }
    let names = items.keys.map(\.rawValue) + rosters.map(\.elementName)
    let suggestion = Spelling.nearest(to: name, among: names)
    return ExpressionFault(
      offset: offset,
      message: "there is no item “\(name)”"
        + (suggestion.map { "; did you mean “\($0)”?" } ?? " before this place"))
  }
}
