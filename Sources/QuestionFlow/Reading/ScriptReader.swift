internal import Yams

extension Script {
  /// Reads and checks a script; throws all that is wrong with it, each fault with its place.
  ///
  /// - Parameters:
  ///   - yaml: the script's text, at most four million bytes.
  ///   - file: the name that faults carry.
  ///   - roles: what an item's `feeds` may name before its dot; `nil` allows anything.
  ///   - including: the text of a file beside the script, by its name; `nil` where there is none. The
  ///     name never leads out of the script's folder.
  public init(
    yaml: String, file: String, roles: Set<String>? = nil,
    including: @escaping (String) -> String? = { _ in nil }
  ) throws(ScriptFaults) {
    var reader = ScriptReader(file: file, roles: roles, including: including)
    guard let script = reader.script(yaml), reader.faults.isEmpty else {
      throw ScriptFaults(faults: reader.sortedFaults)
    }
    self = script
  }

  /// All that is wrong or doubtful in a script, as the initializer reads it: its errors, and where it
  /// has none, what in it cannot be meant so.
  public static func check(
    yaml: String, file: String, roles: Set<String>? = nil,
    including: @escaping (String) -> String? = { _ in nil }
  ) -> [ScriptFault] {
    var reader = ScriptReader(file: file, roles: roles, including: including)
    if let script = reader.script(yaml), reader.faults.isEmpty {
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
  let roles: Set<String>?
  let including: (String) -> String?
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
  var nodesLeft = maximumNodes

  init(file: String, roles: Set<String>?, including: @escaping (String) -> String?) {
    self.file = file
    ownName = file.split(separator: "/").last.map(String.init) ?? file
    self.roles = roles
    self.including = including
  }

  var sortedFaults: [ScriptFault] {
    faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  mutating func script(_ yaml: String) -> Script? {
    guard let root = compose(yaml) else { return nil }
    guard case .mapping(let mapping) = root else {
      report("a script is a mapping with the keys script, version, title and items", at: root)
      return nil
    }
    var fields = fields(
      of: mapping, known: ["script", "version", "asked", "title", "about", "items"])
    let id = requiredText("script", in: &fields, of: root)
    let title = wording("title", in: &fields)
    if title == nil, fields["title"] == nil { report("“title” is missing", at: root) }
    let version = fields["version"].map { integer($0) ?? 1 } ?? 1
    let about = wording("about", in: &fields)
    let asked = fields["asked"].flatMap { turn($0) } ?? .inTurn
    guard let items = fields["items"] else {
      report("“items” is missing: the list of questions", at: root)
      return nil
    }
    guard case .sequence(let sequence) = items else {
      report("“items” is a list, each of its questions beginning with a dash", at: items)
      return nil
    }
    scope.later = names(in: sequence, depth: 0)
    var entries: [Entry] = []
    append(sequence, to: &entries, at: [], section: nil, depth: 0)
    if sequence.isEmpty { report("there is no question in “items”", at: items) }
    guard let id, let title else { return nil }
    return Script(
      id: id, version: version, turn: asked, title: title, about: about, entries: entries,
      languages: languages, included: included, placements: placements)
  }

  mutating func turn(_ node: Node) -> Script.Turn? {
    guard let text = text(node) else { return nil }
    if let turn = Script.Turn(rawValue: text) { return turn }
    report("“asked” is “in turn” or “on request”, unlike “\(text)”", at: node)
    return nil
  }
}
