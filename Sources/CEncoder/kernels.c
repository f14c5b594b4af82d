#include "kernels.h"

#include <math.h>
#include <string.h>

#define SUFFIX portable
#include "kernels.inc"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define SUFFIX avx2
#include "kernels.inc"
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl"))), apply_to = function)
#define SUFFIX avx512
#include "kernels.inc"
#pragma clang attribute pop

#define CALLED(name, ...)                                      \
  do {                                                         \
    if (level == nextmove_avx512) return name##_avx512(__VA_ARGS__); \
    if (level == nextmove_avx2) return name##_avx2(__VA_ARGS__);     \
    return name##_portable(__VA_ARGS__);                       \
  } while (0)

nextmove_instructions nextmove_best_instructions(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return nextmove_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return nextmove_avx2;
  return nextmove_portable;
}

#else

#define CALLED(name, ...) \
  do {                    \
    (void)level;          \
    return name##_portable(__VA_ARGS__); \
  } while (0)

nextmove_instructions nextmove_best_instructions(void) { return nextmove_portable; }

#endif

void nextmove_quantize(
    nextmove_instructions level, const float *x, int32_t rows, int32_t width, int32_t group,
    uint8_t *quantized, uint8_t *fine, float *scales) {
  CALLED(quantize, x, rows, width, group, quantized, fine, scales);
}

void nextmove_accumulate(
    nextmove_instructions level, const int32_t *products, const int32_t *fine, int32_t rows, int32_t columns,
    const float *row_scales, int32_t row_stride, const float *column_scales, const float *bias,
    float *output, int32_t output_stride) {
  CALLED(
      accumulate, products, fine, rows, columns, row_scales, row_stride, column_scales, bias, output,
      output_stride);
}

void nextmove_embed(
    nextmove_instructions level, const int32_t *pieces, const int32_t *lengths, int32_t texts,
    const nextmove_table *words, const float *positions, const nextmove_norm *norm, float *output) {
  CALLED(embed, pieces, lengths, texts, words, positions, norm, output);
}

void nextmove_add_normed(
    nextmove_instructions level, float *x, const float *added, int32_t rows, int32_t width,
    const nextmove_norm *norm) {
  CALLED(add_normed, x, added, rows, width, norm);
}

void nextmove_gelu(nextmove_instructions level, float *x, size_t count) {
  CALLED(gelu, x, count);
}

size_t nextmove_attention_scratch(int32_t longest, int32_t head_width) {
  const size_t most = ((size_t)longest + LANES - 1) / LANES * LANES;
  return most * ((size_t)head_width + 1);
}

void nextmove_attend(
    nextmove_instructions level, const float *mixed, const int32_t *lengths, int32_t texts,
    int32_t heads, int32_t head_width, const float *bias, int32_t longest, float *scratch,
    float *output) {
  CALLED(attend, mixed, lengths, texts, heads, head_width, bias, longest, scratch, output);
}

void nextmove_classify(
    nextmove_instructions level, const float *rows, const int32_t *lengths, int32_t texts,
    int32_t width, const float *weights, const float *bias, int32_t classes, float *mean,
    float *probabilities) {
  CALLED(classify, rows, lengths, texts, width, weights, bias, classes, mean, probabilities);
}

void nextmove_add_row(const nextmove_table *table, int32_t row, float weight, float *sum) {
  const int8_t *values = (const int8_t *)table->values + (size_t)row * table->width;
  const float scale = weight * table->scales[row];
  for (int32_t i = 0; i < table->width; i++) sum[i] += scale * (float)values[i];
}

float nextmove_dot(const float *a, const float *b, int32_t count) {
  float sum = 0;
  for (int32_t i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}

int32_t nextmove_find_piece(
    const uint8_t *bytes, const uint32_t *ends, int32_t count, const uint8_t *piece,
    size_t length) {
  int32_t low = 0, high = count;
  while (low < high) {
    const int32_t middle = low + (high - low) / 2;
    const size_t held = ends[middle + 1] - ends[middle];
    int order = memcmp(bytes + ends[middle], piece, held < length ? held : length);
    if (order == 0) order = held < length ? -1 : held > length;
    if (order == 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}
