internal import CEmbedded

/// The data files of the modules, each by its name.
extension EmbeddedFile {
  /// How people say numbers, days and places.
  public static let spoken = EmbeddedFile(nextmove_spoken)
  /// Words and phrases that say nothing.
  public static let vague = EmbeddedFile(nextmove_vague)
  /// What texts that are asked for look like.
  public static let patterns = EmbeddedFile(nextmove_patterns)
  /// What YAML says of mistakes, in plain words.
  public static let mistakes = EmbeddedFile(nextmove_mistakes)
  /// The JSON schema of scripts.
  public static let scriptSchema = EmbeddedFile(nextmove_script_schema)
  /// What a new script begins as.
  public static let scriptTemplate = EmbeddedFile(nextmove_script_template)
  /// The manual page.
  public static let manual = EmbeddedFile(nextmove_manual)
  /// The facets of work.
  public static let facets = EmbeddedFile(nextmove_facets)
  /// Words and letters by which damaged texts are mended.
  public static let decoding = EmbeddedFile(nextmove_decoding)
  /// HTML's named characters.
  public static let entities = EmbeddedFile(nextmove_entities)
  /// Headings of postings.
  public static let segments = EmbeddedFile(nextmove_segments)
  /// Where clauses end.
  public static let clauses = EmbeddedFile(nextmove_clauses)
  /// Words of amounts that only reading decides.
  public static let amounts = EmbeddedFile(nextmove_amounts)
  /// Numbers, units and facts.
  public static let quantities = EmbeddedFile(nextmove_quantities)
  /// Cities and their places.
  public static let places = EmbeddedFile(nextmove_places)
  /// Common words.
  public static let common = EmbeddedFile(nextmove_common)
  /// Words of languages.
  public static let languages = EmbeddedFile(nextmove_languages)
  /// Names of things that people use.
  public static let names = EmbeddedFile(nextmove_names)
  /// What is said on the screen.
  public static let wordings = EmbeddedFile(nextmove_wordings)
  /// What roles, findings and verdicts are called.
  public static let findings = EmbeddedFile(nextmove_findings)
  /// The irregular forms of verbs.
  public static let verbs = EmbeddedFile(nextmove_verbs)
  /// The judge's numbers.
  public static let judge = EmbeddedFile(nextmove_judge)
  /// What tells a thin answer.
  public static let thinness = EmbeddedFile(nextmove_thinness)
  /// The model that postings are read with.
  public static let readerModel = EmbeddedFile(nextmove_reader_model)
  /// Cues of shine.
  public static let shine = EmbeddedFile(nextmove_shine)
  /// What each cue of shine weighs.
  public static let shineWeights = EmbeddedFile(nextmove_shine_weights)
  /// The numbers behind verdicts.
  public static let weights = EmbeddedFile(nextmove_weights)
  /// Templates of messages, in English.
  public static let messages = EmbeddedFile(nextmove_messages)
  /// The style sheet of the report.
  public static let reportStyle = EmbeddedFile(nextmove_report_style)
  /// Questions for conversations.
  public static let questions = EmbeddedFile(nextmove_questions)
  /// Words around names.
  public static let people = EmbeddedFile(nextmove_people)
  /// What is meant by words that are no answer.
  public static let hearing = EmbeddedFile(nextmove_hearing)
}

/// What is in another language than English, by the language's code.
extension EmbeddedFile {
  /// The sentences of the program.
  public static let words = ["de": EmbeddedFile(nextmove_german)]
  /// Templates of messages.
  public static let translatedMessages = ["de": EmbeddedFile(nextmove_messages_german)]
}

/// The scripts.
extension EmbeddedFile {
  /// The scripts of `Prompts/`, in the suggested order.
  public static let prompts = [
    nextmove_energizers, nextmove_strengths, nextmove_impressive, nextmove_outline,
    nextmove_options, nextmove_bother, nextmove_interviews, nextmove_debrief,
  ].map(EmbeddedFile.init)

  /// The scripts of `Prompts/examples/`, by name: to be copied, and asked by nobody.
  public static let examples = [
    nextmove_card_sort, nextmove_check_in, nextmove_household, nextmove_intake,
  ].map(EmbeddedFile.init)
}
