#ifndef RESPMAP_XML_RIVALS_H
#define RESPMAP_XML_RIVALS_H

#include <stddef.h>
#include <stdint.h>

/* What people would read XML responses with instead, for measuring and for comparing: libxml2 itself. */

/* SAX2 push in chunks of 4 KB with handlers that do nothing, one context for all documents: the least
 * that reading a document can cost. The number of elements, or -1. */
typedef struct respmap_rival_sax respmap_rival_sax;
respmap_rival_sax *respmap_rival_sax_create(void);
void respmap_rival_sax_destroy(respmap_rival_sax *rival);
long respmap_rival_sax_read(respmap_rival_sax *rival, const uint8_t *text, size_t count);

/* A tree, and in it an XPath for each field, compiled beforehand. The number of paths that find an
 * element with text, or -1. */
typedef struct respmap_rival_xpath respmap_rival_xpath;
respmap_rival_xpath *respmap_rival_xpath_create(void);
void respmap_rival_xpath_destroy(respmap_rival_xpath *rival);
/* Adds an expression; 0 if it cannot be compiled. */
int respmap_rival_xpath_add(respmap_rival_xpath *rival, const char *expression);
long respmap_rival_xpath_read(respmap_rival_xpath *rival, const uint8_t *text, size_t count);

/* Whether a text in UTF-8 is well-formed, its namespaces included: 1 or 0; -1 where it has a document type
 * declaration or is beyond what libxml2 takes. Safe to be called from several threads. */
int respmap_rival_is_well_formed(const uint8_t *text, size_t count);

#endif
