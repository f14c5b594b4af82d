import Foundation

/// Tells which events of a session are as they were saved, by the links of its chain.
struct Vouching {
  /// How sure it is that an event is as it was saved.
  enum Finding {
    case proven
    /// It is another than was saved.
    case altered
    /// What stood before it is missing, and its link cannot be followed.
    case unproven
  }

  /// What is left of forgotten events, in the order of their numbers.
  let marks: [ForgottenRecord]
  /// The number of the last event that was chained; `nil` where that is not known.
  let lastChained: Int?

  /// The link before: its number, the digest that was stored, and those that it should have had.
  private struct Link {
    var number = 0
    var stored: Data? = Chain.root
    var computed: [Data] = []

    func leads(to digest: Data, by commitment: Data) -> (stored: Bool, computed: Bool) {
      func fits(_ before: Data) -> Bool {
        Chain.digest(after: before, commitment: commitment) == digest
      }
      return (stored.map(fits) ?? false, computed.contains(where: fits))
    }
  }

  /// What is found of each event of one session, in their order.
  func findings(_ events: [EventRecord]) -> [Finding] {
    var findings: [Finding] = []
    var before = Link()
    var rest = marks[...]
    for event in events {
      while let mark = rest.first, mark.seq < event.seq {
        before = Link(number: mark.seq, stored: mark.digest)
        rest.removeFirst()
      }
      if let mark = rest.first, mark.seq == event.seq {
        findings.append(event.commitment == mark.instead ? .proven : .altered)
        before = Link(number: mark.seq, stored: mark.digest)
      } else {
        let (finding, vouchesForLast) = look(at: event, after: before)
        // Its link holds on what the one before says, so of that only the digest was lost.
        if vouchesForLast, findings.last == .altered { findings[findings.count - 1] = .proven }
        findings.append(finding)
        before = link(of: event, after: before)
      }
    }
    return findings
  }

  private func look(at event: EventRecord, after before: Link) -> (Finding, vouchesForLast: Bool) {
    guard let commitment = event.commitment, let digest = event.digest else {
      // What an older program wrote last is not chained yet.
      return (event.seq > lastChained ?? 0 ? .proven : .altered, false)
    }
    let fitting = before.leads(to: digest, by: commitment)
    if fitting.stored || fitting.computed { return (.proven, !fitting.stored) }
    return (event.seq > before.number + 1 ? .unproven : .altered, false)
  }

  private func link(of event: EventRecord, after before: Link) -> Link {
    let computed = event.commitment.map { commitment in
      ([before.stored].compactMap(\.self) + before.computed).map {
        Chain.digest(after: $0, commitment: commitment)
      }
    }
    return Link(
      number: event.seq, stored: event.digest, computed: Array((computed ?? []).prefix(2)))
  }
}
