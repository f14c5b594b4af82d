/// A dialogue with a script, written down: an executable test that anybody can read.
///
///     # Somebody who has led people.
///     == the short way
///     ? Have you led people?
///     > no
///     ? Anything else?
///     > /skip
///     = the end
///
/// `?` is the question as it is asked, `>` what is typed (several lines for an answer of several lines),
/// `!` the sentence with which an answer is refused, `= the end` that nothing more is asked. `> /skip`
/// passes and `> /back` goes back. Every `==` begins a new interview. `today: 2027-03-01` before the
/// first dialogue sets the day for dates such as “tomorrow”.
public struct Transcript: Sendable {
  /// Something wrong with a transcript file.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// `file:line: what is wrong`.
    public let description: String
  }

  private enum Line: Hashable {
    /// A comment or an empty line, kept as it is.
    case aside(String)
    case dialogue(String)
    case question(String)
    case typed(String)
    case refused(String)
    case end

    var isAside: Bool { if case .aside = self { true } else { false } }

    var text: String {
      switch self {
      case .aside(let text): text
      case .dialogue(let name): "== \(name)"
      case .question(let text): "? \(text)"
      case .typed(let text): text.isEmpty ? ">" : "> \(text)"
      case .refused(let text): "! \(text)"
      case .end: "= the end"
      }
    }
  }

  private let lines: [Line]
  private let today: CalendarDate

  /// Reads a transcript.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: the name that faults carry.
  public init(_ text: String, file: String) throws(Fault) {
    var lines: [Line] = []
    var today = CalendarDate.first
    var hasDialogue = false
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = String(line).trimmingWhitespace()
      let rest = String(content.dropFirst()).trimmingWhitespace()
      func fault(_ message: String) -> Fault {
        Fault(description: "\(file):\(number + 1): \(message)")
      }
      if content.isEmpty || content.hasPrefix("#") {
        lines.append(.aside(content))
      } else if content.hasPrefix("==") {
        hasDialogue = true
        lines.append(.dialogue(String(rest.dropFirst()).trimmingWhitespace()))
      } else if content.hasPrefix("today:"), !hasDialogue {
        guard let day = CalendarDate(iso: String(content.dropFirst(6)).trimmingWhitespace()) else {
          throw fault("a day is written as in “today: 2027-03-01”")
        }
        today = day
        lines.append(.aside(content))
      } else if !hasDialogue {
        throw fault("a dialogue begins with a line such as “== the short way”")
      } else {
        switch content.first {
        case "?": lines.append(.question(Self.folded(rest)))
        case ">": lines.append(.typed(rest))
        case "!": lines.append(.refused(Self.folded(rest)))
        case "=": lines.append(.end)
        default:
          throw fault("a line begins with ==, ?, >, !, = or #, unlike this one")
        }
      }
    }
    guard hasDialogue else {
      throw Fault(description: "\(file):1: there is no dialogue in it; one begins with “== a name”")
    }
    // An empty last line is the end of the last but one.
    while lines.last == .aside("") { lines.removeLast() }
    self.lines = lines
    self.today = today
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How many dialogues there are.
  public var count: Int { lines.count { if case .dialogue = $0 { true } else { false } } }

  /// The file as it stands.
  public var text: String { lines.map(\.text).joined(separator: "\n") + "\n" }

  /// What a script makes of it: the same inputs with the questions, refusals and ends that come of them.
  public func played(over script: Script, language: String = "en") -> Transcript {
    var played: [Line] = []
    var interview = Interview(script: script, language: language)
    var index = 0
    func ask() {
      played.append(interview.nextStep.map { .question(Self.folded($0.text)) } ?? .end)
    }
    while index < lines.count {
      switch lines[index] {
      case .aside: played.append(lines[index])
      case .dialogue:
        played.append(lines[index])
        interview = Interview(script: script, language: language)
        ask()
      case .question, .refused, .end: break
      case .typed:
        var typed: [String] = []
        while index < lines.count, case .typed(let line) = lines[index] {
          played.append(lines[index])
          typed.append(line)
          index += 1
        }
        if let refusal = Self.take(typed.joined(separator: "\n"), &interview, today: today) {
          played.append(.refused(Self.folded(refusal)))
        } else {
          ask()
        }
        continue
      }
      index += 1
    }
    return Transcript(lines: played, today: today)
  }

  private init(lines: [Line], today: CalendarDate) {
    self.lines = lines
    self.today = today
  }

  /// Applies what was typed; why it was refused, where it was.
  private static func take(_ typed: String, _ interview: inout Interview, today: CalendarDate)
    -> String?
  {
    let event: Event
    do throws(Rejection) {
      if typed == "/back" {
        guard let path = interview.backPath else { return "There is nothing before this." }
        event = .revisit(path)
      } else {
        guard let step = interview.nextStep else { return "Nothing is asked any more." }
        event =
          typed == "/skip"
          ? interview.declining(step)
          : try interview.event(for: typed, at: step, today: today)
      }
      try interview.apply(event)
      return nil
    } catch {
      return error.description
    }
  }

  /// The lines that differ, with some that do not around them; `nil` where there are none.
  ///
  /// `-` marks what the file says, `+` what the script does.
  public func difference(to played: Transcript) -> String? {
    let before = lines.filter { !$0.isAside }.map(\.text)
    let after = played.lines.filter { !$0.isAside }.map(\.text)
    guard before != after else { return nil }
    return LineDifference(from: before, to: after).text
  }
}

extension Interview {
  /// The item to go back to: a follow-up's own question, or what stands before.
  fileprivate var backPath: Path? {
    if let step = nextStep, case .probe = step.form { return step.path }
    return previousPath
  }
}
