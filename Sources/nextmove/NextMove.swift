import ArgumentParser

/// The root command: without a subcommand, start or resume the conversation.
struct NextMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nextmove",
    abstract: "A guided conversation about your next career move.",
    discussion: """
      Without a command, nextmove starts the conversation or takes it up where you left it. \
      Answers stay on this computer.
      """,
    version: Version.current,
    subcommands: [
      StartCommand.self, NewCommand.self, ResumeCommand.self, SessionsCommand.self,
      FitCommand.self, CompareCommand.self, PostingCommand.self, FacetsCommand.self,
      ProfileCommand.self,
      ReadCommand.self, LogCommand.self, OutlineCommand.self, PeopleCommand.self,
      RoundCommand.self, DraftCommand.self, QuestionsCommand.self, CalendarCommand.self,
      ReportCommand.self, AnswersCommand.self, ExportCommand.self, ImportCommand.self,
      ForgetCommand.self,
      ScriptCommand.self,
      WordsCommand.self, DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: StartCommand.self
  )
}
