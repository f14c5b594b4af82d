// What a transformer computes besides products of matrices, and the door to the library that
// computes those. Every result depends on its own row or text alone, never on what else is in the
// batch, so that a text read alone and the same text among thousands give the same bits.
#ifndef CENCODER_H
#define CENCODER_H

#include <stddef.h>
#include <stdint.h>

/// The widest instructions that may be used.
typedef enum {
  nextmove_portable = 0,
  nextmove_avx2 = 1,
  nextmove_avx512 = 2,
} nextmove_instructions;

/// The widest instructions that this processor has.
nextmove_instructions nextmove_best_instructions(void);

// MARK: The library of matrix products

/// Loads oneDNN where it is not loaded yet. NULL on success, else what the loader says, in memory
/// that lives as long as the program.
const char *nextmove_load_products(void);

/// Keeps the library on narrower instructions, to measure what other processors would do. To be
/// called before the first product.
void nextmove_limit_products(nextmove_instructions most);

/// One linear layer: output = input × weights + bias.
typedef struct {
  int32_t inputs;
  int32_t outputs;
  /// Inputs that share a scale; 0 where weights are 32-bit floats.
  int32_t group;
  /// Bits to which inputs are rounded beside 8-bit weights: 8, or 14, which takes two products.
  int32_t bits;
  /// inputs × outputs, row-major: int8_t or float.
  const void *weights;
  /// (inputs / group) × outputs.
  const float *scales;
  /// One for each output.
  const float *bias;
} nextmove_linear;

/// Bytes of scratch memory that `nextmove_apply` needs where no side of a layer is wider.
size_t nextmove_scratch_size(int32_t widest);

/// output = input × weights + bias, for `rows` rows; scratch as large as `nextmove_scratch_size` says.
/// 0 on success, else the library's status.
int32_t nextmove_apply(
    nextmove_instructions level, const nextmove_linear *linear, const float *input, int32_t rows,
    void *scratch, float *output);

// MARK: Everything else

/// Rows of 8-bit numbers, each with a scale, or of 32-bit floats (scales NULL).
typedef struct {
  int32_t rows;
  int32_t width;
  const void *values;
  const float *scales;
} nextmove_table;

/// What a layer norm has learned: (x − mean) / √(variance + epsilon) × gain + offset.
typedef struct {
  const float *gain;
  const float *offset;
  float epsilon;
} nextmove_norm;

/// For each piece of each text its row of `words` plus the row of `positions` for its place, normed.
void nextmove_embed(
    nextmove_instructions level, const int32_t *pieces, const int32_t *lengths, int32_t texts,
    const nextmove_table *words, const float *positions, const nextmove_norm *norm, float *output);

/// x = norm(x + added), row by row.
void nextmove_add_normed(
    nextmove_instructions level, float *x, const float *added, int32_t rows, int32_t width,
    const nextmove_norm *norm);

/// x = x · Φ(x), with the exact Φ of a normal distribution.
void nextmove_gelu(nextmove_instructions level, float *x, size_t count);

/// Floats of scratch memory that `nextmove_attend` needs for texts of at most that many pieces.
size_t nextmove_attention_scratch(int32_t longest, int32_t head_width);

/// Attention within each text. `mixed` has rows of queries, keys and values (3 × heads × head_width);
/// `bias` has for each head 2 × longest − 1 numbers, by key's place minus query's, added to scores.
/// `head_width` is a multiple of 16.
void nextmove_attend(
    nextmove_instructions level, const float *mixed, const int32_t *lengths, int32_t texts,
    int32_t heads, int32_t head_width, const float *bias, int32_t longest, float *scratch,
    float *output);

/// For each text the mean of its rows, through a layer of `classes` outputs (classes × width) and
/// softmax: texts × classes probabilities.
void nextmove_classify(
    nextmove_instructions level, const float *rows, const int32_t *lengths, int32_t texts,
    int32_t width, const float *weights, const float *bias, int32_t classes, float *mean,
    float *probabilities);

/// sum += weight × the row of an 8-bit table.
void nextmove_add_row(const nextmove_table *table, int32_t row, float weight, float *sum);

/// The sum of products of two rows.
float nextmove_dot(const float *a, const float *b, int32_t count);

/// The place of a piece among sorted ones, or -1: piece i lies in `bytes` from ends[i]
/// to ends[i + 1].
int32_t nextmove_find_piece(
    const uint8_t *bytes, const uint32_t *ends, int32_t count, const uint8_t *piece,
    size_t length);

#endif
