internal import Foundation
internal import WorkFit

/// What today's tools do: how much a statement resembles a posting, whatever it says of it.
protocol Resemblance {
  /// In 0...1.
  func resemblance(of statement: String, to posting: String) -> Double
}

/// The share of a statement's words of content that the posting has too.
struct KeywordOverlap: Resemblance {
  func resemblance(of statement: String, to posting: String) -> Double {
    let wanted = Set(ContentWords.of(statement))
    guard !wanted.isEmpty else { return 0 }
    return Double(wanted.intersection(ContentWords.of(posting)).count) / Double(wanted.count)
  }
}

/// The cosine between TF–IDF vectors of a statement and of the posting's nearest line.
struct TermCosine: Resemblance {
  private let frequencies: [String: Int]
  private let documents: Int

  /// - Parameter texts: what document frequencies are counted over.
  init(texts: [String]) {
    var frequencies: [String: Int] = [:]
    for text in texts {
      for word in Set(ContentWords.of(text)) { frequencies[word, default: 0] += 1 }
    }
    self.frequencies = frequencies
    documents = texts.count
  }

  func resemblance(of statement: String, to posting: String) -> Double {
    let wanted = vector(statement)
    return posting.split(separator: "\n").map { cosine(wanted, vector(String($0))) }.max() ?? 0
  }

  private func vector(_ text: String) -> [String: Double] {
    var counts: [String: Double] = [:]
    for word in ContentWords.of(text) { counts[word, default: 0] += 1 }
    for (word, count) in counts {
      counts[word] = count * log(Double(1 + documents) / Double(1 + (frequencies[word] ?? 0)))
    }
    return counts
  }

  private func cosine(_ left: [String: Double], _ right: [String: Double]) -> Double {
    let dot = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    func length(_ vector: [String: Double]) -> Double {
      vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let lengths = length(left) * length(right)
    return lengths == 0 ? 0 : dot / lengths
  }
}

/// Words without the commonest ones, and without the ending that marks number.
enum ContentWords {
  private static let common: Set<String> = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "for", "with", "by", "is", "are",
    "be", "you", "your", "i", "my", "me", "we", "our", "it", "its", "that", "this", "who", "them",
    "they", "will", "not", "no", "one", "as", "from", "has", "have", "what",
  ]

  static func of(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { !common.contains($0) }.map {
      $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0
    }
  }
}

/// Turns resemblance into statuses and a flag, with the thresholds that do best on the part for tuning.
struct ResemblanceMethod {
  private let resemblance: any Resemblance
  private var statusFrom = 0.0
  private var flagBelow = 0.0

  init(_ resemblance: any Resemblance, tunedOn pairs: [PairCorpus.Pair]) {
    self.resemblance = resemblance
    let steps = stride(from: 0.0, through: 1, by: 0.02)
    var best = -1.0
    for threshold in steps {
      statusFrom = threshold
      var share = Share()
      for pair in pairs {
        for (found, label) in zip(statuses(of: pair), pair.label.statuses) {
          share.count(found == label)
        }
      }
      if share.value > best {
        best = share.value
        chosenStatus = threshold
      }
    }
    statusFrom = chosenStatus
    best = -1
    for threshold in stride(from: -1.0, through: 1, by: 0.02) {
      flagBelow = threshold
      let balance = Balance(
        pairs.filter(\.label.isImpressive).map { ($0.label.isFlagged, flags($0)) })
      if balance.balancedAccuracy > best {
        best = balance.balancedAccuracy
        chosenFlag = threshold
      }
    }
    flagBelow = chosenFlag
  }

  private var chosenStatus = 0.0
  private var chosenFlag = 0.0

  func statuses(of pair: PairCorpus.Pair) -> [PairCorpus.Status] {
    PairCorpus.roles.flatMap { _, role in
      pair.profile.statements(role).map { statement in
        let isThere =
          resemblance.resemblance(of: statement.text, to: pair.posting) >= statusFrom
        let word =
          switch role {
          case .energizer: isThere ? "fed" : "missing"
          case .drain: isThere ? "drain" : "absent"
          case .mustHave: isThere ? "met" : "unclear"
          case .dealBreaker: isThere ? "broken" : "unclear"
          case .strength, .prestigePull: isThere ? "used" : "idle"
          }
        return PairCorpus.Status(role: role, word: word)
      }
    }
  }

  /// Whether it is flagged; that it is impressive is given.
  func flags(_ pair: PairCorpus.Pair) -> Bool {
    func mean(_ roles: [Role]) -> Double {
      let all = roles.flatMap(pair.profile.statements)
      let sum = all.reduce(0) { $0 + resemblance.resemblance(of: $1.text, to: pair.posting) }
      return all.isEmpty ? 0 : sum / Double(all.count)
    }
    return pair.label.isImpressive
      && mean([.energizer, .mustHave]) - mean([.drain, .dealBreaker]) < flagBelow
  }
}

/// Decisions held against labels.
struct Balance {
  private var hits = Share()
  private var passes = Share()
  private var flagged = 0

  init(_ decisions: [(label: Bool, decision: Bool)]) {
    for (label, decision) in decisions {
      if label { hits.count(decision) } else { passes.count(!decision) }
      if decision { flagged += 1 }
    }
  }

  var balancedAccuracy: Double { (hits.value + passes.value) / 2 }
  var precision: Double { flagged == 0 ? 0 : Double(hits.hits) / Double(flagged) }
  var f1: Double {
    let sum = precision + hits.value
    return sum == 0 ? 0 : 2 * precision * hits.value / sum
  }
}
