import EmbeddedFiles
import Phrases
import Yams

extension Script {
  /// Reads and checks a script; throws all that is wrong with it, each fault with its place.
  ///
  /// - Parameters:
  ///   - yaml: the script's text, at most four million bytes.
  ///   - file: the name that faults carry.
  ///   - including: the text of a file beside the script, by its name; `nil` where there is none. The
  ///     name never leads out of the script's folder.
  ///   - using: another script, by its own name, or why there is none to be used.
  public init(
    yaml: String, file: String, including: @escaping (String) -> String? = { _ in nil },
    using: @escaping (String) -> UsedScript = { _ in .missing(known: []) }
  ) throws(ScriptFaults) {
    var reader = ScriptReader(file: file, including: including, using: using)
    guard let script = reader.script(yaml), !reader.hasErrors else {
      throw ScriptFaults(faults: reader.sortedFaults.filter { $0.severity == .error })
    }
    self = script
  }

  /// All that is wrong or doubtful in a script, as the initializer reads it: its errors, and where it
  /// has none, what in it cannot be meant so.
  ///
  /// - Parameter taken: names that other scripts beside it have.
  public static func check(
    yaml: String, file: String, including: @escaping (String) -> String? = { _ in nil },
    using: @escaping (String) -> UsedScript = { _ in .missing(known: []) },
    taken: Set<String> = []
  ) -> [ScriptFault] {
    var reader = ScriptReader(file: file, including: including, using: using)
    reader.taken = taken
    if let script = reader.script(yaml), !reader.hasErrors {
      for doubt in ScriptAnalysis(script).doubts + reader.untranslated {
        reader.file = doubt.place.file
        reader.report(doubt.message, doubt.severity, at: doubt.place, mending: reader.mended(doubt))
      }
      reader.file = file
      reader.warnOfQuestionMarks()
    }
    return reader.sortedFaults.withoutCircles(in: yaml, of: file) { changed in
      var reader = ScriptReader(file: file, including: including, using: using)
      reader.taken = taken
      _ = reader.script(changed)
      return reader.faults
    }
  }
}

/// Turns YAML into a script and gathers every fault on the way.
struct ScriptReader {
  static let maximumBytes = 4_000_000
  /// More includes, or deeper ones, are refused.
  static let maximumIncludes = 100
  /// Aliases can make a small file stand for a huge tree; no honest script comes near this.
  static let maximumNodes = 400_000

  var faults: [ScriptFault] = []
  let including: (String) -> String?
  let using: (String) -> UsedScript
  /// Names that other scripts beside it have.
  var taken: Set<String> = []
  /// Ids that have been proposed for questions without one.
  var proposed: Set<String> = []
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
  /// The id of the question that is being read.
  var asking: String?
  /// The entries of `items` that are being read, the outermost first.
  var around: [Node] = []
  /// What stands behind `answer` of each item.
  var answers: [ItemID: Node] = [:]
  /// The entry of each item.
  var entryNodes: [ItemID: Node] = [:]
  /// The entries that come later, by their ids.
  var laterNodes: [String: Node] = [:]
  /// Texts and conditions by their places, for what is found only when all is read.
  var nodes: [SourcePlace: Node] = [:]
  /// Follow-ups and checks by the places of their conditions.
  var pairNodes: [SourcePlace: Node] = [:]
  /// The follow-up or the check that is being read.
  var pair: Node?
  /// How many more expressions are mended; a script with very many faults has to be read in time.
  var mendingsLeft = 60
  var notes = 0
  /// The script's own file as it was composed.
  var root: Node?
  var nodesLeft = maximumNodes

