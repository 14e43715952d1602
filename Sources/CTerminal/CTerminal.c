// The only file that knows curses. It decides nothing: it draws what it is told, reports what
// happened, and gives the terminal back whatever happens.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool is_running;
static bool has_color;
static int wake_pipe[2] = {-1, -1};
// Holds what was read last. A terminal hands over no more than this at once.
static uint8_t input[4096];

// --- Restoring the terminal after a crash -----------------------------------------------------

static struct termios saved_termios;
static bool has_saved_termios;
static char restore_string[256];
static size_t restore_length;

// After XCPU comes a kill that cannot be caught, so nothing is begun.
static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV,
                                    SIGBUS, SIGFPE,  SIGXCPU, SIGSYS};
#define FATAL_COUNT (sizeof fatal_signals / sizeof fatal_signals[0])
static struct sigaction previous_fatal[FATAL_COUNT];

// Terminals with another language than xterm's would print these.
static const char *paste_on, *paste_off;

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

static void append_to_restoring(const char *text) {
  if (text == NULL) return;
  // Padding such as $<5> matters to no terminal of today and would be printed literally.
  for (const char *c = text; *c != 0 && restore_length + 1 < sizeof restore_string; c++) {
    if (c[0] == '$' && c[1] == '<') {
      while (*c != 0 && *c != '>') c++;
      if (*c == 0) break;
      continue;
    }
    restore_string[restore_length++] = *c;
  }
}

static void prepare_restore_string(void) {
  restore_length = 0;
  append_to_restoring(paste_off);
  append_to_restoring(capability("sgr0"));
  append_to_restoring(capability("op"));
  append_to_restoring(capability("rmkx"));
  append_to_restoring(capability("cnorm"));
  append_to_restoring(capability("rmcup"));
}

// Async-signal-safe: write, tcsetattr and sigaction only. On return the fault repeats and meets the
// previous handler, on a sane screen.
static void on_fatal_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  if (is_running) {
    ssize_t ignored = write(STDOUT_FILENO, restore_string, restore_length);
    (void)ignored;
    if (has_saved_termios) tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
    is_running = false;
  }
  for (size_t i = 0; i < FATAL_COUNT; i++)
    if (fatal_signals[i] == number) sigaction(number, &previous_fatal[i], NULL);
  // A signal sent by somebody does not repeat by itself, nor do these.
  bool repeats = number != SIGABRT && number != SIGXCPU && number != SIGSYS;
  if (!repeats || info->si_code <= 0 || info->si_code == SI_USER) raise(number);
}

// --- Signals -----------------------------------------------------------------------------------

static volatile sig_atomic_t is_told_to_end;

static void on_signal(int number) {
  int saved_errno = errno;
  if (number != SIGWINCH && number != SIGTSTP) is_told_to_end = 1;
  char byte = number == SIGWINCH ? 'w' : number == SIGTSTP ? 'z' : number == SIGHUP ? 'h' : 't';
  ssize_t ignored = write(wake_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

// Leaves alone what the starting program wants ignored.
static void handle_unless_ignored(int number, const struct sigaction *action) {
  struct sigaction previous;
  if (sigaction(number, NULL, &previous) == 0 && previous.sa_handler != SIG_IGN)
    sigaction(number, action, NULL);
}

// These kill by default; here they end the program in good order, with everything saved.
static const int ending_signals[] = {
    SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE,
#ifdef SIGPOLL
    SIGPOLL,
#endif
#ifdef SIGPWR
    SIGPWR,
#endif
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
};

static void install_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = on_signal;
  const int handled[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP};
  for (size_t i = 0; i < sizeof handled / sizeof handled[0]; i++)
    sigaction(handled[i], &action, NULL);

  for (size_t i = 0; i < sizeof ending_signals / sizeof ending_signals[0]; i++)
    handle_unless_ignored(ending_signals[i], &action);
#ifdef SIGRTMIN
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
    handle_unless_ignored(number, &action);
#endif

  static bool is_installed;
  if (is_installed) return;
  is_installed = true;
  action.sa_sigaction = on_fatal_signal;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  for (size_t i = 0; i < FATAL_COUNT; i++)
    sigaction(fatal_signals[i], &action, &previous_fatal[i]);
}

static bool make_pipe(void) {
  return wake_pipe[0] >= 0 || pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) == 0;
}

