#ifndef C_SECRET_H
#define C_SECRET_H
#include <stdbool.h>
#include <stddef.h>

/// Keeps this process's memory from core dumps, and from other programs of the same person: to be
/// called before anything is read. Only root, and a debugger that started the program, still see it.
/// - Returns: whether the system has done so; it may know less than all of this.
bool cs_guard_memory(void);

/// Overwrites `count` bytes with zeros, also where the compiler sees that nobody reads them.
void cs_erase(void *start, size_t count);

/// How the asking for a secret ended.
typedef enum {
  CS_READ = 0,
  CS_NO_TERMINAL,  // it cannot be opened, or is none
  CS_TOO_LONG,     // the line has more bytes than there is room for
  CS_ENDED         // end of input, a hang-up, or a failure to read
} cs_result;

/// Shows `prompt` on a terminal and reads one line from it that is not shown. The terminal's modes
/// are as before on every return, while the program is stopped by Ctrl-Z, and when a signal ends
/// it. A signal that came meanwhile is sent again once the modes are back.
/// - terminal: "/dev/tty" for the one that the program was started on.
/// - buffer: gets the bytes without the newline; what is read touches no other memory of this
///   program.
/// - count: how many bytes; 0 unless the result is CS_READ.
cs_result cs_read_secret(
    const char *terminal, const char *prompt, char *buffer, size_t capacity, size_t *count);

/// Shows a line on a terminal, and no more than that: what a prompt must say beside standard output.
void cs_tell(const char *terminal, const char *text);

#endif
