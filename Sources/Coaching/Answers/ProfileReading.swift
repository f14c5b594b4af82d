import QuestionFlow
import WorkFit

/// Turns answers into a profile, by what their scripts say that they feed.
struct ProfileReading {
  private struct Draft {
    var text: String
    var weight = 1.0
    var rank: Int
    var elaborations: [String] = []
    var tires = false
  }

  /// Identities of elements are unique within their interview only.
  private struct Origin: Equatable {
    let interview: Int
    let element: ElementID?
  }

  private var drafts: [Role: [(origin: Origin, draft: Draft)]] = [:]

  init(interviews: [Interview]) {
    for (number, interview) in interviews.enumerated() {
      let fed = interview.fedAnswers
      for answer in fed where answer.slot.aspect == nil { add(answer, of: interview, number) }
      for answer in fed where answer.slot.aspect != nil { refine(answer, number) }
    }
  }

  private mutating func add(_ fed: FedAnswer, of interview: Interview, _ number: Int) {
    guard let role = Role(rawValue: fed.slot.role) else { return }
    guard let elements = fed.elements else {
      return append(
        interview.spoken(fed.answer, at: fed.path), from: Origin(interview: number, element: nil),
        extra: fed.probes[nil] ?? [], to: role)
    }
    for element in elements {
      append(
        element.text, from: Origin(interview: number, element: element.id),
        extra: fed.probes[element.id] ?? [], to: role)
    }
  }

  private mutating func append(_ text: String, from origin: Origin, extra: [String], to role: Role)
  {
    let text = role == .dealBreaker ? DealBreaker.thing(in: text) : text
    let rank = (drafts[role]?.count ?? 0) + 1
    drafts[role, default: []].append((origin, Draft(text: text, rank: rank, elaborations: extra)))
  }

  private mutating func refine(_ fed: FedAnswer, _ number: Int) {
    guard let role = Role(rawValue: fed.slot.role), let aspect = fed.slot.aspect else { return }
    if aspect == "rank", case .rank(let order) = fed.answer {
      for (place, id) in order.enumerated() {
        update(Origin(interview: number, element: id), role) { $0.rank = place + 1 }
      }
      return
    }
    guard let element = fed.path.elements.last else { return }
    let origin = Origin(interview: number, element: element)
    switch (aspect, fed.answer) {
    case ("weight", .scale(let point)):
      // The middle of a scale of five counts as 1.
      update(origin, role) { $0.weight = Double(point) / 3 }
    case ("tires", .yesOrNo(let tires)):
      update(origin, role) { $0.tires = tires }
    default: break
    }
  }

  private mutating func update(_ origin: Origin, _ role: Role, _ change: (inout Draft) -> Void) {
    guard let index = drafts[role]?.firstIndex(where: { $0.origin == origin }),
      var entry = drafts[role]?[index]
    else { return }
    change(&entry.draft)
    drafts[role]?[index] = entry
  }

  var profile: Profile {
    Profile(
      statements: Role.allCases.flatMap { role in
        (drafts[role] ?? []).map(\.draft).sorted { $0.rank < $1.rank }.enumerated().map {
          place, draft in
          Statement(
            role: role, text: draft.text, rank: place + 1,
            weight: (draft.weight * 1000).rounded() / 1000, elaborations: draft.elaborations,
            tires: draft.tires)
        }
      })
  }
}
