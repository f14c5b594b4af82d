/// A script as a picture: its questions in order, and what each depends on.
package struct ScriptGraph: Sendable {
  private let script: Script

  /// A picture of a script.
  package init(_ script: Script) { self.script = script }

  private struct Edge {
    let from: String
    let to: String
    let label: String?
  }

  // MARK: - Mermaid

  /// As a Mermaid flowchart.
  package var mermaid: String {
    var lines = ["flowchart TD"]
    var counter = 0
    func write(_ entries: [Entry], _ indent: String) {
      for entry in entries {
        switch entry {
        case .item(let item):
          lines.append("\(indent)\(item.id)[\"\(Self.escapedForMermaid(label(of: item)))\"]")
        case .section(let section):
          counter += 1
          lines.append(
            "\(indent)subgraph part\(counter)[\"\(Self.escapedForMermaid(section.title.text()))\"]")
          write(section.entries, indent + "  ")
          lines.append("\(indent)end")
        case .roster(let roster):
          counter += 1
          lines.append("\(indent)subgraph part\(counter)[\"for each of \(roster.list)\"]")
          write(roster.entries, indent + "  ")
          lines.append("\(indent)end")
        case .calculation(let calculation):
          lines.append(
            "\(indent)\(calculation.id)([\"\(Self.escapedForMermaid(label(of: calculation)))\"])")
        }
      }
    }
    write(script.entries, "  ")
    for edge in order { lines.append("  \(edge.from) --> \(edge.to)") }
    for edge in dependencies {
      let label = edge.label.map { "|\"\(Self.escapedForMermaid($0))\"|" } ?? ""
      lines.append("  \(edge.from) -.->\(label) \(edge.to)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escapedForMermaid(_ text: String) -> String {
    var escaped = ""
    for character in shortened(text) {
      switch character {
      case "\"": escaped += "#quot;"
      case "#": escaped += "#35;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "&": escaped += "#amp;"
      case "`", "\\": escaped += "#\(character.asciiValue ?? 0);"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  // MARK: - DOT

  /// In the DOT language of Graphviz.
  package var dot: String {
    var lines = ["digraph \(Self.quoted(script.id)) {", "  node [shape=box];"]
    var counter = 0
    func write(_ entries: [Entry], _ indent: String) {
      for entry in entries {
        switch entry {
        case .item(let item):
          lines.append(
            "\(indent)\(Self.quoted(item.id.rawValue)) [label=\(Self.quoted(label(of: item)))];")
        case .section(let section): cluster(section.title.text(), section.entries, indent)
        case .roster(let roster): cluster("for each of \(roster.list)", roster.entries, indent)
        case .calculation(let calculation):
          lines.append(
            "\(indent)\(Self.quoted(calculation.id.rawValue)) [shape=oval, label=\(Self.quoted(label(of: calculation)))];"
          )
        }
      }
    }
    func cluster(_ title: String, _ entries: [Entry], _ indent: String) {
      counter += 1
      lines.append("\(indent)subgraph cluster_\(counter) {")
      lines.append("\(indent)  label=\(Self.quoted(title));")
      write(entries, indent + "  ")
      lines.append("\(indent)}")
    }
    write(script.entries, "  ")
    for edge in order { lines.append("  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to));") }
    for edge in dependencies {
      let label = edge.label.map { ", label=\(Self.quoted($0))" } ?? ""
      lines.append("  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to)) [style=dotted\(label)];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + shortened(text).flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
  }

  // MARK: - What is drawn

  private func label(of item: Item) -> String { "\(item.id): \(item.ask.text())" }

  private func label(of calculation: Calculation) -> String {
    "\(calculation.id) = \(calculation.source)"
  }

  /// One line, at most 70 characters, without control characters.
  private static func shortened(_ text: String) -> String {
    let line = String(
      text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    return line.count <= 70 ? line : line.prefix(69) + "…"
  }

  private var order: [Edge] {
    let items = script.items
    return zip(items, items.dropFirst()).map {
      Edge(from: $0.id.rawValue, to: $1.id.rawValue, label: nil)
    }
  }

  private var dependencies: [Edge] { dependencies(of: script.entries) }

  private func dependencies(of entries: [Entry]) -> [Edge] {
    entries.flatMap { entry -> [Edge] in
      switch entry {
      case .item(let item):
        return edges(item.when, to: item.id) + source(of: item)
          + Self.items(item.ask.references).filter { $0 != item.id }.map {
            Edge(from: $0.rawValue, to: item.id.rawValue, label: "quoted")
          }
      case .section(let section):
        let first = Self.first(in: section.entries)
        return (first.map { edges(section.when, to: $0) } ?? []) + dependencies(of: section.entries)
      case .roster(let roster):
        let first = Self.first(in: roster.entries)
        let each =
          first.map { [Edge(from: roster.list.rawValue, to: $0.rawValue, label: "each")] } ?? []
        return each + (first.map { edges(roster.when, to: $0) } ?? [])
          + dependencies(of: roster.entries)
      case .calculation(let calculation):
        return Self.items(calculation.expression.references).map {
          Edge(from: $0.rawValue, to: calculation.id.rawValue, label: nil)
        }
      }
    }
  }

  /// From where what is offered comes from.
  private func source(of item: Item) -> [Edge] {
    guard case .elements(let list)? = item.kind.offer?.origin else { return [] }
    return [Edge(from: list.rawValue, to: item.id.rawValue, label: "offered")]
  }

  private func edges(_ condition: Condition?, to item: ItemID) -> [Edge] {
    guard let condition else { return [] }
    return Self.items(condition.expression.references).map {
      Edge(from: $0.rawValue, to: item.rawValue, label: condition.source)
    }
  }

  private static func items(_ references: [Reference]) -> [ItemID] {
    Set(
      references.compactMap { reference in
        if case .item(let id, _) = reference { id } else { nil }
      }
    ).sorted()
  }

  private static func first(in entries: [Entry]) -> ItemID? {
    for entry in entries {
      switch entry {
      case .item(let item): return item.id
      case .section(let section): if let item = first(in: section.entries) { return item }
      case .roster(let roster): if let item = first(in: roster.entries) { return item }
      case .calculation: continue
      }
    }
    return nil
  }
}
