internal import Foundation

/// A linear model that tells which Generalized Work Activities of O*NET a sentence speaks of.
///
/// One-against-rest support vector machines over TF–IDF-weighted words and what is made from them
/// (``ActivityFeatures``), trained by `nextmove-train` on O*NET task statements and kept with 8-bit
/// weights.
public struct ActivityModel: Sendable {
  /// An activity and how much speaks for it.
  public struct Score: Hashable, Sendable {
    /// An O*NET element id such as `4.A.4.b.5`.
    public let activity: String
    /// In 0...1: the logistic of the machine's margin; comparable within one sentence, and no
    /// probability.
    public let score: Double
  }

  private let model: LinearModel

  /// The model that ships; `nil` where the resource is damaged, which a test rules out.
  public static let shipped: ActivityModel? = load()

  /// Reads the model that ships anew; ``shipped`` does so once.
  public static func load() -> ActivityModel? {
    LinearModel(embedded: "activities.model").map(ActivityModel.init)
  }

  private init(_ model: LinearModel) { self.model = model }

  /// Reads a model; `nil` where the bytes are none.
  public init?(bytes: [UInt8]) {
    guard let model = LinearModel(bytes: bytes) else { return nil }
    self.init(model)
  }

  /// The element ids of the activities.
  public var activities: [String] { model.classes }

  /// All activities, the likeliest first; none where the text has no word that the model knows.
  public func scores(of text: ActivityFeatures) -> [Score] {
    guard let margins = model.margins(of: text.values) else { return [] }
    return zip(model.classes, margins).map { activity, margin in
      Score(activity: activity, score: 1 / (1 + exp(-2 * Double(margin))))
    }.sorted { ($0.score, $1.activity) > ($1.score, $0.activity) }
  }
}
