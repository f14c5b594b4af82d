#include "CEmbedded.h"

// C23's #embed, which clang takes in every mode. A file that is not there is an error of the build.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A file under its name, from the bytes above it.
#define NAMED(symbol, file) \
  const nextmove_embedded nextmove_##symbol = {file, symbol, sizeof symbol};

static const unsigned char vague[] = {
#embed "../QuestionFlow/Data/vague.yaml"
};
NAMED(vague, "vague.yaml")

static const unsigned char patterns[] = {
#embed "../QuestionFlow/Data/patterns.yaml"
};
NAMED(patterns, "patterns.yaml")

static const unsigned char taken_names[] = {
#embed "../QuestionFlow/Data/taken-names.yaml"
};
NAMED(taken_names, "taken-names.yaml")

static const unsigned char spoken[] = {
#embed "../QuestionFlow/Data/spoken.yaml"
};
NAMED(spoken, "spoken.yaml")

static const unsigned char mistakes[] = {
#embed "../QuestionFlow/Data/mistakes.yaml"
};
NAMED(mistakes, "mistakes.yaml")

static const unsigned char script_schema[] = {
#embed "../QuestionFlow/Data/script-schema.json"
};
NAMED(script_schema, "script-schema.json")

static const unsigned char script_template[] = {
#embed "../QuestionFlow/Data/template.yaml"
};
NAMED(script_template, "template.yaml")

static const unsigned char manual[] = {
#embed "../nextmove/Manual/nextmove.1"
};
NAMED(manual, "nextmove.1")

static const unsigned char manual_german[] = {
#embed "../nextmove/Manual/nextmove.de.1"
};
NAMED(manual_german, "nextmove.de.1")

static const unsigned char facets[] = {
#embed "../WorkFit/Lexicon/facets.yaml"
};
NAMED(facets, "facets.yaml")

static const unsigned char decoding[] = {
#embed "../WorkFit/Lexicon/decoding.yaml"
};
NAMED(decoding, "decoding.yaml")

static const unsigned char negations[] = {
#embed "../WorkFit/Lexicon/negations.yaml"
};
NAMED(negations, "negations.yaml")

static const unsigned char entities[] = {
#embed "../WorkFit/Lexicon/entities.txt"
};
NAMED(entities, "entities.txt")

static const unsigned char segments[] = {
#embed "../WorkFit/Lexicon/segments.yaml"
};
NAMED(segments, "segments.yaml")

static const unsigned char clauses[] = {
#embed "../WorkFit/Lexicon/clauses.yaml"
};
NAMED(clauses, "clauses.yaml")

static const unsigned char amounts[] = {
#embed "../WorkFit/Lexicon/amounts.yaml"
};
NAMED(amounts, "amounts.yaml")

static const unsigned char quantities[] = {
#embed "../WorkFit/Lexicon/quantities.yaml"
};
NAMED(quantities, "quantities.yaml")

static const unsigned char places[] = {
#embed "../WorkFit/Lexicon/places.tsv"
};
NAMED(places, "places.tsv")

static const unsigned char common[] = {
#embed "../WorkFit/Lexicon/common.yaml"
};
NAMED(common, "common.yaml")

static const unsigned char languages[] = {
#embed "../WorkFit/Lexicon/languages.yaml"
};
NAMED(languages, "languages.yaml")

static const unsigned char names[] = {
#embed "../WorkFit/Lexicon/names.yaml"
};
NAMED(names, "names.yaml")

static const unsigned char wordings[] = {
#embed "../WorkFit/Lexicon/wordings.yaml"
};
NAMED(wordings, "wordings.yaml")

static const unsigned char findings[] = {
#embed "../WorkFit/Lexicon/findings.yaml"
};
NAMED(findings, "findings.yaml")

static const unsigned char verbs[] = {
#embed "../WorkFit/Lexicon/verbs.yaml"
};
NAMED(verbs, "verbs.yaml")

static const unsigned char shine_reading[] = {
#embed "../WorkFit/Lexicon/shine-reading.json"
};
NAMED(shine_reading, "shine-reading.json")

static const unsigned char thinness[] = {
#embed "../WorkFit/Lexicon/thinness.json"
};
NAMED(thinness, "thinness.json")

static const unsigned char judge[] = {
#embed "../WorkFit/Lexicon/judge.json"
};
NAMED(judge, "judge.json")

static const unsigned char reader_model[] = {
#embed "../WorkFit/Lexicon/reader.model"
};
NAMED(reader_model, "reader.model")

static const unsigned char shine[] = {
#embed "../WorkFit/Lexicon/shine.yaml"
};
NAMED(shine, "shine.yaml")

static const unsigned char shine_weights[] = {
#embed "../WorkFit/Lexicon/shine.json"
};
NAMED(shine_weights, "shine.json")

static const unsigned char weights[] = {
#embed "../WorkFit/Lexicon/weights.yaml"
};
NAMED(weights, "weights.yaml")

static const unsigned char messages[] = {
#embed "../Coaching/Data/messages.yaml"
};
NAMED(messages, "messages.yaml")

static const unsigned char messages_german[] = {
#embed "../Coaching/Data/messages.de.yaml"
};
NAMED(messages_german, "messages.de.yaml")

static const unsigned char questions[] = {
#embed "../Coaching/Data/questions.yaml"
};
NAMED(questions, "questions.yaml")

static const unsigned char people[] = {
#embed "../Coaching/Data/people.yaml"
};
NAMED(people, "people.yaml")

static const unsigned char levels[] = {
#embed "../Coaching/Data/levels.yaml"
};
NAMED(levels, "levels.yaml")

static const unsigned char report_style[] = {
#embed "../Coaching/Data/report.css"
};
NAMED(report_style, "report.css")

static const unsigned char hearing[] = {
#embed "../Coaching/Data/hearing.yaml"
};
NAMED(hearing, "hearing.yaml")

static const unsigned char german[] = {
#embed "../Phrases/Words/de.yaml"
};
NAMED(german, "de.yaml")

static const unsigned char energizers[] = {
#embed "../../Prompts/energizers.yaml"
};
NAMED(energizers, "energizers.yaml")

static const unsigned char strengths[] = {
#embed "../../Prompts/strengths.yaml"
};
NAMED(strengths, "strengths.yaml")

static const unsigned char outline[] = {
#embed "../../Prompts/outline.yaml"
};
NAMED(outline, "outline.yaml")

static const unsigned char impressive[] = {
#embed "../../Prompts/impressive.yaml"
};
NAMED(impressive, "impressive.yaml")

static const unsigned char options[] = {
#embed "../../Prompts/options.yaml"
};
NAMED(options, "options.yaml")

static const unsigned char interviews[] = {
#embed "../../Prompts/interviews.yaml"
};
NAMED(interviews, "interviews.yaml")

static const unsigned char bother[] = {
#embed "../../Prompts/bother.yaml"
};
NAMED(bother, "bother.yaml")

static const unsigned char debrief[] = {
#embed "../../Prompts/debrief.yaml"
};
NAMED(debrief, "debrief.yaml")

static const unsigned char card_sort[] = {
#embed "../../Prompts/examples/card_sort.yaml"
};
NAMED(card_sort, "card_sort.yaml")

static const unsigned char check_in[] = {
#embed "../../Prompts/examples/check_in.yaml"
};
NAMED(check_in, "check_in.yaml")

static const unsigned char household[] = {
#embed "../../Prompts/examples/household.yaml"
};
NAMED(household, "household.yaml")

static const unsigned char intake[] = {
#embed "../../Prompts/examples/intake.yaml"
};
NAMED(intake, "intake.yaml")
