// What Swift cannot call in libgit2: its variadic option setter.
#ifndef EXECPLAN_LIBGIT2_SHIM_H
#define EXECPLAN_LIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

// Sets a numeric option such as GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.
static inline int execplan_libgit2_set_option(int option, int value) {
  return git_libgit2_opts(option, value);
}

// Replaces the list of repository extensions that libgit2 agrees to open.
static inline int execplan_libgit2_set_extensions(const char **extensions, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, count);
}

#endif
