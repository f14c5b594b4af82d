import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import SafeOutput
import WorkFit

/// What a command runs in: the environment, the time, the terminal, and what is open in it.
///
/// The shell makes one for each process; a conversation lends its own to the commands typed inside it.
/// Whatever is opened here is opened once, so two commands never hold the same file twice.
final class World {
  /// What came in from outside.
  let surroundings: Surroundings
  let console: Console
  private let wordsFault: PhraseFault?
  /// Whether some of what is said is in the person's own words.
  let hasOwnWords: Bool
  private var openJournal: Journal?
  private var hasSavedElsewhere = false
  /// Whether it is thrown away, and leaves nothing behind.
  private var isPassing = false
  /// What was judged, in this process and, where there is a home, in those before.
  private(set) lazy var judgements = known(beside: judgementFile ?? JudgementMemory())
  private lazy var judgementFile: JudgementFile? =
    isPassing ? nil : (try? home.judgements()).map { JudgementFile(at: $0) }
  /// What was told to be not as it was saved, so that it is told once.
  var toldFaults: Set<JournalFault> = []
  /// What ``lexicon()`` has read.
  var knownLexicon: Lexicon?
  /// The commands that can be typed in a conversation.
  let commands: TypedCommands
  /// The conversation that commands are typed in, where they are.
  weak var conversation: (any OpenConversation)?

  /// - Parameter language: what is said, where it is not that of the locale.
  init(
    _ surroundings: Surroundings, language: String? = nil, commands: TypedCommands = .none
  ) {
    self.surroundings = surroundings
    self.commands = commands
    let home = Home(environment: surroundings.environment)
    let words: PhraseBook
    do throws(PhraseFault) {
      (words, hasOwnWords) = try home.words(in: language ?? home.language)
      wordsFault = nil
    } catch {
      (words, hasOwnWords) = (.shipped(language ?? home.language), false)
      wordsFault = error
    }
    console = Console(surroundings, words: words)
  }

  /// The variables.
  var environment: [String: String] { surroundings.environment }

  var streams: Streams { surroundings.streams }

  /// The language of what is said.
  var words: PhraseBook { console.words }

  /// Says what is wrong with the person's own file of sentences, where something is.
  func requireWords() throws(Failure) {
    if let wordsFault { throw Failure(wordsFault.phrase) }
  }

  /// A world like this one around another journal, such as one that is thrown away.
  func around(_ journal: Journal, language: String? = nil) -> World {
    let other = World(surroundings, language: language, commands: commands)
    other.openJournal = journal
    other.isPassing = true
    return other
  }

  /// The moment it is.
  var now: Date { surroundings.clock() }

  /// The day it is where the person is.
  var today: CalendarDate { CalendarDate(now) }

  /// Where things are kept on this computer.
  var home: Home { Home(environment: environment) }

  /// Where answers come from; the same for everything that asks in this process.
  private(set) lazy var source: any LineSource = Terminal.lineSource(
    console: console, surroundings: surroundings)

  /// What a journal needs of this.
  var journalSurroundings: JournalSurroundings {
    JournalSurroundings(clock: surroundings.clock, passingFolder: home.passingFolder.path)
  }

  /// The journal; opened, and made where there is none, when it is first asked for.
  func journal() throws -> Journal {
    if let openJournal { return openJournal }
    let journal = try Journal(at: try home.journalFile(), in: journalSurroundings)
    openJournal = journal
    if journal.upgradedFrom != nil { storeFolds(of: try journal.sessions()) }
    return journal
  }

  /// Sees to it that long sessions open at once, where nothing of them was read here yet.
  ///
  /// It only saves the time of a replay, so where it fails nothing is missed but that.
  func storeFolds(of sessions: [Session]) {
    guard let journal = openJournal, let library = try? library(prompts: nil) else { return }
    for session in sessions {
      try? Journey.storeFold(of: session, in: journal, library: library)
    }
  }

  /// Judgements, and those that come in from outside.
  func known(beside own: any JudgementKeeping) -> any JudgementKeeping {
    surroundings.judged.map { KnownJudgements(own: own, others: $0) } ?? own
  }

  /// Takes away what was judged: it could tell whether something was said.
  func forgetJudgements() throws {
    // Where nothing can be taken out, the journal says so, and best of all places.
    try journal().requireWriting()
    try judgementFile?.forget()
  }

  /// Whether something was saved, so that a command is not to be given again.
  var hasSaved: Bool { hasSavedElsewhere || openJournal?.hasSaved == true }

  /// Notes that something was put on the disk other than through the journal that is open.
  func noteSaving() { hasSavedElsewhere = true }

  /// Closes what was opened, at the end of the process.
  func close() { openJournal?.close() }

  /// What ships never changes, so that each script is read once, whatever worlds there are.
  private static let shippedLibrary = ScriptLibrary()

  /// The scripts: those of the conversation where nothing else is asked for.
  func library(prompts: String?) throws -> ScriptLibrary {
    if prompts == nil, let conversation { return conversation.library }
    let layers = try home.layers(prompts: prompts)
    return try layers.allSatisfy { $0.origin == .shipped }
      ? Self.shippedLibrary : ScriptLibrary(layers: layers)
  }
}
