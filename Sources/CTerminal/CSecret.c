// Asks for what must not be shown. As readpassphrase(3) of the BSDs does: signals are noted, the
// terminal's modes restored, and only then the signal is let through.
#define _GNU_SOURCE
#define __STDC_WANT_LIB_EXT1__ 1
#include "CSecret.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

bool cs_guard_memory(void) {
  // The hard limit too: nobody can lift it again for this program.
  const struct rlimit none = {0, 0};
  bool is_done = setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef __linux__
  // Whoever collects core dumps through a pipe isn't held up by the limit.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  is_done = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && is_done;
#endif
  return is_done;
}

void cs_erase(void *start, size_t count) {
#ifdef __APPLE__
  memset_s(start, count, 0, count);
#else
  explicit_bzero(start, count);
#endif
}

// SIGTTIN and SIGTTOU keep their default: in the background, the program stops before it can change
// the modes of a terminal that is another's.
static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
#define WATCHED_COUNT (sizeof watched / sizeof watched[0])
static volatile sig_atomic_t arrived;

static void note(int number) { arrived = number; }

static void write_all(int descriptor, const char *text, size_t count) {
  while (count > 0) {
    ssize_t done = write(descriptor, text, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    text += done;
    count -= (size_t)done;
  }
}

static bool set_modes(int descriptor, const struct termios *modes) {
  while (tcsetattr(descriptor, TCSAFLUSH, modes) != 0)
    if (errno != EINTR) return false;
  return true;
}

// Waits for a line, or for a signal, which can arrive nowhere but here.
static bool wait_for_line(int descriptor, const sigset_t *open_mask) {
  while (arrived == 0) {
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(descriptor, &readable);
    if (pselect(descriptor + 1, &readable, NULL, NULL, NULL, open_mask) > 0) return true;
    if (errno != EINTR) return false;
  }
  return false;
}

// Reads a line, waiting as often as it takes: a terminal gives a long one in parts.
static cs_result read_line(
    int descriptor, const sigset_t *open_mask, char *buffer, size_t capacity, size_t *count) {
  size_t length = 0;
  for (;;) {
    if (!wait_for_line(descriptor, open_mask)) return CS_ENDED;
    // A full buffer leaves one question: whether the newline is next.
    bool is_full = length == capacity;
    char beyond;
    ssize_t got = read(
        descriptor, is_full ? &beyond : buffer + length, is_full ? 1 : capacity - length);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return CS_ENDED;
    char last = is_full ? beyond : buffer[length + (size_t)got - 1];
    // Restoring the modes drops the rest of the line: the shell would take it for a command.
    if (is_full && last != '\n') return CS_TOO_LONG;
    if (!is_full) length += (size_t)got;
    if (last == '\n') {
      *count = is_full ? length : length - 1;
      return CS_READ;
    }
  }
}

// One asking, up to a line or a signal.
static cs_result ask(
    int descriptor, const char *prompt, char *buffer, size_t capacity, size_t *count) {
  struct termios before;
  if (tcgetattr(descriptor, &before) != 0) return CS_NO_TERMINAL;

  sigset_t blocked, open_mask;
  sigemptyset(&blocked);
  struct sigaction action, previous[WATCHED_COUNT];
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note;
  for (size_t i = 0; i < WATCHED_COUNT; i++) sigaddset(&blocked, watched[i]);
  arrived = 0;
  sigprocmask(SIG_BLOCK, &blocked, &open_mask);
  for (size_t i = 0; i < WATCHED_COUNT; i++) {
    sigaction(watched[i], NULL, &previous[i]);
    // What whoever started the program wants ignored stays ignored.
    if (previous[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
  }

  cs_result result = CS_NO_TERMINAL;
  struct termios silent = before;
  silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
  // Line by line with the usual keys for mending, whatever a crashed program left behind.
  silent.c_lflag |= ICANON | ISIG;
  silent.c_iflag |= ICRNL;
  if (set_modes(descriptor, &silent)) {
    write_all(descriptor, prompt, strlen(prompt));
    result = read_line(descriptor, &open_mask, buffer, capacity, count);
    set_modes(descriptor, &before);
    write_all(descriptor, "\n", 1);
  }

  for (size_t i = 0; i < WATCHED_COUNT; i++) sigaction(watched[i], &previous[i], NULL);
  int number = arrived;
  if (number != 0) kill(getpid(), number);
  // The signal that was sent again is dealt with here: it ends the program, or stops it until it is
  // wanted again.
  sigprocmask(SIG_SETMASK, &open_mask, NULL);
  return result;
}

cs_result cs_read_secret(
    const char *terminal, const char *prompt, char *buffer, size_t capacity, size_t *count) {
  *count = 0;
  cs_erase(buffer, capacity);
  int descriptor = open(terminal, O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return CS_NO_TERMINAL;
  cs_result result;
  do result = ask(descriptor, prompt, buffer, capacity, count);
  while (result == CS_ENDED && arrived == SIGTSTP);
  close(descriptor);
  if (result != CS_READ) cs_erase(buffer, capacity);
  return result;
}

void cs_tell(const char *terminal, const char *text) {
  int descriptor = open(terminal, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return;
  write_all(descriptor, text, strlen(text));
  write_all(descriptor, "\n", 1);
  close(descriptor);
}
