// The floor of .ci/bench: what any program must do that makes these reports. Reads the inputs, turns each report's
// finished Markdown into HTML with cmark, and writes the given bytes to the given paths by temporary file and rename,
// on a number of threads. The bytes to write are read before the clock starts.
//
// Usage: floor THREADS LIST OUTPUT; a line of LIST is `input TAB path…`, paths relative to the folder of LIST.
// Prints: seconds of wall time, seconds of CPU time inside cmark, bytes of HTML.
#define _GNU_SOURCE
#include <cmark.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct file { char *path, *bytes; size_t size; };
struct job { char *input; struct file *files; int count; };

static struct job *jobs;
static int job_count, output_folder;
static atomic_int next_job;
static atomic_long cmark_nanoseconds, html_bytes;

static void fail(const char *what) { perror(what); exit(1); }

static long now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static struct file read_file(int folder, char *path) {
  struct stat status;
  int descriptor = openat(folder, path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat(descriptor, &status) < 0) fail(path);
  struct file file = {path, malloc(status.st_size + 1), status.st_size};
  if (read(descriptor, file.bytes, file.size) != (ssize_t)file.size) fail(path);
  close(descriptor);
  return file;
}

static void write_file(struct file file) {
  char temporary[512];
  const char *slash = strrchr(file.path, '/'), *name = slash ? slash + 1 : file.path;
  snprintf(temporary, sizeof temporary, "%.*s.floor-tmp.%s", (int)(name - file.path), file.path, name);
  int descriptor = openat(output_folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (descriptor < 0 || write(descriptor, file.bytes, file.size) != (ssize_t)file.size) fail(temporary);
  if (close(descriptor) < 0 || renameat(output_folder, temporary, output_folder, file.path) < 0) fail(file.path);
}

static void render(struct file file) {
  long start = now(CLOCK_THREAD_CPUTIME_ID);
  char *html = cmark_markdown_to_html(file.bytes, file.size, CMARK_OPT_VALIDATE_UTF8);
  cmark_nanoseconds += now(CLOCK_THREAD_CPUTIME_ID) - start;
  html_bytes += strlen(html);
  free(html);
}

static void *work(void *unused) {
  (void)unused;
  for (int index; (index = next_job++) < job_count;) {
    struct job job = jobs[index];
    if (*job.input) free(read_file(AT_FDCWD, job.input).bytes);
    for (int file = 0; file < job.count; file++) {
      size_t length = strlen(job.files[file].path);
      if (*job.input && length > 3 && !strcmp(job.files[file].path + length - 3, ".md")) render(job.files[file]);
      write_file(job.files[file]);
    }
  }
  return NULL;
}

static void make_folders(char *path) {
  for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdirat(output_folder, path, 0755);
    *slash = '/';
  }
}

static void load(char *list) {
  FILE *lines = fopen(list, "r");
  if (!lines) fail(list);
  char *slash = strrchr(list, '/');
  *slash = 0;
  int folder = open(list, O_RDONLY | O_DIRECTORY);
  char *line = NULL;
  for (size_t size = 0; getline(&line, &size, lines) > 0;) {
    jobs = realloc(jobs, (job_count + 1) * sizeof *jobs);
    struct job *job = &jobs[job_count++];
    line[strcspn(line, "\n")] = 0;
    char *rest = strdup(line);
    *job = (struct job){strsep(&rest, "\t"), NULL, 0};
    for (char *path; (path = strsep(&rest, "\t"));) {
      make_folders(path);
      job->files = realloc(job->files, (job->count + 1) * sizeof *job->files);
      job->files[job->count++] = read_file(folder, path);
    }
  }
}

int main(int count, char **arguments) {
  if (count != 4) return fputs("usage: floor THREADS LIST OUTPUT\n", stderr), 2;
  int threads = atoi(arguments[1]);
  output_folder = open(arguments[3], O_RDONLY | O_DIRECTORY);
  if (output_folder < 0) fail(arguments[3]);
  load(arguments[2]);
  long start = now(CLOCK_MONOTONIC);
  pthread_t workers[threads];
  for (int worker = 0; worker < threads; worker++) pthread_create(&workers[worker], NULL, work, NULL);
  for (int worker = 0; worker < threads; worker++) pthread_join(workers[worker], NULL);
  double wall = (now(CLOCK_MONOTONIC) - start) / 1e9;
  printf("%.6f %.6f %ld\n", wall, cmark_nanoseconds / 1e9, html_bytes);
}
