import Phrases

/// The names that an expression or a template may use where it stands.
///
/// Only what comes earlier in the document is visible, so relevance never depends on the order in
/// which somebody visits the items.
struct Scope {
  /// What has been read already, as it is known by its name.
  typealias Known = KnownName

  /// More evaluations for one value are refused, and more of them one inside the other.
  static let largestSize = 5_000
  static let largestHeight = 200
  static let mostCarries = 16

  var items: [ItemID: Known] = [:]
  /// The items of this script as `last.name` sees them; `nil` where the script is not repeated.
  var last: [ItemID: Known]?
  /// Whether the script is read to learn what `last.` can speak of, so that it may speak of anything.
  var isScouting = false
  /// The item whose own relevance is being read.
  var current: String?
  /// Names that come later in the document, for a better message.
  var later: Set<String> = []
  /// Those of them that are worked out and not asked.
  var laterValues: Set<String> = []
  /// The rows of each matrix that has an id.
  var matrices: [String: [String]] = [:]
  /// The lists of rosters that are over, by the names of their things.
  var formerRosters: [String: ItemID] = [:]
  /// The lists of the items that are asked for each thing of one, in a script that is repeated.
  var lastOfRosters: [String: ItemID] = [:]
  /// The rosters around the present place, outermost first.
  var rosters: [(list: ItemID, root: ItemID, elementName: String)] = []
  /// Element names by list, of every roster read so far.
  var elementNames: [ItemID: String] = [:]
  /// Whether `element` stands for an element of the answer that is being probed.
  var probesElements = false
  /// Whether a word for a number may be meant where a name is not known.
  var takesNumerals = true
  /// The list whose things a “where” looks at, one by one.
  var filtered: ItemID?
  /// Items that may not be spoken of here, because their order is not known.
  var shuffled: Set<ItemID> = []

  func known(_ name: String) -> Known? { items[ItemID(name)] ?? lastKnown(name) }

  private func lastKnown(_ name: String) -> Known? {
    guard let last, name.hasPrefix("last.") else { return nil }
    if isScouting { return Known(type: .broken, root: ItemID(name)) }
    return last[ItemID(String(name.dropFirst(5)))]
  }

  func resolve(_ name: String, at offset: Int) throws(ExpressionFault)
    -> (reference: Reference, type: ExpressionType)
  {
    if probesElements, name == "element" { return (.probedElement, .text) }
    let named = rosters.lastIndex { $0.elementName == name }
    if let level = named ?? (name == "element" ? rosters.indices.last : nil) {
      let list = rosters[level].list
      return (.rosterElement(level: level, list: list), elementType(of: list))
    }
    let id = ItemID(name)
    guard let known = known(name) else { throw unknown(name, at: offset) }
    guard !shuffled.contains(id) else {
      throw ExpressionFault(
        offset: offset,
        message: "“\(name)” is in a section in random order, so it may not have been asked yet")
    }
    guard known.type != .nothing else {
      throw ExpressionFault(
        offset: offset, message: "“\(name)” is a note, and a note has no answer to speak of")
    }
    guard let levels = levels(of: known.rosters) else {
      let list = known.rosters.last?.rawValue ?? ""
      throw ExpressionFault(
        offset: offset,
        message:
          "“\(name)” is asked once for each element of “\(list)”; use any(), all(), none() or sum() to ask about them together"
      )
    }
    return (.item(id, levels: levels), known.type)
  }

  /// What an element of a list is compared with: options by their ids, all else by its words.
  private func elementType(of list: ItemID) -> ExpressionType {
    items[list]?.type.options.map(ExpressionType.choice) ?? .text
  }

  /// Which of the rosters at hand are the ones around an item; `nil` where they are not all there.
  private func levels(of wanted: [ItemID]) -> [Int]? {
    let around = rosters.map(\.root)
    if Array(around.prefix(wanted.count)) == wanted { return Array(0..<wanted.count) }
    var levels: [Int] = []
    var end = around.count
    for root in wanted.reversed() {
      guard let level = around[..<end].lastIndex(of: root) else { return nil }
      levels.append(level)
      end = level
    }
    return levels.reversed()
  }

