#ifndef FUZZER_H
#define FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a function: it goes by a program's arguments and calls back with bytes (LLVM, "LibFuzzer", "Using
/// libFuzzer as a library"). The library has no header of its own.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
