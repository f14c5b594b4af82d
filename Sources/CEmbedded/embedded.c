#include "CEmbedded.h"

#include <string.h>

// C23's #embed, which clang takes in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char vague[] = {
#embed "../QuestionFlow/Data/vague.yaml"
};
static const unsigned char patterns[] = {
#embed "../QuestionFlow/Data/patterns.yaml"
};
static const unsigned char spoken[] = {
#embed "../QuestionFlow/Data/spoken.yaml"
};
static const unsigned char mistakes[] = {
#embed "../QuestionFlow/Data/mistakes.yaml"
};
static const unsigned char script_schema[] = {
#embed "../QuestionFlow/Data/script-schema.json"
};
static const unsigned char template[] = {
#embed "../QuestionFlow/Data/template.yaml"
};
static const unsigned char manual[] = {
#embed "../nextmove/Manual/nextmove.1"
};
static const unsigned char facets[] = {
#embed "../WorkFit/Lexicon/facets.yaml"
};
static const unsigned char decoding[] = {
#embed "../WorkFit/Lexicon/decoding.yaml"
};
static const unsigned char entities[] = {
#embed "../WorkFit/Lexicon/entities.txt"
};
static const unsigned char segments[] = {
#embed "../WorkFit/Lexicon/segments.yaml"
};
static const unsigned char clauses[] = {
#embed "../WorkFit/Lexicon/clauses.yaml"
};
static const unsigned char amounts[] = {
#embed "../WorkFit/Lexicon/amounts.yaml"
};
static const unsigned char quantities[] = {
#embed "../WorkFit/Lexicon/quantities.yaml"
};
static const unsigned char places[] = {
#embed "../WorkFit/Lexicon/places.tsv"
};
static const unsigned char common[] = {
#embed "../WorkFit/Lexicon/common.yaml"
};
static const unsigned char languages[] = {
#embed "../WorkFit/Lexicon/languages.yaml"
};
static const unsigned char names[] = {
#embed "../WorkFit/Lexicon/names.yaml"
};
static const unsigned char wordings[] = {
#embed "../WorkFit/Lexicon/wordings.yaml"
};
static const unsigned char thinness[] = {
#embed "../WorkFit/Lexicon/thinness.json"
};
static const unsigned char judge[] = {
#embed "../WorkFit/Lexicon/judge.json"
};
// The model is there from its release on; without it the program reads with --model.
#if __has_embed("../WorkFit/Lexicon/reader.model")
#define HAS_MODEL
static const unsigned char relations[] = {
#embed "../WorkFit/Lexicon/reader.model"
};
#endif
static const unsigned char shine[] = {
#embed "../WorkFit/Lexicon/shine.yaml"
};
static const unsigned char shine_weights[] = {
#embed "../WorkFit/Lexicon/shine.json"
};
static const unsigned char weights[] = {
#embed "../WorkFit/Lexicon/weights.yaml"
};
static const unsigned char messages[] = {
#embed "../Coaching/Data/messages.yaml"
};
static const unsigned char messages_german[] = {
#embed "../Coaching/Data/messages.de.yaml"
};
static const unsigned char questions[] = {
#embed "../Coaching/Data/questions.yaml"
};
static const unsigned char people[] = {
#embed "../Coaching/Data/people.yaml"
};
static const unsigned char hearing[] = {
#embed "../Coaching/Data/hearing.yaml"
};
static const unsigned char report_style[] = {
#embed "../Coaching/Data/report.css"
};
static const unsigned char german[] = {
#embed "../Phrases/Words/de.yaml"
};

