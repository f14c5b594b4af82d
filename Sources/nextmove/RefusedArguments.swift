import ArgumentParser
import Phrases

/// What ArgumentParser does not take of a command line, in sentences that can be said in every language: the
/// library words its errors in English alone, and keeps what they are to itself.
enum RefusedArguments {
  /// A refusal in the program's own words, with where to read on.
  ///
  /// - Parameters:
  ///   - message: the library's message, or what a command says of its own options.
  ///   - arguments: what was typed behind the program's name.
  static func phrase(for message: String, typed arguments: [String]) -> Phrase {
    // An unknown cluster of letters has a second line that repeats the first.
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    let said = known(line, whole: message) ?? Phrase(sentence: message)
    let help = "\(command(in: arguments)) --help"
    return "\(said)".hasEnd
      ? "\(said) “\(help)” says what it takes." : "\(said). “\(help)” says what it takes."
  }

  /// The command that was meant, as far as its names were typed.
  private static func command(in arguments: [String]) -> String {
    var names = ["nextmove"]
    var commands = NextMove.configuration.subcommands
    for argument in arguments {
      guard let next = commands.first(where: { $0.configuration.commandName == argument }) else {
        break
      }
      names.append(argument)
      commands = next.configuration.subcommands
    }
    return names.joined(separator: " ")
  }

  private static func known(_ line: String, whole message: String) -> Phrase? {
    option(line) ?? value(line, whole: message) ?? argument(line)
  }

  private static func option(_ line: String) -> Phrase? {
    if let match = line.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
      return "There is no option “\(shown(match.1))” here; did you mean “\(shown(match.2))”?"
    }
    if let match = line.wholeMatch(of: /Unknown option '(.*)'/) {
      return "There is no option “\(shown(match.1))” here."
    }
    if let match = line.wholeMatch(
      of: /The option '(.*)' does not take any value, but '(.*)' was.*/)
    {
      return "“\(shown(match.1))” stands alone; leave out “\(shown(match.2))”."
    }
    if let match = line.wholeMatch(of: /Value to be set with flag '(.*)' had .* with flag '(.*)'/) {
      return "“\(shown(match.2))” and “\(shown(match.1))” exclude each other; take one of them."
    }
    return nil
  }

  private static func value(_ line: String, whole message: String) -> Phrase? {
    if let match = line.wholeMatch(of: /Missing value for '(.*)'/) {
      return "Something is missing behind the option: “\(shown(match.1))”."
    }
    if let match = line.wholeMatch(of: /Can't generate completion scripts for '(.*)'\./) {
      return "There are completions for bash, zsh and fish, and none for “\(shown(match.1))”."
    }
    if line == "Can't autodetect a supported shell." {
      return "Your shell is none that I know; name it: bash, zsh or fish."
    }
    guard let match = line.prefixMatch(of: /The value '(.*)' is invalid for '(.*?)'/) else {
      return nil
    }
    let rest = message[match.range.upperBound...]
    let choices = rest.matches(of: /'([^']*)'|  - (\S+)/).map {
      "“\($0.1 ?? $0.2 ?? "")”" as Phrase
    }
    return choices.isEmpty
      ? "“\(shown(match.1))” will not do for “\(shown(match.2))”; a number is wanted."
      : "“\(shown(match.1))” will not do for “\(shown(match.2))”, which takes one of \(choices.offered)."
  }

  private static func argument(_ line: String) -> Phrase? {
    if let match = line.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return
        "“\(shown(match.1))” is more than the command takes; put words that belong together in quotation marks."
    }
    if let match = line.wholeMatch(of: /[0-9]+ unexpected arguments: (.*)/) {
      return
        "\(quoted(match.1)) are more than the command takes; put words that belong together in quotation marks."
    }
    if let match = line.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return "Something is missing: “\(shown(match.1))”."
    }
    if let match = line.wholeMatch(of: /Missing one of: (.*)/) {
      return "One of these is missing: \(quoted(match.1))."
    }
    if line == "Missing required subcommand." { return "The command is missing." }
    return nil
  }

  /// Several names that the library has put in quotation marks of its own.
  private static func quoted(_ names: Substring) -> String {
    let bare = names.dropFirst().dropLast()
    return bare.split(separator: "', '").map { "“\(shown($0))”" }.joined(separator: ", ")
  }

  private static func shown(_ text: Substring) -> String { Console.safe(String(text)) }
}

extension String {
  /// Whether a sentence has ended.
  fileprivate var hasEnd: Bool { last.map { ".?!".contains($0) } ?? false }
}