// --- Starting and stopping ---------------------------------------------------------------------

static void prepare_paste_marks(void) {
  paste_on = capability("BE");
  paste_off = capability("BD");
  const char *move = capability("cup");
  bool is_ansi = move != NULL && strncmp(move, "\033[", 2) == 0;
  if (paste_on != NULL && paste_off != NULL) return;
  paste_on = is_ansi ? "\033[?2004h" : NULL;
  paste_off = is_ansi ? "\033[?2004l" : NULL;
}

// Two at once, since what curses itself writes waits in a buffer of its own.
static void put_sequences(const char *first, const char *second) {
  if (first != NULL) putp(first);
  if (second != NULL) putp(second);
  fflush(stdout);
}

// Curses draws only. Its own reading of keys is not used: what it does not know, it hands on in
// pieces that act as keys.
static void enter_modes(void) {
  raw();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  // Curses would break off drawing where input waits, and that may be nothing that draws again.
  typeahead(-1);
  // The keys of terminfo are those of this mode.
  put_sequences(capability("smkx"), paste_on);
}

ct_start_result ct_start(const char *term, bool wants_color) {
  if (screen == NULL) {
    int problem = 0;
    if (setupterm(term, STDOUT_FILENO, &problem) != OK) return CT_UNKNOWN_TERM;
    bool can_move = capability("cup") != NULL;
    del_curterm(cur_term);
    if (!can_move) return CT_DUMB_TERM;

    has_saved_termios = tcgetattr(STDIN_FILENO, &saved_termios) == 0;
    screen = newterm(term, stdout, stdin);
    if (screen == NULL) return CT_UNKNOWN_TERM;
    set_term(screen);
    has_color = wants_color && has_colors();
    if (has_color) {
      start_color();
      use_default_colors();
      for (short color = 1; color <= 7; color++) init_pair(color, color, -1);
    }
    prepare_paste_marks();
    prepare_restore_string();
  }
  enter_modes();
  if (!make_pipe()) return CT_UNKNOWN_TERM;
  install_handlers();
  is_running = true;
  ct_update_size();
  return CT_STARTED;
}

void ct_stop(void) {
  if (!is_running) return;
  put_sequences(paste_off, capability("rmkx"));
  endwin();
  is_running = false;
  explicit_bzero(input, sizeof input);
  ct_forget_input();
}

void ct_forget_input(void) { tcflush(STDIN_FILENO, TCIFLUSH); }

void ct_suspend(void) {
  ct_stop();
  signal(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  install_handlers();
  // Told to end while it was stopped, it saves and goes: the terminal is the shell's, and whoever
  // touches it from the background is stopped again.
  if (is_told_to_end) return;
  enter_modes();
  is_running = true;
  ct_update_size();
  ct_repaint();
}

bool ct_is_ending(void) { return is_told_to_end; }

void ct_set_locale(void) { setlocale(LC_ALL, ""); }

bool ct_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool ct_is_ascii(void) {
  const char *name = nl_langinfo(CODESET);
  return strcmp(name, "ANSI_X3.4-1968") == 0 || strcmp(name, "US-ASCII") == 0 ||
         strcmp(name, "ASCII") == 0;
}

bool ct_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int ct_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// --- Drawing -----------------------------------------------------------------------------------

void ct_size(int *row_count, int *column_count) {
  getmaxyx(stdscr, *row_count, *column_count);
}

void ct_update_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      (size.ws_row != LINES || size.ws_col != COLS))
    resizeterm(size.ws_row, size.ws_col);
}

