// For .ci/torture: lets one call of a kind fail, or kills the process at it. Loaded with LD_PRELOAD.
//
// FAULT_CALL  openat (for writing), read-open, write, renameat, unlinkat, mkdirat, close or fsync
// FAULT_AT    the number of the call that fails, from 1
// FAULT_ERRNO the error; 0 kills the process in place of the call; -1 writes half and then fails as a full disk does
// FAULT_STICKS  if set, all later calls of the kind fail too
// FAULT_FIRED a file that is made when the fault happens, so that the harness knows
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;
static atomic_char watched[4096];

static void mark(void) {
  int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, "openat");
  const char *path = getenv("FAULT_FIRED");
  if (path) close(real(AT_FDCWD, path, O_WRONLY | O_CREAT, 0644));
}

// 0: go on; 1: fail with errno set; 2: fail after half of the bytes.
static int fault(const char *call) {
  const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *code = getenv("FAULT_ERRNO");
  if (!wanted || !at || !code || strcmp(wanted, call)) return 0;
  int number = ++calls;
  if (number < atoi(at) || (number > atoi(at) && !getenv("FAULT_STICKS"))) return 0;
  mark();
  int error = atoi(code);
  if (error == 0) kill(getpid(), SIGKILL);
  errno = error < 0 ? ENOSPC : error;
  return error < 0 ? 2 : 1;
}

int openat(int folder, const char *path, int flags, ...) {
  int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, "openat");
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  int writes = (flags & O_ACCMODE) != O_RDONLY;
  if (writes && fault("openat")) return -1;
  if (!writes && !(flags & O_DIRECTORY) && fault("read-open")) return -1;
  int descriptor = real(folder, path, flags, mode);
  if (descriptor >= 0 && descriptor < 4096) watched[descriptor] = writes;
  return descriptor;
}

int openat64(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat(folder, path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  int kind = descriptor >= 0 && descriptor < 4096 && watched[descriptor] ? fault("write") : 0;
  if (kind == 2) return real(descriptor, bytes, count / 2);
  return kind ? -1 : real(descriptor, bytes, count);
}

int close(int descriptor) {
  int (*real)(int) = dlsym(RTLD_NEXT, "close");
  int fails = descriptor >= 0 && descriptor < 4096 && watched[descriptor] ? fault("close") : 0;
  int error = errno;
  if (descriptor >= 0 && descriptor < 4096) watched[descriptor] = 0;
  int result = real(descriptor);
  if (!fails) return result;
  errno = error;
  return -1;
}

#define WRAP(name, parameters, arguments)                   \
  int name parameters {                                     \
    int(*real) parameters = dlsym(RTLD_NEXT, #name);        \
    return fault(#name) ? -1 : real arguments;              \
  }

WRAP(renameat, (int from, const char *name, int to, const char *other), (from, name, to, other))
WRAP(unlinkat, (int folder, const char *name, int flags), (folder, name, flags))
WRAP(mkdirat, (int folder, const char *name, mode_t mode), (folder, name, mode))
WRAP(mkdir, (const char *name, mode_t mode), (name, mode))
WRAP(fsync, (int descriptor), (descriptor))
