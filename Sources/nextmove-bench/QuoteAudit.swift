import WorkFit

/// Holds a report against the posting it speaks of: each quote must stand at its line and offsets, and
/// each claim about what the posting says must have one.
struct QuoteAudit {
  private(set) var quotes = 0
  private(set) var faults: [String] = []

  init(_ report: FitReport, posting: String) {
    let bytes = Array(posting.utf8)
    for finding in report.findings {
      if finding.evidence.isEmpty, finding.kind.isAsserted {
        faults.append("\(finding.kind.rawValue) of “\(finding.answer.text)” quotes nothing")
      }
      for quote in finding.evidence {
        quotes += 1
        guard quote.start >= 0, quote.end <= bytes.count, quote.start < quote.end,
          Array(quote.quote.utf8) == Array(bytes[quote.start..<quote.end])
        else {
          faults.append("“\(quote.quote)” does not stand at \(quote.start)..<\(quote.end)")
          continue
        }
        let line = 1 + bytes[..<quote.start].count { $0 == UInt8(ascii: "\n") }
        if line != quote.line {
          faults.append("“\(quote.quote)” stands on line \(line), not \(quote.line)")
        }
      }
    }
    let lines = posting.split(separator: "\n", omittingEmptySubsequences: false)
    for signal in report.prestige {
      quotes += 1
      guard lines.indices.contains(signal.line - 1), lines[signal.line - 1].contains(signal.quote)
      else {
        faults.append("“\(signal.quote)” (\(signal.signal)) does not stand on line \(signal.line)")
        continue
      }
    }
  }
}
