#ifndef BULLETIN_SYSTEM_H
#define BULLETIN_SYSTEM_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Exchanges two paths in one step, as renameat2(2) does with the flag RENAME_EXCHANGE, which Swift does not see.
///
/// Returns 0, or -1 with the reason in errno.
static inline int exchange_paths(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1 << 1);
}

#endif
