#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int64_t pty_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

bool pty_start(
    pty_child *child, char *const *arguments, char *const *environment, int rows, int columns) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  child->process = forkpty(&child->terminal, NULL, NULL, &size);
  if (child->process == 0) {
    // A pipe holds these few bytes: nobody need read them before the program has drawn.
    int64_t started = pty_now();
    if (write(ends[1], &started, sizeof started) == sizeof started)
      execvpe(arguments[0], arguments, environment);
    _exit(127);
  }
  close(ends[1]);
  child->start_pipe = ends[0];
  if (child->process > 0) return true;
  close(ends[0]);
  return false;
}

int64_t pty_start_time(const pty_child *child) {
  int64_t started = 0;
  ssize_t count = read(child->start_pipe, &started, sizeof started);
  return count == sizeof started ? started : 0;
}

ptrdiff_t pty_read(const pty_child *child, uint8_t *bytes, size_t count, int milliseconds) {
  struct pollfd source = {child->terminal, POLLIN, 0};
  int ready = poll(&source, 1, milliseconds);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return 0;
  ssize_t received = read(child->terminal, bytes, count);
  return received > 0 ? received : -1;
}

bool pty_write(const pty_child *child, const uint8_t *bytes, size_t count) {
  return write(child->terminal, bytes, count) == (ssize_t)count;
}

int pty_end(pty_child *child, bool kills) {
  int status = 0;
  if (kills) kill(child->process, SIGKILL);
  waitpid(child->process, &status, 0);
  close(child->terminal);
  close(child->start_pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
