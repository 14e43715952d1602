#ifndef C_PTY_H
#define C_PTY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A program that runs on a terminal of its own.
typedef struct {
  int terminal;    // what the program draws comes out of this; keys go in
  int start_pipe;  // the time just before exec comes out of this
  pid_t process;
} pty_child;

/// Nanoseconds on a clock that never jumps.
int64_t pty_now(void);

/// Starts a program on a new terminal of the given size. Both lists end with NULL; the program is
/// looked for in PATH when its name has no slash.
bool pty_start(
    pty_child *child, char *const *arguments, char *const *environment, int rows, int columns);

/// When the program was exec'ed; 0 when that failed.
int64_t pty_start_time(const pty_child *child);

/// Reads what was drawn, waiting for it. Returns the number of bytes, 0 when nothing came in time,
/// or −1 when the program has gone.
ptrdiff_t pty_read(const pty_child *child, uint8_t *bytes, size_t count, int milliseconds);

/// Sends keys.
bool pty_write(const pty_child *child, const uint8_t *bytes, size_t count);

/// Waits until the program has ended, and closes the terminal. With `kills` it is ended at once,
/// without letting it save anything. Returns its exit status, and −1 when it was killed.
int pty_end(pty_child *child, bool kills);

#endif
