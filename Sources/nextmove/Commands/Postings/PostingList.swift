import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import WorkFit

/// By what a list of postings is sorted, as a command is told.
struct PostingOrderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sort by status, date, shine, fit or name; by the first check without.", valueName: "column"
    ),
    completion: .list(PostingOrder.allCases.map(\.rawValue)))
  var sort: String?

  /// The rows as they are to be shown.
  func sorted(_ rows: [PostingRow]) throws(Failure) -> [PostingRow] {
    guard let sort else { return rows }
    guard let order = PostingOrder(rawValue: sort.lowercased()) else {
      throw Failure("--sort takes \(PostingOrder.words), unlike “\(sort)”.", status: .usage)
    }
    return order.sorted(rows)
  }
}

extension PostingOrder {
  /// All of them in a sentence.
  static var words: Phrase { allCases.map { Phrase(verbatim: $0.rawValue) }.offered }
}

extension World {
  /// The postings that a session has checked, held against its answers as they are now; where there are
  /// no answers yet, nothing is read.
  ///
  /// - Parameter model: the model to read with instead of the one inside.
  /// - Throws: ``Interruption/Stopped``, or what reading throws.
  func rows(of journey: Journey, model: String? = nil) throws -> [PostingRow] {
    guard !journey.postings.isEmpty else { return [] }
    let profile = journey.profile
    let check = try profile.isEmpty ? nil : fitCheck(model: model)
    let names = try PostingNames(of: journey, in: self)
    return try journey.postings.enumerated().map { index, posting in
      let text = try journey.postingText(posting.digest)
      let result = try check.flatMap { check in
        try text.map { text in
          try Progress.reading(in: self) { try check.check(text, against: profile, goOn: $0) }
        }
      }
      return PostingRow(
        number: index + 1, name: try names.name(of: posting), history: posting.history,
        result: result)
    }
  }
}

/// What the postings of a session are called.
struct PostingNames {
  private let journey: Journey
  private let lexicon: Lexicon
  private let noText: String

  init(of journey: Journey, in world: World) throws(Failure) {
    self.journey = journey
    noText = world.words.text("(no text)")
    lexicon = try world.lexicon()
  }

  /// In characters.
  static let most = 60

  func name(of posting: CheckedPosting) throws -> String {
    try journey.postingText(posting.digest).flatMap {
      Posting($0, lexicon: lexicon).title(most: Self.most)
    } ?? noText
  }
}
