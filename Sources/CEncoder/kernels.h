#ifndef KERNELS_H
#define KERNELS_H

#include "CEncoder.h"

#define LANES 16
typedef float lanes __attribute__((vector_size(64)));
typedef float unaligned __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t whole __attribute__((vector_size(64)));
typedef uint8_t bytes __attribute__((vector_size(16)));

/// The two kernels that `nextmove_apply` needs besides the library.
void nextmove_quantize(
    nextmove_instructions level, const float *x, int32_t rows, int32_t width, int32_t group,
    uint8_t *quantized, uint8_t *fine, float *scales);
void nextmove_accumulate(
    nextmove_instructions level, const int32_t *products, const int32_t *fine, int32_t rows, int32_t columns,
    const float *row_scales, int32_t row_stride, const float *column_scales, const float *bias,
    float *output, int32_t output_stride);

#endif
