// The door to oneDNN: opened when the first text is read, so that no other command pays for it.
#include "kernels.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

// Rows and columns of one block of 8-bit products: its sums fit beside the weights in a core's cache.
enum { BLOCK_ROWS = 256, BLOCK_COLUMNS = 384 };

// As oneDNN's own header declares them, in all versions from 1.0 to 3.x (dnnl_dim_t is int64_t).
typedef int (*float_product)(
    char, char, int64_t, int64_t, int64_t, float, const float *, int64_t, const float *, int64_t,
    float, float *, int64_t);
typedef int (*byte_product)(
    char, char, char, int64_t, int64_t, int64_t, float, const uint8_t *, int64_t, uint8_t,
    const int8_t *, int64_t, int8_t, float, int32_t *, int64_t, const int32_t *);

static struct {
  float_product floats;
  byte_product bytes;
  int (*limit)(int);
  void (*threads)(int);
  /// Whether sums of 8-bit products saturate here (AVX2 without VNNI), so that they go in halves.
  bool halves;
} library;
static char trouble[512];
static nextmove_instructions most = nextmove_avx512;
static pthread_once_t opened = PTHREAD_ONCE_INIT;

void nextmove_limit_products(nextmove_instructions limit) { most = limit; }

// The largest sum that there can be: is it right?
static bool saturates(void) {
  enum { SIDE = 64 };
  static uint8_t a[SIDE * SIDE];
  static int8_t b[SIDE * SIDE];
  static int32_t c[SIDE * SIDE];
  const int32_t zero = 0;
  memset(a, 255, sizeof a);
  memset(b, 127, sizeof b);
  library.bytes('N', 'N', 'F', SIDE, SIDE, SIDE, 1, a, SIDE, 0, b, SIDE, 0, 0, c, SIDE, &zero);
  for (int i = 0; i < SIDE * SIDE; i++)
    if (c[i] != 255 * 127 * SIDE) return true;
  return false;
}

static void *symbol(void *handle, const char *name) {
  void *found = dlsym(handle, name);
  if (!found && !trouble[0]) {
    strncpy(trouble, "it lacks ", sizeof trouble - 1);
    strncat(trouble, name, sizeof trouble - strlen(trouble) - 1);
  }
  return found;
}

static void open_library(void) {
  const char *names[] = {"libdnnl.so.2", "libdnnl.so.3", "libdnnl.so.1"};
  void *handle = NULL;
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    // What the loader says of the first name tells most.
    const char *said = handle ? NULL : dlerror();
    if (said && !trouble[0]) strncpy(trouble, said, sizeof trouble - 1);
  }
  if (!handle) return;
  trouble[0] = 0;
  library.floats = (float_product)symbol(handle, "dnnl_sgemm");
  library.bytes = (byte_product)symbol(handle, "dnnl_gemm_u8s8s32");
  library.limit = (int (*)(int))dlsym(handle, "dnnl_set_max_cpu_isa");
  // One thread in each product: batches run side by side instead. Found where it is OpenMP's.
  library.threads = (void (*)(int))dlsym(handle, "omp_set_num_threads");
  if (trouble[0]) return;
  if (library.limit && most == nextmove_avx2) library.limit(0x7);  // dnnl_cpu_isa_avx2
  library.halves = saturates();
}

const char *nextmove_load_products(void) {
  pthread_once(&opened, open_library);
  return trouble[0] ? trouble : NULL;
}

static size_t rounded(size_t size) { return (size + 63) / 64 * 64; }

size_t nextmove_scratch_size(int32_t widest) {
  const size_t inputs = (size_t)BLOCK_ROWS * (size_t)widest;
  return 2 * rounded(inputs) + rounded(inputs / 16 * sizeof(float))
         + rounded(2 * sizeof(int32_t) * BLOCK_ROWS * BLOCK_COLUMNS);
}

// One block on its way: rows × columns sums over one group of inputs.
typedef struct {
  int32_t rows, columns, depth, inputs, outputs;
} block;

// c = (a − around) · b, or c + that.
static int multiply(
    const block *k, const uint8_t *a, uint8_t around, const int8_t *b, bool adding, int32_t *c) {
  const int32_t zero = 0;
  return library.bytes(
      'N', 'N', 'F', k->rows, k->columns, k->depth, 1, a, k->inputs, around, b, k->outputs, 0,
      adding ? 1 : 0, c, k->columns, &zero);
}

// Numbers up to 255 as two of at most 128, of which no pair of products passes 2¹⁵.
static void halve(uint8_t *numbers, uint8_t *rest, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t first = numbers[i] < 127 ? numbers[i] : 127;
    rest[i] = numbers[i] - first;
    numbers[i] = first;
  }
}

static int apply_bytes(
    nextmove_instructions level, const nextmove_linear *l, const float *input, int32_t rows,
    void *scratch, float *output) {
  const int32_t groups = l->inputs / l->group;
  const bool fine = l->bits > 8, halves = !fine && library.halves;
  const size_t held = rounded((size_t)BLOCK_ROWS * (size_t)l->inputs);
  uint8_t *quantized = scratch, *rest = quantized + held;
  float *scales = (float *)(rest + held);
  int32_t *sums = (int32_t *)((uint8_t *)scales + rounded(held / 16 * sizeof(float)));
  int32_t *fine_sums = sums + BLOCK_ROWS * BLOCK_COLUMNS;
  block k = {.depth = l->group, .inputs = l->inputs, .outputs = l->outputs};
  for (int32_t r = 0; r < rows; r += BLOCK_ROWS) {
    k.rows = rows - r < BLOCK_ROWS ? rows - r : BLOCK_ROWS;
    nextmove_quantize(
        level, input + (size_t)r * l->inputs, k.rows, l->inputs, l->group, quantized,
        fine ? rest : NULL, scales);
    if (halves) halve(quantized, rest, (size_t)k.rows * (size_t)l->inputs);
    for (int32_t c = 0; c < l->outputs; c += BLOCK_COLUMNS) {
      k.columns = l->outputs - c < BLOCK_COLUMNS ? l->outputs - c : BLOCK_COLUMNS;
      for (int32_t g = 0; g < groups; g++) {
        const size_t from = (size_t)g * (size_t)l->group;
        const int8_t *weights = (const int8_t *)l->weights + from * (size_t)l->outputs + c;
        int status = multiply(&k, quantized + from, fine ? 64 : 128, weights, false, sums);
        if (status == 0 && fine)
          status = multiply(&k, rest + from, 0, weights, false, fine_sums);
        if (status == 0 && halves) status = multiply(&k, rest + from, 0, weights, true, sums);
        if (status != 0) return status;
        nextmove_accumulate(
            level, sums, fine ? fine_sums : NULL, k.rows, k.columns, scales + g, groups,
            l->scales + (size_t)g * l->outputs + c, g == 0 ? l->bias + c : NULL,
            output + (size_t)r * l->outputs + c, l->outputs);
      }
    }
  }
  return 0;
}

int32_t nextmove_apply(
    nextmove_instructions level, const nextmove_linear *l, const float *input, int32_t rows,
    void *scratch, float *output) {
  // OpenMP counts threads for each calling thread apart, so this is said again wherever it runs.
  if (library.threads) library.threads(1);
  if (l->group > 0) return apply_bytes(level, l, input, rows, scratch, output);
  for (int32_t r = 0; r < rows; r++)
    memcpy(output + (size_t)r * l->outputs, l->bias, (size_t)l->outputs * sizeof(float));
  return library.floats(
      'N', 'N', rows, l->outputs, l->inputs, 1, input, l->inputs, l->weights, l->outputs, 1, output,
      l->outputs);
}
