// libedit, and plain functions for its variadic ones, which Swift cannot call.
#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

typedef wchar_t *(*nextmove_prompt_function)(EditLine *);
typedef int (*nextmove_read_function)(EditLine *, wchar_t *);
typedef unsigned char (*nextmove_key_function)(EditLine *, wint_t);

// The columns that libedit counts for a character; -1 for what it does not draw as it is.
static inline int nextmove_columns(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

// An editor whose output gathers in memory: what it draws is not always what is to be shown.
typedef struct {
  EditLine *editor;
  FILE *stream;
  char *bytes;
  size_t count;
} nextmove_editor;

// The descriptors are those of a terminal; keys are read elsewhere, so the stream is never read.
static inline int nextmove_open(
    nextmove_editor *opened, const char *program, int input, int output, int error) {
  *opened = (nextmove_editor){NULL, NULL, NULL, 0};
  opened->stream = open_memstream(&opened->bytes, &opened->count);
  if (opened->stream == NULL) return -1;
  opened->editor = el_init_fd(program, stdin, opened->stream, opened->stream, input, output, error);
  return opened->editor == NULL ? -1 : 0;
}

static inline void nextmove_close(nextmove_editor *opened) {
  if (opened->editor != NULL) el_end(opened->editor);
  if (opened->stream != NULL) fclose(opened->stream);
  free(opened->bytes);
  *opened = (nextmove_editor){NULL, NULL, NULL, 0};
}

// Makes what was written since the last call the first `count` of `bytes`, until more is written.
static inline size_t nextmove_take_output(nextmove_editor *opened) {
  if (fflush(opened->stream) != 0) return 0;
  size_t count = opened->bytes == NULL ? 0 : opened->count;
  rewind(opened->stream);
  return count;
}

static inline int nextmove_set_prompt(EditLine *editor, nextmove_prompt_function prompt, wchar_t escape) {
  return el_wset(editor, EL_PROMPT_ESC, prompt, escape);
}

static inline int nextmove_set_flag(EditLine *editor, int option, int value) {
  return el_wset(editor, option, value);
}

static inline int nextmove_set_mode(EditLine *editor, const wchar_t *mode) {
  return el_wset(editor, EL_EDITOR, mode);
}

// Whether the keys are those of vi.
static inline int nextmove_is_vi(EditLine *editor) {
  const wchar_t *mode = NULL;
  return el_wget(editor, EL_EDITOR, &mode) == 0 && mode != NULL && wcscmp(mode, L"vi") == 0;
}

static inline int nextmove_set_owner(EditLine *editor, void *owner) {
  return el_wset(editor, EL_CLIENTDATA, owner);
}

static inline void *nextmove_owner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline int nextmove_set_reader(EditLine *editor, nextmove_read_function reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

// libedit keeps the name itself, so it has to stay where it is.
static inline int nextmove_add_command(EditLine *editor, nextmove_key_function function) {
  return el_wset(editor, EL_ADDFN, L"nextmove-command", L"a command of nextmove", function);
}

static inline int nextmove_bind(EditLine *editor, const wchar_t *key, const wchar_t *name) {
  return el_wset(editor, EL_BIND, key, name, NULL);
}

// In vi's map for commands.
static inline int nextmove_bind_alternative(EditLine *editor, const wchar_t *key, const wchar_t *name) {
  return el_wset(editor, EL_BIND, L"-a", key, name, NULL);
}

// Writes what a key is bound to, as `"key" -> name`, or that it is not.
static inline int nextmove_describe_key(EditLine *editor, const wchar_t *key) {
  return el_wset(editor, EL_BIND, key, NULL);
}

static inline int nextmove_set_history(EditLine *editor, HistoryW *history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

// Draws the line from the cursor on, as though nothing had been drawn yet.
static inline int nextmove_refresh(EditLine *editor) { return el_wset(editor, EL_REFRESH); }

static inline void nextmove_history_limit(HistoryW *history, int size) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, size);
  history_w(history, &event, H_SETUNIQUE, 1);
}

static inline void nextmove_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

#endif
