extension Script {
  /// Every condition: of items, options, sections, rosters, follow-ups and checks, in document order.
  var conditions: [Condition] { Self.conditions(in: entries) }

  private static func conditions(in entries: [Entry]) -> [Condition] {
    entries.flatMap { entry -> [Condition] in
      switch entry {
      case .item(let item):
        [item.when].compactMap(\.self) + (item.kind.offer?.conditions ?? [])
          + item.checks.map(\.condition) + item.probes.map(\.condition)
      case .section(let section):
        [section.when].compactMap(\.self) + conditions(in: section.entries)
      case .roster(let roster): [roster.when].compactMap(\.self) + conditions(in: roster.entries)
      case .calculation: []
      }
    }
  }
}

extension Offer {
  fileprivate var conditions: [Condition] {
    let own: [Condition]
    if case .options(let options) = origin { own = options.compactMap(\.when) } else { own = [] }
    return own + [filter].compactMap(\.self)
  }
}
