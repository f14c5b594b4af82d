import Yams

extension Script {
  /// Reads and checks a script; throws all that is wrong with it, each fault with its place.
  ///
  /// - Parameters:
  ///   - yaml: the script's text, at most four million bytes.
  ///   - file: the name that faults carry.
  ///   - including: the text of a file beside the script, by its name; `nil` where there is none. The
  ///     name never leads out of the script's folder.
  ///   - using: another script, by its own name; `nil` where there is none.
  public init(
    yaml: String, file: String, including: @escaping (String) -> String? = { _ in nil },
    using: @escaping (String) -> Script? = { _ in nil }
  ) throws(ScriptFaults) {
    var reader = ScriptReader(file: file, including: including, using: using)
    guard let script = reader.script(yaml), !reader.hasErrors else {
      throw ScriptFaults(faults: reader.sortedFaults.filter { $0.severity == .error })
    }
    self = script
  }

  /// All that is wrong or doubtful in a script, as the initializer reads it: its errors, and where it
  /// has none, what in it cannot be meant so.
  public static func check(
    yaml: String, file: String, including: @escaping (String) -> String? = { _ in nil },
    using: @escaping (String) -> Script? = { _ in nil }
  ) -> [ScriptFault] {
    var reader = ScriptReader(file: file, including: including, using: using)
    if let script = reader.script(yaml), !reader.hasErrors {
      for doubt in ScriptAnalysis(script).doubts + reader.untranslated {
        reader.report(doubt.message, doubt.severity, at: doubt.place)
      }
    }
    return reader.sortedFaults
  }
}

/// Turns YAML into a script and gathers every fault on the way.
struct ScriptReader {
  static let maximumBytes = 4_000_000
  /// More includes, or deeper ones, are refused.
  static let maximumIncludes = 100
  /// Aliases can make a small file stand for a huge tree; no honest script comes near this.
  static let maximumNodes = 400_000
  static let maximumDepth = 24

  var faults: [ScriptFault] = []
  let including: (String) -> String?
  let using: (String) -> Script?
  /// The file being read, and those that include it from the outermost inwards.
  var file: String
  /// The script's own file, as an include would name it.
  let ownName: String
  var includeStack: [String] = []
  var included: [String: String] = [:]
  /// The lines of each file, for excerpts.
  var lines: [String: [Substring]] = [:]
  /// Every text with the languages that it has, for missing translations.
  var texts: [(languages: Set<String>, place: SourcePlace)] = []
  var scope = Scope()
  var placements: [ItemID: Placement] = [:]
  var calculations: [ItemID: Calculation] = [:]
  var givens: [ItemID: Given] = [:]
  /// The ids that items had in earlier versions, each with the item that has it now.
  var formerIDs: Set<ItemID> = []
  var notes = 0
  var nodesLeft = maximumNodes

  init(
    file: String, including: @escaping (String) -> String?, using: @escaping (String) -> Script?
  ) {
    self.file = file
    ownName = file.split(separator: "/").last.map(String.init) ?? file
    self.including = including
    self.using = using
  }

  var hasErrors: Bool { faults.contains { $0.severity == .error } }

  var sortedFaults: [ScriptFault] {
    faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  static let scriptKeys = [
    "script", "version", "asked", "repeats", "title", "about", "uses", "items",
  ]

  mutating func script(_ yaml: String) -> Script? {
    guard let root = compose(yaml) else { return nil }
    guard case .mapping(let mapping) = root else {
      report("a script is a mapping with the keys script, version, title and items", at: root)
      return nil
    }
    var fields = fields(of: mapping, known: Self.scriptKeys)
    let id = fields["script"].flatMap { name($0) }
    if fields["script"] == nil { report("“script” is missing: a name for it", at: root) }
    let title = wording("title", in: &fields)
    if title == nil, fields["title"] == nil { report("“title” is missing", at: root) }
    let version = fields["version"].map { integer($0) ?? 1 } ?? 1
    let about = wording("about", in: &fields)
    let turn: Script.Turn? = fields["asked"].flatMap { choice($0, of: "asked") }
    let repeats: Repetition? = fields["repeats"].flatMap { choice($0, of: "repeats") }
    guard let items = fields["items"] else {
      report("“items” is missing: the list of questions", at: root)
      return nil
    }
    guard case .sequence(let sequence) = items else {
      report("“items” is a list, each of its questions beginning with a dash", at: items)
      return nil
    }
    scope.later = names(in: sequence, depth: 0)
    if let uses = fields["uses"] { take(uses, by: id) }
    if repeats != nil { learnLast(sequence) }
    var entries: [Entry] = []
    append(sequence, to: &entries, at: [], section: nil, depth: 0)
    if sequence.isEmpty { report("there is no question in “items”", at: items) }
    guard let id, let title else { return nil }
    return Script(
      id: id, version: version, turn: turn ?? .inTurn, repeats: repeats, title: title,
      about: about, entries: entries, languages: languages, included: included, givens: givens,
      placements: placements, calculations: calculations)
  }

  /// The script's name, which people type.
  private mutating func name(_ node: Node) -> String? {
    guard let name = text(node) else { return nil }
    let isTypable =
      name.count <= 60 && name.first.map { $0.isLetter || $0.isNumber } ?? false
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    if !isTypable {
      report(
        "people type this name to go to the script; letters, digits, - and _ can be typed",
        .warning, at: place(of: node))
    }
    return name
  }

  /// A value that is one of a few.
  mutating func choice<T: RawRepresentable & CaseIterable>(_ node: Node, of key: String) -> T?
  where T.RawValue == String {
    guard let text = text(node) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: known)
    report(
      "“\(key)” is \(Self.either(known.map { "“\($0)”" })), unlike “\(text)”", at: node,
      correcting: nearest.map { (text, $0) })
    return nil
  }

  static func either(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// Reads the questions once for what `last.` can speak of, and forgets everything else.
  private mutating func learnLast(_ sequence: Node.Sequence) {
    var scout = self
    scout.scope.last = [:]
    scout.scope.isScouting = true
    var entries: [Entry] = []
    scout.append(sequence, to: &entries, at: [], section: nil, depth: 0)
    var last: [ItemID: Scope.Known] = [:]
    for (id, known) in scout.scope.items
    where known.rosters.isEmpty && known.type != .nothing && scope.items[id] == nil {
      let name = ItemID("last.\(id)")
      var known = known
      known.root = name
      known.carried = 0
      known.extent = (1, 1)
      last[id] = known
      givens[name] = Given(id: name, source: .last(id), fallback: nil, known: known)
    }
    scope.last = last
  }
}
