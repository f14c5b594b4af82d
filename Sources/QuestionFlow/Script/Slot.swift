/// What an answer is for, outside this module: the one list of what `feeds:` may name.
///
/// The checker, the schema, the template and everything that reads answers share it.
package enum Slot: String, Hashable, Sendable, CaseIterable, Codable {
  case energizer
  case energizerWeight = "energizer.weight"
  case energizerRank = "energizer.rank"
  case drain
  case drainWeight = "drain.weight"
  case drainRank = "drain.rank"
  case strength
  case strengthTires = "strength.tires"
  case strengthRank = "strength.rank"
  case mustHave = "must_have"
  case mustHaveWeight = "must_have.weight"
  case mustHaveRank = "must_have.rank"
  case dealBreaker = "deal_breaker"
  case dealBreakerWeight = "deal_breaker.weight"
  case dealBreakerRank = "deal_breaker.rank"
  case prestigePull = "prestige_pull"
  case outlineSummary = "outline.summary"
  case outlineDoing = "outline.doing"
  case outlineSubject = "outline.subject"
  case outlinePart = "outline.part"
  case outlineSetting = "outline.setting"
  case outlineOpenQuestion = "outline.open_question"
  case outlinePage = "outline.page"
  case option
  case optionSource = "option.source"
  case optionDistance = "option.distance"
  case optionFurther = "option.further"
  case contactInside = "contact.inside"
  case contactOutside = "contact.outside"
  case contactSponsor = "contact.sponsor"
  case contactStruggled = "contact.struggled"
  case contactWider = "contact.wider"
  case contactNamed = "contact.named"
  case roundGoal = "round.goal"
  case roundWeeks = "round.weeks"
  case roundDay = "round.day"
  case messageTone = "message.tone"
  case messageName = "message.name"
  case messageSmallest = "message.smallest"
  case messageRequest = "message.request"
  case debriefTalk = "debrief.talk"
  case debriefSurprise = "debrief.surprise"
  case debriefDots = "debrief.dots"
  case debriefChange = "debrief.change"

  /// The part before the dot, such as `energizer`.
  package var role: String { String(rawValue.prefix { $0 != "." }) }

  /// The part after the dot, such as `weight`; `nil` where there is none.
  package var aspect: String? {
    rawValue.contains(".") ? String(rawValue.drop { $0 != "." }.dropFirst()) : nil
  }
}
