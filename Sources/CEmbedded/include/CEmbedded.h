// The files that ship inside the program: the scripts of Prompts/ and the data files of the modules.
// They are compiled in so that a single installed binary runs wherever it is moved.
#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} nextmove_embedded;

/// The data file of that name, or NULL.
const nextmove_embedded *nextmove_embedded_file(const char *name);

/// The scripts of Prompts/, in the suggested order.
size_t nextmove_embedded_prompt_count(void);

/// The script at that place in the suggested order, or NULL.
const nextmove_embedded *nextmove_embedded_prompt(size_t index);

/// The scripts of Prompts/examples/, by name.
size_t nextmove_embedded_example_count(void);

/// The example at that place, or NULL.
const nextmove_embedded *nextmove_embedded_example(size_t index);

#endif
