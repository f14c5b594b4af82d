/// A part of a report, which can be left out.
package enum ReportSection: String, Sendable, CaseIterable, Codable {
  case profile
  case outline
  case energy
  case options
  case postings
  case round
  case trends
  case answers
}
