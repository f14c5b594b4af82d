/// Two texts side by side, line by line, with two lines around each difference.
struct LineDifference {
  let text: String

  init(from before: [String], to after: [String]) {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [(mark: Character, line: String)] = []
    var left = 0
    var right = 0
    while left < before.count || right < after.count {
      if left < before.count, removed.contains(left) {
        rows.append(("-", before[left]))
        left += 1
      } else if right < after.count, inserted.contains(right) {
        rows.append(("+", after[right]))
        right += 1
      } else {
        rows.append((" ", before[left]))
        left += 1
        right += 1
      }
    }
    let changed = rows.indices.filter { rows[$0].mark != " " }
    var lines: [String] = []
    var last = -1
    for index in rows.indices where changed.contains(where: { abs($0 - index) <= 2 }) {
      if index > last + 1 { lines.append("  …") }
      lines.append("\(rows[index].mark) \(rows[index].line)")
      last = index
    }
    text = lines.joined(separator: "\n")
  }
}
