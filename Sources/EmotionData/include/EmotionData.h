#ifndef EMOTION_DATA_H
#define EMOTION_DATA_H
#include <stddef.h>

/// One file of Data/, as it was when the program was built.
typedef struct {
  const char *name;  // path below Data/, such as "words/joy.json"
  const unsigned char *bytes;
  size_t count;
} emotion_data_file;

/// All files, `emotion_data_file_count` of them.
const emotion_data_file *emotion_data_table(void);
extern const size_t emotion_data_file_count;

#endif
