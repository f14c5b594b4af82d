/// Something the respondent did: the only thing that changes an interview, and what is saved.
public enum Event: Hashable, Sendable, Codable {
  /// An answer to an open item, or a new answer to an item answered before.
  case answer(Path, Answer)
  /// The respondent passed.
  case decline(Path)
  /// An answer to a follow-up.
  case answerProbe(Path, ProbeID, String)
  /// The respondent passed on a follow-up.
  case declineProbe(Path, ProbeID)
  /// An answer whose question has changed since it was given still holds.
  case confirm(Path)
  /// The respondent went back to an item; it is asked again, with its answer at hand.
  case revisit(Path)
  /// A new element in a list answer, at an index of the list or at its end.
  case insertElement(Path, at: Int, String)
  /// Other words for an element; its roster's answers stay with it.
  case renameElement(Path, ElementID, String)
  /// An element taken out of its list; its roster's answers are kept, dormant.
  case removeElement(Path, ElementID)
  /// An element moved to another index of its list.
  case moveElement(Path, ElementID, to: Int)

  /// A list answer given anew as a whole, each element with the identity that it keeps, if any.
  case arrangeList(Path, [Arrangement])

  /// One element of a list as it is to be.
  public struct Arrangement: Hashable, Sendable, Codable {
    /// The element that it is, whatever its words; `nil` for one that is told by its words alone.
    public let id: ElementID?
    /// Its words.
    public let text: String

    /// Makes an arrangement.
    public init(id: ElementID?, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The item that the event is about.
  public var path: Path {
    switch self {
    case .answer(let path, _), .decline(let path), .answerProbe(let path, _, _),
      .declineProbe(let path, _), .confirm(let path), .revisit(let path),
      .insertElement(let path, _, _), .renameElement(let path, _, _),
      .removeElement(let path, _), .moveElement(let path, _, _), .arrangeList(let path, _):
      path
    }
  }
}

/// One follow-up: which of the item's probes, and about which element where it is about one.
public struct ProbeID: Hashable, Sendable, Codable {
  /// Counts the item's probes from 0.
  public let index: Int
  /// The element that the probe is about.
  public let element: ElementID?
}

/// What an accepted event brought about besides itself.
public enum Note: Hashable, Sendable {
  /// The answer no longer applies; it is kept and counts nowhere.
  case becameDormant(Path)
  /// The answer applies again as it was.
  case returned(Path)
  /// The question has changed since it was answered; it will be offered for confirmation.
  case becameStale(Path)
}
