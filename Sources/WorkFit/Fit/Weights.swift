/// The numbers behind findings and verdicts; each has its reason in `Lexicon/weights.yaml`.
struct Weights: Sendable {
  let segments: [Segment: Double]
  let strong, plain, weak, bare, negated: Double
  let headLeast, headLeastPosting, headGain, headGainPosting, headUnknown, networkShare,
    networkSharePosting: Double
  let headWords: Int
  let unheard, heardFully: Double
  let leastNeed, mostNeed, enough, enoughAgainst, primary,
    primaryAverse: Double
  let enoughToRefuse, clearly, outweighs, saturation, repetition, worthQuoting,
    unphrasedAgainst: Double
  let fed, conflict, drain, mustHaveMet, mustHaveBroken, dealBreaker: Double
  let strengthUsed, tiringStrengthUsed, shrinkage: Double
  let energizingFrom, drainingTo, enoughConfidence: Double
  let activitySaid, activityDone: Double
  let leastWords: Int
  let notAPosting: Double

  init(_ node: LexiconNode) throws(LexiconFault) {
    let segmentNode = try node["segments"]
    var segments: [Segment: Double] = [:]
    for segment in Segment.allCases {
      segments[segment] = try segmentNode[segment.rawValue].number()
    }
    self.segments = segments
    func number(_ group: String, _ key: String) throws(LexiconFault) -> Double {
      try node[group][key].number()
    }
    strong = try number("cues", "strong")
    plain = try number("cues", "plain")
    weak = try number("cues", "weak")
    negated = try number("cues", "negated")
    bare = try number("cues", "bare")
    headLeast = try number("cues", "head_least")
    headLeastPosting = try number("cues", "head_least_posting")
    headGain = try number("cues", "head_gain")
    headUnknown = try number("cues", "head_unknown")
    headGainPosting = try number("cues", "head_gain_posting")
    networkSharePosting = try number("cues", "network_share_posting")
    networkShare = try number("cues", "network_share")
    unheard = try number("cues", "unheard")
    heardFully = try number("cues", "heard_fully")
    headWords = Int(try number("cues", "head_words"))
    enough = try number("decision", "enough")
    enoughAgainst = try number("decision", "enough_against")
    primary = try number("decision", "primary")
    clearly = try number("decision", "clearly")
    saturation = try number("decision", "saturation")
    enoughToRefuse = try number("decision", "enough_to_refuse")
    repetition = try number("decision", "repetition")
    unphrasedAgainst = try number("decision", "unphrased_against")
    worthQuoting = try number("decision", "worth_quoting")
    activitySaid = try number("decision", "activity_said")
    activityDone = try number("decision", "activity_done")
    leastNeed = try number("decision", "least_need")
    mostNeed = try number("decision", "most_need")
    primaryAverse = try number("decision", "primary_averse")
    outweighs = try number("decision", "outweighs")
    fed = try number("energy", "fed")
    conflict = try number("energy", "conflict")
    drain = try number("energy", "drain")
    mustHaveMet = try number("energy", "must_have_met")
    mustHaveBroken = try number("energy", "must_have_broken")
    dealBreaker = try number("energy", "deal_breaker")
    strengthUsed = try number("energy", "strength_used")
    tiringStrengthUsed = try number("energy", "tiring_strength_used")
    shrinkage = try number("energy", "shrinkage")
    energizingFrom = try number("verdict", "energizing_from")
    drainingTo = try number("verdict", "draining_to")
    enoughConfidence = try number("verdict", "enough_confidence")
    leastWords = Int(try number("verdict", "least_words"))
    notAPosting = try number("verdict", "not_a_posting")
  }
}
