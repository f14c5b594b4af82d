// libedit, and plain functions for its variadic ones, which Swift cannot call.
#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

typedef wchar_t *(*nextmove_prompt_function)(EditLine *);
typedef int (*nextmove_read_function)(EditLine *, wchar_t *);
typedef unsigned char (*nextmove_key_function)(EditLine *, wint_t);

// The columns that libedit counts for a character; -1 for what is not drawn.
static inline int nextmove_columns(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

typedef long (*nextmove_write_function)(void *cookie, const char *bytes, size_t count);

// glibc's fopencookie, which its header declares only under _GNU_SOURCE; that would disagree with the
// module that Swift has of the C library.
typedef struct {
  long (*read)(void *, char *, size_t);
  nextmove_write_function write;
  int (*seek)(void *, long *, int);
  int (*close)(void *);
} nextmove_stream_functions;
extern FILE *fopencookie(void *cookie, const char *mode, nextmove_stream_functions functions);

// An editor whose output goes through a function, because terminals and libedit do not agree on the
// width of every character.
static inline EditLine *nextmove_editor(
    const char *program, nextmove_write_function write, void *cookie) {
  nextmove_stream_functions functions = {NULL, write, NULL, NULL};
  FILE *output = fopencookie(cookie, "w", functions);
  if (output == NULL) return NULL;
  return el_init_fd(program, stdin, output, stderr, 0, 1, 2);
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

static inline int nextmove_add_function(
    EditLine *editor, const wchar_t *name, const wchar_t *help, nextmove_key_function function) {
  return el_wset(editor, EL_ADDFN, name, help, function);
}

static inline int nextmove_bind(EditLine *editor, const wchar_t *key, const wchar_t *name) {
  return el_wset(editor, EL_BIND, key, name, NULL);
}

// In vi's map for commands.
static inline int nextmove_bind_alternative(EditLine *editor, const wchar_t *key, const wchar_t *name) {
  return el_wset(editor, EL_BIND, L"-a", key, name, NULL);
}

static inline int nextmove_set_history(EditLine *editor, HistoryW *history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

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
