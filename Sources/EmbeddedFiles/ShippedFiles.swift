import CEmbedded

/// The data files of the modules, each by its name.
extension EmbeddedFile {
  /// How people say numbers, days and places.
  package static let spoken = EmbeddedFile(nextmove_spoken)
  /// Words and phrases that say nothing.
  package static let vague = EmbeddedFile(nextmove_vague)
  /// What texts that are asked for look like.
  package static let patterns = EmbeddedFile(nextmove_patterns)
  /// Names that are typed for something else than a script.
  package static let takenNames = EmbeddedFile(nextmove_taken_names)
  /// What YAML says of mistakes, in plain words.
  package static let mistakes = EmbeddedFile(nextmove_mistakes)
  /// The JSON schema of scripts.
  package static let scriptSchema = EmbeddedFile(nextmove_script_schema)
  /// What a new script begins as.
  package static let scriptTemplate = EmbeddedFile(nextmove_script_template)
  /// The manual page.
  package static let manual = EmbeddedFile(nextmove_manual)
  /// The manual page in other languages, by the code of the language.
  package static let translatedManuals = ["de": EmbeddedFile(nextmove_manual_german)]
  /// The facets of work.
  package static let facets = EmbeddedFile(nextmove_facets)
  /// Words and letters by which damaged texts are mended.
  package static let decoding = EmbeddedFile(nextmove_decoding)
  /// How it is said that something is not so.
  package static let negations = EmbeddedFile(nextmove_negations)
  /// HTML's named characters.
  package static let entities = EmbeddedFile(nextmove_entities)
  /// Headings of postings.
  package static let segments = EmbeddedFile(nextmove_segments)
  /// Where clauses end.
  package static let clauses = EmbeddedFile(nextmove_clauses)
  /// Words of amounts that only reading decides.
  package static let amounts = EmbeddedFile(nextmove_amounts)
  /// Numbers, units and facts.
  package static let quantities = EmbeddedFile(nextmove_quantities)
  /// Cities and their places.
  package static let places = EmbeddedFile(nextmove_places)
  /// Common words.
  package static let common = EmbeddedFile(nextmove_common)
  /// Words of languages.
  package static let languages = EmbeddedFile(nextmove_languages)
  /// Names of things that people use.
  package static let names = EmbeddedFile(nextmove_names)
  /// What is said on the screen.
  package static let wordings = EmbeddedFile(nextmove_wordings)
  /// What roles, findings and verdicts are called.
  package static let findings = EmbeddedFile(nextmove_findings)
  /// The irregular forms of verbs.
  package static let verbs = EmbeddedFile(nextmove_verbs)
  /// The judge's numbers.
  package static let judge = EmbeddedFile(nextmove_judge)
  /// What tells a thin answer.
  package static let thinness = EmbeddedFile(nextmove_thinness)
  /// The model that postings are read with.
  package static let readerModel = EmbeddedFile(nextmove_reader_model)
  /// How impressive the relation reader finds a posting.
  package static let shineReading = EmbeddedFile(nextmove_shine_reading)
  /// Cues of shine.
  package static let shine = EmbeddedFile(nextmove_shine)
  /// What each cue of shine weighs.
  package static let shineWeights = EmbeddedFile(nextmove_shine_weights)
  /// The numbers behind verdicts.
  package static let weights = EmbeddedFile(nextmove_weights)
  /// Templates of messages, in English.
  package static let messages = EmbeddedFile(nextmove_messages)
  /// The style sheet of the report.
  package static let reportStyle = EmbeddedFile(nextmove_report_style)
  /// Questions for conversations.
  package static let questions = EmbeddedFile(nextmove_questions)
  /// Words around names.
  package static let people = EmbeddedFile(nextmove_people)
  /// Words of levels of energy.
  package static let levels = EmbeddedFile(nextmove_levels)
  /// What is meant by words that are no answer.
  package static let hearing = EmbeddedFile(nextmove_hearing)
}

/// What is in another language than English, by the language's code.
extension EmbeddedFile {
  /// The sentences of the program.
  package static let words = ["de": EmbeddedFile(nextmove_german)]
  /// Templates of messages.
  package static let translatedMessages = ["de": EmbeddedFile(nextmove_messages_german)]
}

/// The scripts.
extension EmbeddedFile {
  /// The scripts of `Prompts/`, in the suggested order.
  package static let prompts = [
    nextmove_energizers, nextmove_strengths, nextmove_impressive, nextmove_outline,
    nextmove_options, nextmove_bother, nextmove_interviews, nextmove_debrief,
  ].map(EmbeddedFile.init)

  /// The scripts of `Prompts/examples/`, by name: to be copied, and asked by nobody.
  package static let examples = [
    nextmove_card_sort, nextmove_check_in, nextmove_household, nextmove_intake,
  ].map(EmbeddedFile.init)
}