static const nextmove_embedded files[] = {
    {"vague.yaml", vague, sizeof vague},
    {"patterns.yaml", patterns, sizeof patterns},
    {"spoken.yaml", spoken, sizeof spoken},
    {"mistakes.yaml", mistakes, sizeof mistakes},
    {"script-schema.json", script_schema, sizeof script_schema},
    {"template.yaml", template, sizeof template},
    {"nextmove.1", manual, sizeof manual},
    {"facets.yaml", facets, sizeof facets},
    {"decoding.yaml", decoding, sizeof decoding},
    {"entities.txt", entities, sizeof entities},
    {"segments.yaml", segments, sizeof segments},
    {"clauses.yaml", clauses, sizeof clauses},
    {"amounts.yaml", amounts, sizeof amounts},
    {"quantities.yaml", quantities, sizeof quantities},
    {"places.tsv", places, sizeof places},
    {"common.yaml", common, sizeof common},
    {"languages.yaml", languages, sizeof languages},
    {"names.yaml", names, sizeof names},
    {"wordings.yaml", wordings, sizeof wordings},
    {"thinness.json", thinness, sizeof thinness},
    {"judge.json", judge, sizeof judge},
#ifdef HAS_MODEL
    {"reader.model", relations, sizeof relations},
#endif
    {"shine.yaml", shine, sizeof shine},
    {"shine.json", shine_weights, sizeof shine_weights},
    {"weights.yaml", weights, sizeof weights},
    {"messages.yaml", messages, sizeof messages},
    {"messages.de.yaml", messages_german, sizeof messages_german},
    {"questions.yaml", questions, sizeof questions},
    {"people.yaml", people, sizeof people},
    {"hearing.yaml", hearing, sizeof hearing},
    {"report.css", report_style, sizeof report_style},
    {"de.yaml", german, sizeof german},
};

static const unsigned char energizers[] = {
#embed "../../Prompts/energizers.yaml"
};
static const unsigned char strengths[] = {
#embed "../../Prompts/strengths.yaml"
};
static const unsigned char outline[] = {
#embed "../../Prompts/outline.yaml"
};

static const unsigned char impressive[] = {
#embed "../../Prompts/impressive.yaml"
};

static const unsigned char options[] = {
#embed "../../Prompts/options.yaml"
};

static const unsigned char interviews[] = {
#embed "../../Prompts/interviews.yaml"
};

static const unsigned char bother[] = {
#embed "../../Prompts/bother.yaml"
};

static const unsigned char debrief[] = {
#embed "../../Prompts/debrief.yaml"
};

static const unsigned char card_sort[] = {
#embed "../../Prompts/examples/card_sort.yaml"
};

static const unsigned char check_in[] = {
#embed "../../Prompts/examples/check_in.yaml"
};

static const unsigned char household[] = {
#embed "../../Prompts/examples/household.yaml"
};

static const unsigned char intake[] = {
#embed "../../Prompts/examples/intake.yaml"
};

static const nextmove_embedded examples[] = {
    {"card_sort.yaml", card_sort, sizeof card_sort},
    {"check_in.yaml", check_in, sizeof check_in},
    {"household.yaml", household, sizeof household},
    {"intake.yaml", intake, sizeof intake},
};

static const nextmove_embedded prompts[] = {
    {"energizers.yaml", energizers, sizeof energizers},
    {"strengths.yaml", strengths, sizeof strengths},
    {"impressive.yaml", impressive, sizeof impressive},
    {"outline.yaml", outline, sizeof outline},
    {"options.yaml", options, sizeof options},
    {"bother.yaml", bother, sizeof bother},
    {"interviews.yaml", interviews, sizeof interviews},
    {"debrief.yaml", debrief, sizeof debrief},
};

const nextmove_embedded *nextmove_embedded_file(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i].name, name) == 0) return &files[i];
  return NULL;
}

size_t nextmove_embedded_prompt_count(void) { return sizeof prompts / sizeof *prompts; }

const nextmove_embedded *nextmove_embedded_prompt(size_t index) {
  return index < nextmove_embedded_prompt_count() ? &prompts[index] : NULL;
}

size_t nextmove_embedded_example_count(void) { return sizeof examples / sizeof *examples; }

const nextmove_embedded *nextmove_embedded_example(size_t index) {
  return index < nextmove_embedded_example_count() ? &examples[index] : NULL;
}