  init(
    file: String, including: @escaping (String) -> String?,
    using: @escaping (String) -> UsedScript
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
    self.root = root
    if reportNumbers() { return nil }
    guard case .mapping(let mapping) = root else {
      reportNoScript(root)
      return nil
    }
    var fields = fields(of: mapping, known: Self.scriptKeys)
    let id = fields["script"].flatMap { name($0) }
    if fields["script"] == nil {
      report(
        "“script” is missing: a name for it", at: root,
        mending: headed("name", at: root))
    }
    let title = wording("title", in: &fields)
    if title == nil, fields["title"] == nil, !isTitledElsewhere(fields["items"]) {
      report(
        "“title” is missing: what people see as its name", at: root,
        mending: headed("title", at: root, isAbove: false))
    }
    let version = fields["version"].map { integer($0) ?? 1 } ?? 1
    let about = wording("about", in: &fields)
    let turn: Script.Turn? = fields["asked"].flatMap { choice($0, of: "asked") }
    let repeats: Repetition? = fields["repeats"].flatMap { choice($0, of: "repeats") }
    guard let items = fields["items"] else {
      report("“items” is missing: the list of questions", at: root, mending: withItems(at: root))
      return nil
    }
    guard case .sequence(let sequence) = items else {
      report(
        "“items” is a list, each of its questions beginning with a dash", at: items,
        mending: withItems(for: items))
      return nil
    }
    scope.later = names(in: sequence, depth: 0)
    scope.laterValues = values(in: sequence, depth: 0)
    laterNodes = entries(in: sequence, depth: 0)
    if let uses = fields["uses"] { take(uses, by: id) }
    if repeats != nil { learnLast(sequence) }
    var entries: [Entry] = []
    append(sequence, to: &entries, at: [], section: nil, depth: 0)
    if sequence.isEmpty {
      report("there is no question in “items”", at: items, mending: withItems(for: items))
    }
    guard let id, let title else { return nil }
    return Script(
      id: id, version: version, turn: turn ?? .inTurn, repeats: repeats, title: title,
      about: about, entries: entries, languages: languages, included: included, givens: givens,
      placements: placements, calculations: calculations)
  }

  /// Reports the numbers of lines that were copied along with them.
  private mutating func reportNumbers() -> Bool {
    let all = (lines[file] ?? []).map(String.init)
    guard let bare = YAMLSlips.withoutNumbers(all) else { return false }
    report(
      "the numbers of the lines were copied along; take them out",
      at: SourcePlace(file: file, line: 1, column: 1), mending: Correction(from: all, to: bare))
    return true
  }

  /// Whether a question has the title of the script, which is told there.
  private func isTitledElsewhere(_ items: Node?) -> Bool {
    items?.sequence?.contains { $0.mapping?["title"]?.scalar != nil && $0.mapping?["id"] != nil }
      ?? false
  }

  /// The first line with one that is missing above or below it.
  private func headed(_ example: String, at root: Node, isAbove: Bool = true) -> Correction? {
    guard let first = self.line(of: root), let number = root.mark?.line else { return nil }
    let line = Self.example(example, indent: 0)
    if isFlow(root) {
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      return parts.count == 2 ? adding(parts[0], parts[1], to: root) : nil
    }
    return Correction([.line(number, isAbove ? "\(line)\n\(first)" : "\(first)\n\(line)")])
  }

  /// Questions below the last line that is there.
  private func withItems(at root: Node) -> Correction? {
    let all = lines[file] ?? []
    let number = all.lastIndex { !$0.allSatisfy(\.isWhitespace) }
    return number.map {
      Correction([.line($0 + 1, "\(all[$0])\n\(Self.example("items", indent: 0))")])
    }
  }

