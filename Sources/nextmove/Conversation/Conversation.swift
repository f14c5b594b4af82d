import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import WorkFit

/// The conversation: asks, listens, saves, and says what became of it.
///
/// Every answer is in the journal before the next question shows, so the loop may end anywhere.
final class Conversation: OpenConversation {
  /// How a conversation begins.
  enum Opening {
    /// Nothing was saved before.
    case first
    /// Another session beside those there are.
    case new
    case resumed
    /// An author walks through scripts, and nothing is kept.
    case preview
  }

  /// Why the loop ends.
  enum Ending {
    case left
    case inputRanOut
    case stopped(Int32)
    /// The session was forgotten.
    case forgotten
    /// The file with the answers is gone, and this session was written to that file instead.
    case broughtAway(String)
    /// The file with the answers is gone, and this session is nowhere else.
    case lost
  }

  let world: World
  let session: Session
  let library: ScriptLibrary
  let journey: Journey
  let console: Console
  let source: any LineSource
  let language: String
  /// The scripts that were introduced.
  var titled: Set<String> = []
  private(set) var isPreview = false
  /// The scripts that a preview has turned to.
  private var previewed: Set<String> = []
  let isQuiet: Bool
  /// The findings shown last, as they were numbered.
  var lastFindings: [Finding] = []
  /// Whether the person is at home, where no question is open.
  var isHome = false
  /// Whether a question has been asked since the conversation began.
  var hasAsked = false
  /// The answer of another script that is being revised, and where to go on after it.
  var detour: Detour?
  /// An answer that was refused for being thin, and is taken where it is given once more.
  var refusedAsThin: (path: Path, text: String)?
  private var hold: SessionHold?
  private var turnTo: String?
  private var hasHeardOfLoss = false

  init(
    in world: World, session: Session, library: ScriptLibrary, isQuiet: Bool = false,
    language: String? = nil
  ) throws {
    let language = language ?? world.home.language
    self.world = world
    self.session = session
    self.library = library
    self.isQuiet = isQuiet
    console = world.console
    source = world.source
    self.language = language
    journey = try Journey(session, in: try world.journal(), library: library, language: language)
    journey.thinnessJudge = LearnedThinness()
  }

  /// Runs until the person leaves or the input ends.
  ///
  /// - Parameter script: the script to turn to, whatever else is open.
  func run(_ opening: Opening, with script: String? = nil) throws {
    isPreview = opening == .preview
    try world.journal().requireWriting()
    // Commands typed here are about this session; where one begins another, this one comes back after it.
    let outer = world.conversation
    world.conversation = self
    defer { world.conversation = outer }
    turnTo = script
    defer { source.close() }
    var ending = try claim() ?? begin(opening)
    if case .left = ending { ending = try beforeLeaving() }
    source.close()
    switch ending {
    case .left where isPreview:
      console.say()
      console.say("The end of the preview; nothing was kept.")
    case .left where try world.journal().session(session.id) == nil:
      throw Failure(
        "Session \(session.id) was forgotten in another window, so nothing of it is saved.")
    case .left:
      console.say()
      console.say(
        hasDraft
          ? "All of it is saved, and what you had begun is kept. “nextmove” brings you back to this point."
          : "All of it is saved. “nextmove” brings you back to this point.")
    case .forgotten:
      console.say()
      console.say("This session is forgotten. “nextmove” goes on with another, or begins one.")
    case .broughtAway(let path):
      console.say()
      console.say("Written to \(path). “nextmove import \(path)” takes it in again.")
    case .lost:
      throw Failure(
        "The file that holds your answers is gone, and this session was written nowhere else.")
    case .inputRanOut: throw ranOut()
    case .stopped(let signal):
      // After a hang-up there is nobody to tell.
      if signal == SIGTERM, hasDraft {
        console.say("What you had begun is kept. “nextmove” brings you back to it.")
      }
      throw ExitCode(128 + signal)
    }
  }

  /// Takes the session for this window, or hears what to do where another window has it.
  private func claim() throws -> Ending? {
    hold = SessionHold(session.id, in: try world.journal())
    guard hold == nil, source.isInteractive else { return nil }
    switch try OtherWindow(conversation: self).ask() {
    case .takeOver:
      try journey.takeOver(at: world.now)
      return nil
    case .leave: return .left
    case .stopped(let signal): return .stopped(signal)
    }
  }

