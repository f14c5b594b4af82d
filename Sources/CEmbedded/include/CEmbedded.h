// The files that ship inside the program: the scripts of Prompts/ and the data files of the modules.
// They are compiled in so that a single installed binary runs wherever it is moved.
#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>

// Constants, which every thread may read.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
} nextmove_embedded;

#define NEXTMOVE_EMBEDDED(symbol) extern const nextmove_embedded nextmove_##symbol

// Of QuestionFlow.
NEXTMOVE_EMBEDDED(spoken);
NEXTMOVE_EMBEDDED(vague);
NEXTMOVE_EMBEDDED(patterns);
NEXTMOVE_EMBEDDED(taken_names);
NEXTMOVE_EMBEDDED(mistakes);
NEXTMOVE_EMBEDDED(script_schema);
NEXTMOVE_EMBEDDED(script_template);

// Of WorkFit.
NEXTMOVE_EMBEDDED(facets);
NEXTMOVE_EMBEDDED(decoding);
NEXTMOVE_EMBEDDED(negations);
NEXTMOVE_EMBEDDED(entities);
NEXTMOVE_EMBEDDED(segments);
NEXTMOVE_EMBEDDED(clauses);
NEXTMOVE_EMBEDDED(amounts);
NEXTMOVE_EMBEDDED(quantities);
NEXTMOVE_EMBEDDED(places);
NEXTMOVE_EMBEDDED(common);
NEXTMOVE_EMBEDDED(languages);
NEXTMOVE_EMBEDDED(names);
NEXTMOVE_EMBEDDED(wordings);
NEXTMOVE_EMBEDDED(findings);
NEXTMOVE_EMBEDDED(verbs);
NEXTMOVE_EMBEDDED(judge);
NEXTMOVE_EMBEDDED(shine_reading);
NEXTMOVE_EMBEDDED(thinness);
NEXTMOVE_EMBEDDED(reader_model);
NEXTMOVE_EMBEDDED(shine);
NEXTMOVE_EMBEDDED(shine_weights);
NEXTMOVE_EMBEDDED(weights);

// Of Coaching and the program.
NEXTMOVE_EMBEDDED(manual);
NEXTMOVE_EMBEDDED(manual_german);
NEXTMOVE_EMBEDDED(messages);
NEXTMOVE_EMBEDDED(messages_german);
NEXTMOVE_EMBEDDED(report_style);
NEXTMOVE_EMBEDDED(german);
NEXTMOVE_EMBEDDED(questions);
NEXTMOVE_EMBEDDED(people);
NEXTMOVE_EMBEDDED(levels);
NEXTMOVE_EMBEDDED(hearing);

// Prompts/.
NEXTMOVE_EMBEDDED(energizers);
NEXTMOVE_EMBEDDED(strengths);
NEXTMOVE_EMBEDDED(outline);
NEXTMOVE_EMBEDDED(impressive);
NEXTMOVE_EMBEDDED(options);
NEXTMOVE_EMBEDDED(interviews);
NEXTMOVE_EMBEDDED(bother);
NEXTMOVE_EMBEDDED(debrief);

// Prompts/examples/.
NEXTMOVE_EMBEDDED(card_sort);
NEXTMOVE_EMBEDDED(check_in);
NEXTMOVE_EMBEDDED(household);
NEXTMOVE_EMBEDDED(intake);

#endif