  /// Questions in the place of what stands behind `items`.
  func withItems(for items: Node) -> Correction? {
    guard let mark = items.mark else { return nil }
    guard let mapping = items.mapping, !isFlow(items) else {
      return Correction([.line(mark.line, Self.example("items", indent: 0))])
    }
    // A question without its dash, or questions below their ids.
    let lead = String(repeating: " ", count: mark.column - 1)
    var isFirst = true
    let whole = lines(of: items, from: mark.column - 1)
    let count = (whole.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
    let lines = whole.filter { !$0.allSatisfy(\.isWhitespace) }
      .map { line -> String in
        let text = line.dropFirst(mark.column - 1)
        if text.first != " ", mapping[String(text.prefix { $0 != ":" })]?.mapping != nil {
          return "\(lead)- id: \(text.prefix { $0 != ":" })"
        }
        defer { isFirst = false }
        return line.contains(":") && text.first == " "
          ? line : "\(lead)\(isFirst ? "- " : "  ")\(text)"
      }
    return Correction([
      .lines(mark.line...mark.line + count - 1, lines.joined(separator: "\n"))
    ])
  }

  /// Says what a script begins with, where there is something else.
  private mutating func reportNoScript(_ root: Node) {
    let lines = lines[file] ?? []
    let title = lines.first { !$0.allSatisfy(\.isWhitespace) }?.trimmingWhitespace() ?? "A title"
    let asked = lines.compactMap { line -> String? in
      let bare = line.trimmingPrefix { "0123456789.)-*• ".contains($0) }.trimmingWhitespace()
      return bare.hasSuffix("?") ? bare : nil
    }
    let items = (asked.isEmpty ? ["What would you like to ask?"] : asked).prefix(3).enumerated()
      .map {
        "  - id: question_\($0.offset + 1)\n    ask: \(Self.plain($0.element))\n    answer: text"
      }
    report(
      "a script is a mapping with the keys script, title and items; a list or a text alone is none",
      .error, at: place(of: root),
      correction: asked.isEmpty && root.scalar == nil
        ? Self.example("script", indent: 0)
        : "script: my_script\ntitle: \(Self.plain(title))\nitems:\n\(items.joined(separator: "\n"))"
    )
  }

  /// What is typed at home, where scripts are gone to by their names; apart from ``Mistakes``, which only a mistake needs.
  // The data is compiled in and a test reads it, so an empty list is never what is used.
  private static let takenNames: Set<String> =
    (try? YAMLDecoder().decode(Set<String>.self, from: EmbeddedFile.takenNames.text)) ?? []

  /// The script's name, which people type.
  private mutating func name(_ node: Node) -> String? {
    guard let name = text(node) else { return nil }
    let isTypable =
      name.count <= 60 && name.first.map { $0.isLetter || $0.isNumber } ?? false
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    if !isTypable {
      report(
        "people type this name to go to the script; letters, digits, - and _ can be typed",
        .warning, at: node, mending: with(Self.slug(name), at: node))
    }
    if Self.takenNames.contains(name.lowercased()) {
      report(
        "people type this name to go to the script, and “\(name)” is typed for something else; give it another name",
        .warning, at: node, mending: with("my_\(name)", at: node))
    }
    if taken.contains(name) {
      report(
        "another script is named “\(name)” already; give this one its own name", at: node,
        mending: with("\(name)_2", at: node))
    }
    return name
  }

  /// A value that is one of a few.
  mutating func choice<T: RawRepresentable & CaseIterable>(_ node: Node, of key: String) -> T?
  where T.RawValue == String {
    guard let text = text(node) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    let nearest = Mistakes.meant(by: text, among: known, [:])
    if key == "asked", let repeats = Repetition(rawValue: text) {
      report(
        "how often a script is answered anew is said by “repeats”", .error, at: place(of: node),
        correction: line(of: node, saying: repeats.rawValue, for: "repeats"))
      return nil
    }
    let often = Mistakes.known.frequencies[text.lowercased()].flatMap {
      known.contains($0) ? $0 : nil
    }
    report(
      "“\(key)” is \(known.map { "“\($0)”" as Phrase }.offered), unlike “\(text)”",
      at: node,
      mending: (often ?? nearest ?? known.first).flatMap { with($0, at: node) })
    return nil
  }

  /// Reads the questions once for what `last.` can speak of, and forgets everything else.
  private mutating func learnLast(_ sequence: Node.Sequence) {
    var scout = self
    scout.scope.last = [:]
    scout.scope.isScouting = true
    var entries: [Entry] = []
    scout.append(sequence, to: &entries, at: [], section: nil, depth: 0)
    var last: [ItemID: Scope.Known] = [:]
    scope.lastOfRosters = scout.scope.items.reduce(into: [:]) { lists, entry in
      lists[entry.key.rawValue] = entry.value.rosters.last
    }
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
