import WorkFit

/// Judgements of a home's own, and others that come in from outside: what one of them knows need not be read.
struct KnownJudgements: JudgementKeeping {
  let own: any JudgementKeeping
  let others: any JudgementKeeping

  func relations(_ keys: [JudgementKey]) -> [Relation?] {
    let known = own.relations(keys)
    let missing = keys.indices.filter { known[$0] == nil }
    guard !missing.isEmpty else { return known }
    var all = known
    var found: [(JudgementKey, Relation)] = []
    for (index, relation) in zip(missing, others.relations(missing.map { keys[$0] })) {
      guard let relation else { continue }
      all[index] = relation
      found.append((keys[index], relation))
    }
    if !found.isEmpty { own.keep(found) }
    return all
  }

  func keep(_ relations: [(JudgementKey, Relation)]) {
    own.keep(relations)
    others.keep(relations)
  }
}