void ct_erase(void) { erase(); }

void ct_put(int row, int column, const char *text, int attributes, int color) {
  attr_t attribute = A_NORMAL;
  if (attributes & CT_BOLD) attribute |= A_BOLD;
  if (attributes & CT_DIM) attribute |= A_DIM;
  if (attributes & CT_REVERSE) attribute |= A_REVERSE;
  if (attributes & CT_UNDERLINE) attribute |= A_UNDERLINE;
  attr_set(attribute, has_color ? (short)color : 0, NULL);
  mvaddstr(row, column, text);
  attr_set(A_NORMAL, 0, NULL);
}

void ct_show(int cursor_row, int cursor_column) {
  if (cursor_row >= 0) {
    curs_set(1);
    move(cursor_row, cursor_column);
  } else {
    curs_set(0);
  }
  refresh();
}

void ct_repaint(void) { clearok(stdscr, TRUE); }

// --- Input -------------------------------------------------------------------------------------

static ct_event event(ct_event_kind kind) {
  ct_event result = {kind, NULL, 0};
  return result;
}

static bool read_signal(ct_event *result) {
  char byte;
  if (read(wake_pipe[0], &byte, 1) != 1) return false;
  switch (byte) {
    case 'w':
      ct_update_size();
      *result = event(CT_RESIZED);
      return true;
    case 'z': *result = event(CT_SUSPEND); return true;
    case 'h': *result = event(CT_HANGUP); return true;
    default: *result = event(CT_TERMINATE); return true;
  }
}

ct_event ct_next_event(int milliseconds) {
  // It may have been a passphrase.
  explicit_bzero(input, sizeof input);
  for (;;) {
    ct_event result;
    if (read_signal(&result)) return result;

    struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return event(CT_NOTHING);
    if (ready < 0) {
      if (errno == EINTR) continue;
      return event(CT_HANGUP);
    }
    if (sources[0].revents & (POLLERR | POLLHUP | POLLNVAL)) {
      if (read_signal(&result)) return result;
      return event(CT_HANGUP);
    }
    if (sources[0].revents & POLLIN) {
      ssize_t count = read(STDIN_FILENO, input, sizeof input);
      // A terminal that is gone reads as ready and empty.
      if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) return event(CT_HANGUP);
      if (count < 0) continue;
      result.kind = CT_BYTES;
      result.bytes = input;
      result.count = (size_t)count;
      return result;
    }
  }
}

const char *ct_key_sequence(ct_key key) {
  static const char *const names[] = {"kcuu1", "kcud1", "kcub1", "kcuf1", "khome", "kend",
                                      "kpp",   "knp",   "kbs",   "kdch1", "kcbt",  "kent"};
  return (size_t)key < sizeof names / sizeof names[0] ? capability(names[key]) : NULL;
}

int64_t ct_uptime(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int ct_escape_delay(void) {
  const char *text = getenv("ESCDELAY");
  int milliseconds = text == NULL ? 0 : atoi(text);
  return milliseconds <= 0 ? 25 : milliseconds > 1000 ? 1000 : milliseconds;
}

int32_t ct_decode(const uint8_t *bytes, size_t count) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  wchar_t scalar = 0;
  size_t used = mbrtowc(&scalar, (const char *)bytes, count, &state);
  if (used == (size_t)-2) return CT_INCOMPLETE;
  return used == count ? (int32_t)scalar : CT_INVALID;
}

int ct_width(uint32_t scalar) {
  static locale_t unicode;
  if (unicode == (locale_t)0) unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (unicode == (locale_t)0) return scalar >= 0x20 && scalar != 0x7f ? 1 : -1;
  locale_t previous = uselocale(unicode);
  int width = wcwidth((wchar_t)scalar);
  uselocale(previous);
  return width;
}
