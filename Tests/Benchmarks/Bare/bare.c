// The least a ncurses program can do at 80×24: one screen of text, then wait. What Inkling's first
// paint is compared with.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>

int main(void) {
  setlocale(LC_ALL, "");
  if (newterm(NULL, stdout, stdin) == NULL) return 1;
  start_color();
  use_default_colors();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  mvaddstr(1, 2, "bare");
  mvaddstr(4, 2, "How are you, underneath?");
  for (int row = 6; row < 22; row += 2) mvaddstr(row, 4, "A line of a menu, as long as most are");
  refresh();
  wint_t key;
  get_wch(&key);
  endwin();
}