  /// What can be said inside a roster over a list.
  func inside(rosterOver name: String, at offset: Int) throws(ExpressionFault)
    -> (scope: Scope, members: Members)
  {
    var names = self
    names.takesNumerals = false
    let resolved = try names.resolve(name, at: offset)
    guard case .item(let list, let levels) = resolved.reference, let known = known(name),
      known.hasElements || known.type == .broken
    else {
      throw ExpressionFault(
        offset: offset,
        message:
          "“\(name)” is \(resolved.type.spoken), and only a list, a choice or a ranking has elements",
        remedy: [.text, .number].contains(resolved.type)
          ? known(name).map { .list($0.root) } : .otherList(name)
      )
    }
    // Answers of other places in other lists would have to be searched for.
    guard levels == Array(levels.indices) else {
      throw ExpressionFault(
        offset: offset,
        message:
          "“\(name)” is asked for each element of another list, and cannot be gone through here")
    }
    var inner = self
    inner.rosters.append((list, known.root, elementNames[list] ?? "element"))
    return (inner, Members(list: list, levels: levels))
  }

  /// How much an expression evaluates, what it refers to included.
  func extent(of expression: Expression) -> (size: Int, height: Int) {
    if case .reference(.item(let id, _)) = expression, let known = items[id] { return known.extent }
    return expression.parts.reduce(into: (1, 1)) { total, part in
      let inner = extent(of: part)
      total = (min(total.0 + inner.size, 1_000_000), max(total.1, inner.height + 1))
    }
  }

  /// The names that can be spoken of here, those that are spelled most alike first.
  func names(near name: String) -> [String] {
    // In a long script the names that there are help nobody, and comparing them all takes its time.
    guard items.count <= 400 else { return [] }
    let own = items.filter { ![.nothing, .broken].contains($0.value.type) }.keys.map(\.rawValue)
    return Spelling.sorted(
      own.filter { (try? resolve($0, at: 0)) != nil }
        + rosters.map(\.elementName).filter { $0 != "element" }, by: name)
  }