  private func begin(_ opening: Opening) throws -> Ending {
    if journey.isBehindLibrary { try migrate() }
    if opening == .resumed { journey.turnToLast() }
    greet(opening, turningTo: turnTo)
    try tellFaults()
    // In the middle of a script one goes on; between scripts one is at home.
    isHome = opening == .resumed && source.isInteractive && !isInTheMiddle
    if let turnTo {
      let hasTurned = try turn(to: turnTo)
      // What was asked for cannot begin, and nothing else was asked for.
      guard hasTurned || source.isInteractive else { return .left }
      isHome = !hasTurned
    }
    while true {
      if let ending = try hear() { return ending }
      if let ending = try isHome ? rest() : turn() { return ending }
    }
  }

  /// What has to be heard before the next question: what other windows wrote, and whether the file with
  /// the answers is still there.
  func hear() throws -> Ending? {
    if let ending = try OtherWindow(conversation: self).hear() { return ending }
    guard let displacement = try world.journal().displacement else {
      try tellFaults()
      return nil
    }
    guard journey.displacement != nil, !hasHeardOfLoss else { return nil }
    hasHeardOfLoss = true
    return try LostFile(conversation: self, displacement: displacement).offer()
  }

  /// Nobody is told that all is saved where it is not.
  private func beforeLeaving() throws -> Ending {
    guard let displacement = try world.journal().displacement else {
      try tellFaults()
      return .left
    }
    return try LostFile(conversation: self, displacement: displacement).offer() ?? .lost
  }

  var isInTheMiddle: Bool {
    journey.present.flatMap { journey.interviews[$0]?.nextStep } != nil
  }

  /// One question, or home where a script has just ended.
  private func turn() throws -> Ending? {
    guard let script = journey.present else {
      guard !isPreview else { return try turnToNext() ? nil : .left }
      isHome = true
      return nil
    }
    let awaited = journey.awaited(during: script)
    let ending = try ask(script)
    guard ending == nil, !isPreview else { return ending }
    try noteTalks(from: script)
    if let detour, !isHome {
      if detour.isOver(journey) { return try comeBack(from: detour) }
    } else if journey.interviews[script]?.isFinished == true, !isHome {
      if source.isInteractive {
        finish(script)
        isHome = !journey.isAwaited(after: script)
        if isHome, let awaited { tellWhyNot(awaited) }
      }
      return try drawConsequences(from: script)
    } else if let awaited, !isHome, journey.present == awaited {
      tellOfWhatIsLeft(script, for: awaited)
    }
    return nil
  }

  /// Turns to a script that a session comes to only when it is asked for, so that an author sees it as well;
  /// false where none is left.
  private func turnToNext() throws -> Bool {
    let waiting = library.ids.first { id in
      !previewed.contains(id) && journey.interviews[id]?.isFinished != true
    }
    guard let waiting else { return false }
    previewed.insert(waiting)
    try turn(to: waiting)
    return true
  }

  /// Leaves home for the questions: those of a script, or the ones that come next.
  func goOn(with script: String?) throws {
    isHome = try script.map { try !turn(to: $0) } ?? false
  }

  private func migrate() throws {
    let report = try journey.migrate(at: world.now)
    guard !report.sentences.isEmpty else { return }
    let sentences: [Phrase] = ["The questions have changed since you were last here."]
    console.say((sentences + report.sentences).joined(separator: " "))
    console.say()
  }

  /// Input from a pipe or a file has ended with a question open.
  private func ranOut() -> Failure {
    if isPreview { return previewRanOut() }
    guard let (id, step) = presentStep else {
      return Failure("The input ended; everything before is saved.")
    }
    let place = "\(id)/\(step.path)"
    return Failure(
      hasDraft
        ? "The input ended at “\(place)” (\(step.text)); everything before is saved, and what you had begun is kept."
        : "The input ended at “\(place)” (\(step.text)); everything before is saved.")
  }

  private func previewRanOut() -> Failure {
    guard let (id, step) = presentStep else {
      return Failure("The input ended; this was a preview, so nothing is kept.")
    }
    let place = "\(id)/\(step.path)"
    return Failure(
      "The input ended at “\(place)” (\(step.text)); this was a preview, so nothing is kept.")
  }

  private var presentStep: (script: String, step: Step)? {
    guard let id = journey.present, let step = journey.interviews[id]?.nextStep else { return nil }
    return (id, step)
  }

  /// Whether something was begun at the open question, or a posting was, that comes up again.
  private var hasDraft: Bool {
    guard !isPreview else { return false }
    let ofQuestion = presentStep.flatMap { try? journey.draft(of: $0.step, in: $0.script) } ?? ""
    let ofPosting = (try? journey.draftOfPosting()) ?? ""
    return !ofQuestion.isEmpty || !ofPosting.isEmpty
  }
}
