#ifndef RESPMAP_XML_PUSH_H
#define RESPMAP_XML_PUSH_H

#include <stddef.h>
#include <stdint.h>

/* Reads an XML document as a stream of events, through libxml2's push parser, guarded against
 * hostile documents. No type of libxml2 appears here.
 *
 * With handlers of one's own, most limits of libxml2 are off, so what a document may cost is counted
 * here. A document type declaration is refused as soon as it begins: everything that entities can do
 * to a parser begins there. Nothing is opened, nothing is printed. */

/* Why a document was refused. */
enum {
  RESPMAP_XML_OK = 0,
  /* It is not well-formed, or there is no memory to read it: see parser_code. */
  RESPMAP_XML_MALFORMED = 1,
  RESPMAP_XML_DOCTYPE = 2,
  RESPMAP_XML_DEPTH = 3,
  RESPMAP_XML_ATTRIBUTES = 4,
  RESPMAP_XML_TOKEN_BYTES = 5,
  RESPMAP_XML_NAMES = 6,
  RESPMAP_XML_TEXT_BYTES = 7,
  /* A text that a handler keeps is too long. */
  RESPMAP_XML_FIELD_TEXT_BYTES = 8,
  RESPMAP_XML_NAME_BYTES = 9,
  RESPMAP_XML_TREE_NODES = 10,
};

/* What a handler says of an element that begins, if it wants nothing of it: no event follows up to its
 * end, that included. */
enum { RESPMAP_XML_SKIP = -1 };

/* libxml2's number for a name that is longer than it takes. */
enum { RESPMAP_XML_NAME_TOO_LONG = 110 };

typedef struct {
  int32_t depth;
  /* Attributes and namespace declarations of one element. */
  int32_t attributes;
  /* A start tag, comment, or other piece of markup that has not ended. */
  size_t token_bytes;
  /* Different names in the document. */
  int32_t names;
  /* The memory that they take, which libxml2 has in ever larger pieces. */
  size_t name_bytes;
  /* All text of the document. */
  size_t text_bytes;
} respmap_xml_limits;

/* A tag that begins an element. Names and namespaces end in NUL; of a name that has no prefix or is in
 * no namespace these are NULL. The parser keeps each name at one address as long as it knows it. */
typedef struct {
  const char *prefix, *name, *uri;
  /* Its attribute xsi:nil is true. */
  int is_nil;
  /* Of each declaration two pointers: the prefix, NULL for the default namespace, and the namespace, NULL
   * or empty where there is none from here on. */
  const char *const *declarations;
  int declaration_count;
  /* Of each attribute five pointers: its name, prefix and namespace, and where its value begins and
   * ends; the value does not end in NUL, and each `&` in it is written `&#38;`. */
  const char *const *attributes;
  int attribute_count;
} respmap_xml_tag;

/* A result other than 0 stops the reading: one of RESPMAP_XML_…. */
typedef struct {
  /* Or RESPMAP_XML_SKIP. */
  int (*start)(void *context, const respmap_xml_tag *tag);
  void (*end)(void *context);
  /* A piece of the innermost element's text. */
  int (*text)(void *context, const uint8_t *bytes, size_t count);
  /* A comment or, if it has a target, a processing instruction: they end the text before them. The
   * texts end in NUL; that of an instruction may be NULL. NULL if nobody wants to know. */
  int (*aside)(void *context, const char *target, const char *text);
} respmap_xml_handlers;

typedef struct {
  /* RESPMAP_XML_…; the rest speaks of the first thing that was wrong. */
  int32_t reason;
  /* libxml2's number for what is not well-formed (xmlParserErrors), 0 if it gave none. */
  int32_t parser_code;
  /* In bytes of the text that was fed, from 0. */
  size_t offset;
  /* Whether the document type that was refused is `html`. */
  int32_t is_html;
  /* Whether the text ended within an element or a piece of markup. */
  int32_t is_truncated;
  /* The innermost element that was open then, cut off where it is longer. */
  char open_element[64];
  /* Whether the names of earlier documents, which the parser still knows, may have kept this one below
   * its limit: to be sure, forget them and read it again. */
  int32_t depends_on_earlier;
} respmap_xml_outcome;

typedef struct respmap_xml_parser respmap_xml_parser;

/* A parser to be used for one document after the other, by one thread at a time; NULL if there is no
 * memory. */
respmap_xml_parser *respmap_xml_create(void);

void respmap_xml_destroy(respmap_xml_parser *parser);

/* Forgets the names of earlier documents. */
void respmap_xml_forget(respmap_xml_parser *parser);

/* Begins a document. Every beginning is followed by an end, on the same thread. Names of earlier
 * documents are still where they were if the result is not 0. */
int respmap_xml_begin(respmap_xml_parser *parser, respmap_xml_limits limits,
                      respmap_xml_handlers handlers, void *context);

/* Feeds text of the document in UTF-8, cut between characters; 0 when there is no need
 * for more, since the document is refused. What the document declares as its encoding is ignored. */
int respmap_xml_feed(respmap_xml_parser *parser, const uint8_t *text, size_t count);

/* Ends the document. What the handlers were given counts only if the outcome is RESPMAP_XML_OK. */
respmap_xml_outcome respmap_xml_end(respmap_xml_parser *parser);

/* How many bytes from the first on are UTF-8: up to the first sequence that is none, or is cut off. */
size_t respmap_utf8_prefix(const uint8_t *text, size_t length);

/* Where a text first stands in another; NULL if it does not. In linear time. */
const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count);

#endif