  /// What is meant by two names with a full stop between: the thing of a list, or what is asked for each.
  private func dotted(_ name: String) -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count == 2, parts[0] != "last" else { return nil }
    if rosters.contains(where: { $0.elementName == parts[0] }) {
      return items[ItemID(parts[1])] != nil ? parts[1] : parts[0]
    }
    guard let item = items[ItemID(parts[1])], item.rosters.last?.rawValue == parts[0] else {
      return nil
    }
    return "\(parts[0]), \(parts[1])"
  }

  private func unknown(_ name: String, at offset: Int) -> ExpressionFault {
    func fault(_ message: Phrase) -> ExpressionFault {
      ExpressionFault(offset: offset, message: message)
    }
    if name == current {
      return fault("“\(name)” is this item itself, which has no answer before it is asked")
    }
    if name == "…" || name.contains("…") {
      return fault("“…” stands for what is still to be written here").with(.writing)
    }
    if last != nil, Mistakes.known.times.contains(name) {
      return fault(
        "how often this has been answered is not counted; only the time before is known, as last. and a name"
      ).with(.writing)
    }
    if name.hasPrefix("first."), let last {
      let bare = String(name.dropFirst(6))
      return ExpressionFault(
        offset: offset,
        message: "of the times before, only the last one can be spoken of, as last. and the name",
        correction: last[ItemID(bare)].map { _ in (name, "last.\(bare)") })
    }
    if name.hasPrefix("last.") {
      guard let last else {
        return fault("“\(name)” asks for the time before, and this script has no “repeats”")
          .with(.repeats)
      }
      let bare = String(name.dropFirst(5))
      if let list = items[ItemID(bare)]?.rosters.last ?? lastOfRosters[bare] {
        return fault(
          "“\(bare)” is asked for each thing of “\(list)”, and only what is asked once has a last answer; leave it out here"
        )
      }
      let nearest = Mistakes.meant(by: bare, among: last.keys.map(\.rawValue), [:])
      return ExpressionFault(
        offset: offset,
        message: nearest.map {
          "there is no item “\(bare)” in this script, so there is no last one; did you mean “last.\($0)”?"
        } ?? "there is no item “\(bare)” in this script, so there is no last one",
        correction: nearest.map { (name, "last.\($0)") })
    }
    if takesNumerals, !later.contains(name), let number = Mistakes.known.numerals[name.lowercased()]
    {
      return ExpressionFault(
        offset: offset, message: "a number is written in digits: \(number)",
        correction: (name, String(number)))
    }
    if later.contains(name) {
      guard laterValues.contains(name) else {
        return fault(
          "“\(name)” is asked later; a condition can only use what is asked before it"
        ).with(.earlier(name))
      }
      return fault(
        current.map {
          "“\(name)” is worked out later; a value can only rest on what stands before it, so put “\(name)” first, or take “\($0)” out of it"
        }
          ?? "“\(name)” is worked out later; a value can only rest on what stands before it, so put “\(name)” first"
      ).with(.earlier(name))
    }
    if let matrix = matrices[name], let rows = matrix.first {
      return ExpressionFault(
        offset: offset,
        message: "“\(name)” is a matrix, which has no answer of its own; name its rows",
        correction: (name, matrix.count > 1 ? matrix.joined(separator: ", ") : rows))
    }
    if let list = formerRosters[name] {
      return ExpressionFault(
        offset: offset,
        message:
          "“\(name)” stands for one thing of “\(list)” only inside its “for each”; outside, “\(list)” is all of them",
        correction: (name, list.rawValue))
    }
    let owners = items.filter { $0.value.type.options?.contains(name) == true }.keys.sorted()
    if let owner = owners.first {
      return ExpressionFault(
        offset: offset,
        message: "“\(name)” is an option of “\(owner)”; an option stands in quotation marks",
        correction: (name, "'\(name)'"))
    }
    if let meant = dotted(name) {
      return ExpressionFault(
        offset: offset, message: "a full stop joins no names here; what is meant is “\(meant)”",
        correction: (name, meant))
    }
    if let unnamed = rosters.last, unnamed.elementName == "element",
      Spelling.isOneSlip(name, unnamed.list.rawValue)
        || unnamed.list.rawValue.hasPrefix(name) && name.count > 2
    {
      return fault(
        "one thing of “\(unnamed.list)” has no name yet; “as: \(name)” below “for each” gives it one"
      ).with(.naming(name))
    }
    let parts = name.split(separator: ".").map(String.init)
    if parts.count == 2, matrices[parts[0]]?.contains(parts[1]) == true {
      return ExpressionFault(
        offset: offset, message: "a row of a matrix is spoken of by its own name",
        correction: (name, parts[1]))
    }
    if name.contains(".") {
      return fault(
        "there is no “\(name)” here; an answer of another script is named under “uses” first"
      ).with(.uses(name))
    }
    let names = items.keys.map(\.rawValue) + rosters.map(\.elementName)
    let inner = Spelling.nearest(
      to: name, among: rosters.map(\.elementName).filter { $0 != "element" })
    let suggestion = inner ?? Mistakes.meant(by: name, among: names, [:])
    let near = self.names(near: name).prefix(6).map { "“\($0)”" as Phrase }
    return ExpressionFault(
      offset: offset,
      message: suggestion.map { "there is no item “\(name)”; did you mean “\($0)”?" }
        ?? (near.isEmpty
          ? "there is no item “\(name)” before this place"
          : "there is no item “\(name)” before this place; known are \(Array(near).listed)"),
      correction: suggestion.map { (name, $0) },
      isSure: suggestion?.lowercased() == name.lowercased(), remedy: .item(name))
  }
}
