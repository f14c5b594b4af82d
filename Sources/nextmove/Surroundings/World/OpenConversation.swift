import Coaching
import Journal
import WorkFit

/// The conversation that a command is typed in, as the command sees it.
protocol OpenConversation: AnyObject {
  var session: Session { get }
  var library: ScriptLibrary { get }
  var journey: Journey { get }
  /// The findings shown last, as they were numbered.
  var lastFindings: [Finding] { get set }

  /// Leaves home for the questions: those of a script, or the ones that come next.
  func goOn(with script: String?) throws
  /// Obeys what can be said about the findings; false for everything else.
  func argue(_ line: String) throws -> Bool
}
