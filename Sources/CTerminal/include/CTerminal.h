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
  CT_CHARACTER,    // `code` is a Unicode scalar, control characters included
  CT_KEY,          // `code` is a ct_key
  CT_RESIZED,
  CT_SUSPEND,    // SIGTSTP from outside
  CT_TERMINATE,  // SIGTERM, SIGINT
  CT_HANGUP      // SIGHUP, or the terminal is gone
} ct_event_kind;

typedef enum {
  CT_KEY_OTHER = 0,
  CT_KEY_UP,
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

typedef struct {
  ct_event_kind kind;
  uint32_t code;
} ct_event;

/// Takes over the terminal. Signals, and the restoring of the terminal after a crash, are set up
/// too. Nothing is printed when it fails.
ct_start_result ct_start(bool wants_color);
/// Gives the terminal back. May be called twice.
void ct_stop(void);

/// Whether the locale's characters are UTF-8; valid after ct_set_locale.
bool ct_is_utf8(void);
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
/// Gives the terminal back, stops the process group, and takes the terminal again on return.
void ct_suspend(void);

/// Columns that a Unicode scalar takes: 0 (combining), 1, 2, or −1 (not printable). Does not
/// depend on the locale.
int ct_width(uint32_t scalar);

bool ct_is_terminal(int descriptor);

/// Columns of the terminal that a descriptor writes to; 0 where it is none or does not say.
int ct_columns(int descriptor);

#endif
