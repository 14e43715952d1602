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
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool is_running;
static bool has_color;
static int wake_pipe[2] = {-1, -1};

// --- Restoring the terminal after a crash -----------------------------------------------------

static struct termios saved_termios;
static bool has_saved_termios;
static char restore_string[256];
static size_t restore_length;

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
#define FATAL_COUNT (sizeof fatal_signals / sizeof fatal_signals[0])
static struct sigaction previous_fatal[FATAL_COUNT];

static void append_capability(const char *name) {
  const char *text = tigetstr(name);
  if (text == NULL || text == (char *)-1) return;
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
  append_capability("sgr0");
  append_capability("op");
  append_capability("rmkx");
  append_capability("cnorm");
  append_capability("rmcup");
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
  // A signal sent by somebody does not repeat by itself.
  if (number == SIGABRT || info->si_code <= 0 || info->si_code == SI_USER) raise(number);
}

// --- Signals -----------------------------------------------------------------------------------

static void on_signal(int number) {
  int saved_errno = errno;
  char byte = number == SIGWINCH ? 'w' : number == SIGTSTP ? 'z' : number == SIGHUP ? 'h' : 't';
  ssize_t ignored = write(wake_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

static void install_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = on_signal;
  const int handled[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP};
  for (size_t i = 0; i < sizeof handled / sizeof handled[0]; i++)
    sigaction(handled[i], &action, NULL);

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

static void define_keys(void) {
  // xterm's terminfo lists the application forms; many terminals send these instead.
  static const struct {
    const char *sequence;
    int key;
  } forms[] = {
      {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},    {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
      {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},    {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},   {"\033[F", KEY_END},     {"\033OH", KEY_HOME},  {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[3~", KEY_DC},    {"\033[Z", KEY_BTAB},
  };
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
    define_key(forms[i].sequence, forms[i].key);
}

static void enter_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
}

ct_start_result ct_start(bool wants_color) {
  if (screen == NULL) {
    const char *term = getenv("TERM");
    if (term == NULL || *term == 0) return CT_UNKNOWN_TERM;
    int problem = 0;
    if (setupterm(term, STDOUT_FILENO, &problem) != OK) return CT_UNKNOWN_TERM;
    const char *move = tigetstr("cup");
    bool can_move = move != NULL && move != (char *)-1;
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
    define_keys();
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
  endwin();
  is_running = false;
}

void ct_suspend(void) {
  ct_stop();
  signal(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  install_handlers();
  enter_modes();
  is_running = true;
  ct_update_size();
  ct_repaint();
}

void ct_set_locale(void) { setlocale(LC_ALL, ""); }

bool ct_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

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

static ct_event event(ct_event_kind kind, uint32_t code) {
  ct_event result = {kind, code};
  return result;
}

static uint32_t key_from_curses(wint_t code) {
  switch (code) {
    case KEY_UP: return CT_KEY_UP;
    case KEY_DOWN: return CT_KEY_DOWN;
    case KEY_LEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: return CT_KEY_RIGHT;
    case KEY_HOME: return CT_KEY_HOME;
    case KEY_END: return CT_KEY_END;
    case KEY_PPAGE: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: return CT_KEY_PAGE_DOWN;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_DC: return CT_KEY_DELETE;
    case KEY_BTAB: return CT_KEY_BACK_TAB;
    case KEY_ENTER: return CT_KEY_ENTER;
    default: return CT_KEY_OTHER;
  }
}

static bool read_signal(ct_event *result) {
  char byte;
  if (read(wake_pipe[0], &byte, 1) != 1) return false;
  switch (byte) {
    case 'w':
      ct_update_size();
      *result = event(CT_RESIZED, 0);
      return true;
    case 'z': *result = event(CT_SUSPEND, 0); return true;
    case 'h': *result = event(CT_HANGUP, 0); return true;
    default: *result = event(CT_TERMINATE, 0); return true;
  }
}

ct_event ct_next_event(int milliseconds) {
  for (;;) {
    ct_event result;
    if (read_signal(&result)) return result;

    wint_t code = 0;
    int kind = get_wch(&code);
    if (kind == OK) return event(CT_CHARACTER, (uint32_t)code);
    if (kind == KEY_CODE_YES) {
      if (code == KEY_RESIZE) return event(CT_RESIZED, 0);
      return event(CT_KEY, key_from_curses(code));
    }

    struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return event(CT_NOTHING, 0);
    if (ready < 0) {
      if (errno == EINTR) continue;
      return event(CT_HANGUP, 0);
    }
    if (sources[0].revents & (POLLERR | POLLHUP | POLLNVAL)) {
      if (read_signal(&result)) return result;
      return event(CT_HANGUP, 0);
    }
    if (sources[0].revents & POLLIN) {
      // A terminal that is gone reads as ready and empty: curses would report nothing for ever.
      int waiting = 0;
      if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0)
        return event(CT_HANGUP, 0);
    }
  }
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
