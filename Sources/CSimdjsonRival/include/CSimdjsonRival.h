#ifndef RESPMAP_SIMDJSON_RIVAL_H
#define RESPMAP_SIMDJSON_RIVAL_H

#include <stddef.h>
#include <stdint.h>

/* simdjson with the look-ups of a mapping, for measuring. One rival holds the look-ups, a padded copy of
 * one body, and parsers that are used again for every run. */

#ifdef __cplusplus
extern "C" {
#endif

/* The version of simdjson, and the implementation that it chose for this processor. */
const char *respmap_simdjson_version(void);
const char *respmap_simdjson_implementation(void);

typedef struct respmap_simdjson respmap_simdjson;

/* With in_order the look-ups are in the order in which the body has the values, so that On-Demand need not
 * go back. */
respmap_simdjson *respmap_simdjson_create(int in_order);
void respmap_simdjson_destroy(respmap_simdjson *rival);

/* A look-up is begun, gets its steps, and is ended. */
void respmap_simdjson_begin(respmap_simdjson *rival);
void respmap_simdjson_step_key(respmap_simdjson *rival, const char *key);
void respmap_simdjson_step_index(respmap_simdjson *rival, size_t index);
void respmap_simdjson_end(respmap_simdjson *rival);

/* Copies the bytes into padded memory; all of them are the body. */
void respmap_simdjson_set_body(respmap_simdjson *rival, const uint8_t *bytes, size_t count);

/* Makes a part of the bytes the body. */
void respmap_simdjson_select(respmap_simdjson *rival, size_t offset, size_t count);

/* Each reads the body that is set and takes the values: the number of them
 * that are there and not null, or -1 if the body is not JSON. On-Demand checks what it reads only. */
long respmap_simdjson_on_demand(respmap_simdjson *rival);
/* The tree, then each look-up from its root. */
long respmap_simdjson_dom(respmap_simdjson *rival);
/* The tree, walked once with all look-ups as a trie. */
long respmap_simdjson_dom_trie(respmap_simdjson *rival);

/* The bytes of the strings that the last run took. */
size_t respmap_simdjson_text_bytes(const respmap_simdjson *rival);

#ifdef __cplusplus
}
#endif

#endif
