import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// What can be said of somebody.
struct ContactOptions: ParsableArguments {
  @Option(help: "How many levels above you: 2 or 3 see furthest; 0 is a peer.") var level: Int?
  @Option(help: "How you know them, such as “former lead” or “recruiter”.") var relation: String?
  @Option(help: "Where you met.") var met: String?
  @Option(
    help: ArgumentHelp(
      "What they said that sounded like “let's talk about you”.", valueName: "words"))
  var sponsor: String?
  @Option(
    help: ArgumentHelp("to ask, asked, agreed, talked, or followed up.", valueName: "status"),
    completion: .list(Contact.Status.allCases.map(\.rawValue)))
  var status: String?
  @Option(help: ArgumentHelp("What to do next.", valueName: "step")) var next: String?
  @Option(
    help: ArgumentHelp("The day for it: 2027-03-01, tomorrow, next Tuesday.", valueName: "day"),
    completion: .list(["today", "tomorrow", "next Monday", "next week"]))
  var due: String?

  func apply(to contact: inout Contact, in world: World) throws {
    if let level {
      guard (-5...10).contains(level) else {
        throw Failure(
          "--level takes a number from -5 to 10: how many levels above you they are.",
          status: .usage)
      }
      contact.reach = level
    }
    if let relation { contact.relation = relation.isEmpty ? nil : relation }
    if let met { contact.met = met.isEmpty ? nil : met }
    if let sponsor { contact.sponsorSign = sponsor.isEmpty ? nil : sponsor }
    if let next { contact.nextStep = next.isEmpty ? nil : next }
    if let status {
      guard let known = Contact.Status(option: status) else {
        throw Failure(
          "--status takes \(Contact.Status.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")).",
          status: .usage)
      }
      contact.status = known
    }
    if let due {
      contact.due = due.isEmpty ? nil : try CalendarDate(spoken: due, for: "--due", in: world)
    }
  }
}
