#ifndef C_TERMINAL_H
#define C_TERMINAL_H
#include <stdbool.h>
#include <stdint.h>

#include "CSecret.h"

/// Attributes of a run of text; the color, if any, is added as CT_COLOR(1…7), in ANSI order.
enum { CT_BOLD = 1, CT_DIM = 2, CT_REVERSE = 4, CT_UNDERLINE = 8 };

/// Why the terminal could not be started.
typedef enum { CT_STARTED = 0, CT_UNKNOWN_TERM, CT_DUMB_TERM } ct_start_result;

/// What woke the program.
typedef enum {
  CT_NOTHING = 0,  // the time was up
  CT_BYTES,        // what the terminal sent
  CT_RESIZED,
  CT_SUSPEND,    // SIGTSTP from outside
  CT_TERMINATE,  // SIGTERM, SIGINT, and what else would kill
  CT_HANGUP      // SIGHUP, or the terminal is gone
} ct_event_kind;

typedef struct {
  ct_event_kind kind;
  const uint8_t *bytes;  // of CT_BYTES, until the next call
  size_t count;
} ct_event;

/// Keys that terminfo knows, in the order of their names in CTerminal.c.
typedef enum {
  CT_KEY_UP = 0,
  CT_KEY_DOWN,
  CT_KEY_LEFT,
  CT_KEY_RIGHT,
  CT_KEY_HOME,
  CT_KEY_END,
  CT_KEY_PAGE_UP,
  CT_KEY_PAGE_DOWN,
  CT_KEY_BACKSPACE,
  CT_KEY_DELETE,
  CT_KEY_BACK_TAB,
  CT_KEY_ENTER
} ct_key;

/// Takes over the terminal. Signals, and the restoring of the terminal after a crash, are set up
/// too. Nothing is printed when it fails, and it can be tried again.
/// - term: the name of the terminal's description.
ct_start_result ct_start(const char *term, bool wants_color);
/// Gives the terminal back. May be called twice.
void ct_stop(void);
/// Throws away what was typed or pasted and not read yet: a shell would run it.
void ct_forget_input(void);

/// Whether the locale's characters are UTF-8; valid after ct_set_locale.
bool ct_is_utf8(void);
/// True where the locale says nothing of characters beyond ASCII; valid after ct_set_locale.
bool ct_is_ascii(void);
void ct_set_locale(void);

void ct_size(int *row_count, int *column_count);
/// Reads the size from the terminal and tells curses.
void ct_update_size(void);

void ct_erase(void);
/// Puts UTF-8 text without control characters at a place. `color` is 0 for the default, or 1…7.
void ct_put(int row, int column, const char *text, int attributes, int color);
/// Shows what was put. A negative row hides the cursor.
void ct_show(int cursor_row, int cursor_column);
/// Makes the next ct_show paint everything.
void ct_repaint(void);

/// Waits for input or a signal, at most `milliseconds` (negative: for ever).
ct_event ct_next_event(int milliseconds);

/// Returns what a key sends on this terminal, by its description; NULL where that doesn't say.
const char *ct_key_sequence(ct_key key);
/// Milliseconds of a clock that never jumps.
int64_t ct_uptime(void);
/// Milliseconds after which a lone ESC is the Esc key: 25, or what ESCDELAY says, up to 1000.
int ct_escape_delay(void);

enum { CT_INVALID = -1, CT_INCOMPLETE = -2 };
/// The Unicode scalar that the bytes are in the locale, if they are one and nothing more.
int32_t ct_decode(const uint8_t *bytes, size_t count);

/// Gives the terminal back, stops the process group, and takes the terminal again on return, unless it
/// was told to end meanwhile.
void ct_suspend(void);
/// Whether a signal has said to end, which ct_next_event tells.
bool ct_is_ending(void);

/// Columns that a Unicode scalar takes: 0 (combining), 1, 2, or −1 (not printable). Does not
/// depend on the locale.
int ct_width(uint32_t scalar);

bool ct_is_terminal(int descriptor);

/// Columns of the terminal that a descriptor writes to; 0 where it is none or does not say.
int ct_columns(int descriptor);

#endif
