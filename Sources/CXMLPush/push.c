#include "CXMLPush.h"

#if !__has_include(<libxml/parser.h>)
#error "libxml2 is missing. Install it:  apt-get install -y libxml2-dev"
#endif

#include <libxml/xmlversion.h>
/* Keeps ICU's headers out, whose types clash with Foundation's. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/dict.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libxml2 2.12 made the error constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *reported_error;
#else
typedef xmlErrorPtr reported_error;
#endif

#define RESPMAP_XSI "http://www.w3.org/2001/XMLSchema-instance"

/* The host's handler of errors that libxml2 prints otherwise. */
typedef struct {
  xmlGenericErrorFunc function;
  void *context;
} respmap_xml_host;

/* An element that is open; the names are the parser's. */
typedef struct {
  const char *prefix, *name;
} open_element;

struct respmap_xml_parser {
  xmlParserCtxtPtr context;
  /* Names in the dictionary when it was new, and before the document; the memory they take. */
  int names_at_first, names_before;
  size_t name_bytes_at_first, name_bytes_before;
  respmap_xml_limits limits;
  respmap_xml_handlers handlers;
  void *handler_context;
  /* The open elements, outermost first. */
  open_element *open;
  int32_t depth, capacity;
  size_t text_bytes;
  /* Bytes that were fed. */
  size_t fed;
  /* Behind a CR at the end of a piece of a CDATA section, else 0. */
  size_t after_return;
  int has_element;
  /* How many elements are open within, and with, one of which nothing is wanted. */
  int32_t skipped;
  respmap_xml_outcome outcome;
  respmap_xml_host host;
};

/* The options by which libxml2 opens nothing: the second is known to 2.13 and later. */
#if LIBXML_VERSION >= 21300
#define OPEN_NOTHING (XML_PARSE_NONET | XML_PARSE_NO_XXE)
#else
#define OPEN_NOTHING XML_PARSE_NONET
#endif

/* Bytes given to libxml2 at a time; limits are looked at in between. */
#define CHUNK 4096

/* In a CDATA section libxml2 2.9 hands out this many bytes a call and holds the rest back. */
#define CDATA_CHUNK 300

/* A dictionary that has grown beyond this is not used for a further document. */
#define REUSABLE_NAMES 1024
#define REUSABLE_NAME_BYTES (1 << 18)

static pthread_once_t initialised = PTHREAD_ONCE_INIT;

/* libxml2's own initialisation is not safe from several threads. It is never undone: the host may
 * use libxml2 too. */
static void initialise(void) { xmlInitParser(); }

static int is_refused(const respmap_xml_parser *parser) {
  return parser->outcome.reason != RESPMAP_XML_OK;
}

/* Bytes of the text up to the place that the parser has come to. */
static size_t consumed_by(xmlParserCtxtPtr context) {
  long consumed = context->input != NULL ? xmlByteConsumed(context) : -1;
  return consumed > 0 ? (size_t)consumed : 0;
}

/* Notes the innermost of that many open elements. */
static void note_open(respmap_xml_parser *parser, int32_t depth) {
  respmap_xml_outcome *outcome = &parser->outcome;
  outcome->open_element[0] = 0;
  if (depth == 0) return;
  const open_element *innermost = &parser->open[depth - 1];
  snprintf(outcome->open_element, sizeof outcome->open_element, "%s%s%s",
           innermost->prefix != NULL ? innermost->prefix : "",
           innermost->prefix != NULL ? ":" : "", innermost->name);
}

/* Notes the first reason, the place the parser has come to, and what is open there. */
static void refuse(respmap_xml_parser *parser, int32_t reason, int32_t parser_code) {
  respmap_xml_outcome *outcome = &parser->outcome;
  if (is_refused(parser)) return;
  outcome->reason = reason;
  outcome->parser_code = parser_code;
  outcome->offset = consumed_by(parser->context);
  note_open(parser, parser->depth);
}

/* Ends the document for that reason, unless there is one already. */
static void stop(respmap_xml_parser *parser, int32_t reason) {
  refuse(parser, reason, 0);
  xmlStopParser(parser->context);
}

static respmap_xml_parser *parser_of(void *context) {
  return ((xmlParserCtxtPtr)context)->_private;
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)external;
  (void)system;
  respmap_xml_parser *parser = parser_of(context);
  if (!is_refused(parser))
    parser->outcome.is_html = name != NULL && xmlStrcasecmp(name, BAD_CAST "html") == 0;
  stop(parser, RESPMAP_XML_DOCTYPE);
}

static int is_space(xmlChar byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static int is_true(const xmlChar *value, const xmlChar *end) {
  while (value < end && is_space(*value)) value++;
  while (value < end && is_space(end[-1])) end--;
  return (end - value == 1 && *value == '1') || (end - value == 4 && memcmp(value, "true", 4) == 0);
}

/* Whether an attribute is xsi:nil with the value true (XML Schema 1.0 part 1 §2.6.2: a boolean, white
 * space around it collapsed). Values do not end in NUL. */
static int is_true_nil(const xmlChar **attribute) {
  if (attribute[2] == NULL || strcmp((const char *)attribute[0], "nil") != 0) return 0;
  if (strcmp((const char *)attribute[2], RESPMAP_XSI) != 0) return 0;
  return is_true(attribute[3], attribute[4]);
}

/* Notes an element as open; 0 if there is no memory. */
static int open_one(respmap_xml_parser *parser, const char *prefix, const char *name) {
  if (parser->depth == parser->capacity) {
    int32_t capacity = parser->capacity == 0 ? 16 : 2 * parser->capacity;
    open_element *open = realloc(parser->open, (size_t)capacity * sizeof *open);
    if (open == NULL) return 0;
    parser->open = open;
    parser->capacity = capacity;
  }
  parser->open[parser->depth++] = (open_element){prefix, name};
  return 1;
}

/* Does what a handler has asked for. */
static void obey(respmap_xml_parser *parser, int reason) {
  if (reason != RESPMAP_XML_OK) stop(parser, reason);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes) {
  (void)defaulted_count;
  respmap_xml_parser *parser = parser_of(context);
  if (is_refused(parser)) return;
  if (parser->depth >= parser->limits.depth) {
    stop(parser, RESPMAP_XML_DEPTH);
    return;
  }
  if (namespace_count + attribute_count > parser->limits.attributes) {
    stop(parser, RESPMAP_XML_ATTRIBUTES);
    return;
  }
  if (!open_one(parser, (const char *)prefix, (const char *)name)) {
    refuse(parser, RESPMAP_XML_MALFORMED, XML_ERR_NO_MEMORY);
    xmlStopParser(parser->context);
    return;
  }
  parser->has_element = 1;
  if (parser->skipped > 0) {
    parser->skipped++;
    return;
  }
  respmap_xml_tag tag = {(const char *)prefix, (const char *)name, (const char *)uri, 0,
                         (const char *const *)namespaces, namespace_count,
                         (const char *const *)attributes, attribute_count};
  for (int i = 0; i < attribute_count; i++) tag.is_nil |= is_true_nil(attributes + 5 * i);
  int reason = parser->handlers.start(parser->handler_context, &tag);
  if (reason == RESPMAP_XML_SKIP) parser->skipped = 1;
  else obey(parser, reason);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name;
  (void)prefix;
  (void)uri;
  respmap_xml_parser *parser = parser_of(context);
  if (is_refused(parser)) return;
  parser->depth--;
  if (parser->skipped > 0) {
    parser->skipped--;
    return;
  }
  parser->handlers.end(parser->handler_context);
}

static void on_text(void *context, const xmlChar *bytes, int count) {
  respmap_xml_parser *parser = parser_of(context);
  if (is_refused(parser) || count <= 0) return;
  if ((size_t)count > parser->limits.text_bytes - parser->text_bytes) {
    stop(parser, RESPMAP_XML_TEXT_BYTES);
    return;
  }
  parser->text_bytes += (size_t)count;
  if (parser->skipped > 0) return;
  obey(parser, parser->handlers.text(parser->handler_context, bytes, (size_t)count));
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
  respmap_xml_parser *parser = parser_of(context);
  if (is_refused(parser) || parser->handlers.aside == NULL || parser->skipped > 0) return;
  obey(parser, parser->handlers.aside(parser->handler_context, (const char *)target,
                                      (const char *)data));
}

static void on_comment(void *context, const xmlChar *text) { on_instruction(context, NULL, text); }

/* In CDATA sections libxml2 leaves the line ends as they are; XML 1.0 §2.11 makes each an LF. A section
 * comes in pieces, of which one may end between CR and LF. */
static void on_cdata(void *context, const xmlChar *bytes, int count) {
  /* libxml2 looks at what stands behind a text that it is given. */
  static const xmlChar line_feed[] = "\n\0";
  respmap_xml_parser *parser = parser_of(context);
  size_t at = consumed_by(parser->context);
  int start = count > 0 && parser->after_return == at && at > 0 && bytes[0] == '\n';
  parser->after_return = 0;
  for (int end = start; end < count; end++) {
    if (bytes[end] != '\r') continue;
    on_text(context, bytes + start, end - start);
    on_text(context, line_feed, 1);
    if (end + 1 == count) parser->after_return = at + (size_t)count;
    if (end + 1 < count && bytes[end + 1] == '\n') end++;
    start = end + 1;
  }
  on_text(context, bytes + start, count - start);
}

/* A namespace name that is no URI: no constraint of Namespaces in XML forbids it. */
static int is_tolerable(int code) {
  return code == XML_ERR_OK || code == XML_WAR_NS_URI || code == XML_WAR_NS_URI_RELATIVE;
}

static void on_error(void *context, reported_error error) {
  if (context == NULL || error == NULL || error->level < XML_ERR_ERROR) return;
  if (is_tolerable(error->code)) return;
  refuse(parser_of(context), RESPMAP_XML_MALFORMED, error->code);
}

/* Not all of libxml2's errors go to the handlers of the parser; the rest is printed. For the
 * document they are kept quiet. */
static void be_quiet(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

static respmap_xml_host take_over(void) {
  respmap_xml_host host = {xmlGenericError, xmlGenericErrorContext};
  xmlSetGenericErrorFunc(NULL, be_quiet);
  return host;
}

static void give_back(respmap_xml_host host) {
  xmlSetGenericErrorFunc(host.context, host.function);
}

static xmlParserCtxtPtr make_context(respmap_xml_parser *parser) {
  xmlSAXHandler handlers;
  memset(&handlers, 0, sizeof handlers);
  handlers.initialized = XML_SAX2_MAGIC;
  handlers.internalSubset = on_doctype;
  handlers.startElementNs = on_start;
  handlers.endElementNs = on_end;
  handlers.characters = on_text;
  handlers.ignorableWhitespace = on_text;
  handlers.cdataBlock = on_cdata;
  handlers.comment = on_comment;
  handlers.processingInstruction = on_instruction;
  handlers.serror = on_error;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handlers, NULL, NULL, 0, NULL);
  if (context == NULL) return NULL;
  context->_private = parser;
  parser->names_at_first = xmlDictSize(context->dict);
  parser->name_bytes_at_first = xmlDictGetUsage(context->dict);
  return context;
}

respmap_xml_parser *respmap_xml_create(void) {
  pthread_once(&initialised, initialise);
  return calloc(1, sizeof(respmap_xml_parser));
}

void respmap_xml_forget(respmap_xml_parser *parser) {
  if (parser->context != NULL) xmlFreeParserCtxt(parser->context);
  parser->context = NULL;
}

void respmap_xml_destroy(respmap_xml_parser *parser) {
  if (parser == NULL) return;
  respmap_xml_forget(parser);
  free(parser->open);
  free(parser);
}

/* Forgets the names of earlier documents if they are many or long; 0 if none are known then. */
static int forget_many(respmap_xml_parser *parser) {
  xmlParserCtxtPtr context = parser->context;
  if (context == NULL) return 0;
  if (xmlDictSize(context->dict) > REUSABLE_NAMES ||
      xmlDictGetUsage(context->dict) > REUSABLE_NAME_BYTES ||
      parser->outcome.parser_code == XML_ERR_NO_MEMORY)
    respmap_xml_forget(parser);
  return parser->context != NULL;
}

/* Makes libxml2's parser ready for a document; 0 if there is no memory. */
static int prepare(respmap_xml_parser *parser) {
  if (parser->context == NULL) parser->context = make_context(parser);
  if (parser->context == NULL) return 0;
  /* A new one, too: else it looks for an encoding, and differs from one that is used again. */
  if (xmlCtxtResetPush(parser->context, NULL, 0, NULL, NULL) != 0) return 0;
  /* The text is UTF-8 whatever it declares: its owner has decoded it. */
  xmlCtxtUseOptions(parser->context, OPEN_NOTHING | XML_PARSE_IGNORE_ENC);
  parser->context->_private = parser;
  parser->names_before = xmlDictSize(parser->context->dict);
  parser->name_bytes_before = xmlDictGetUsage(parser->context->dict);
  return 1;
}

int respmap_xml_begin(respmap_xml_parser *parser, respmap_xml_limits limits,
                      respmap_xml_handlers handlers, void *context) {
  parser->host = take_over();
  int keeps_names = forget_many(parser);
  memset(&parser->outcome, 0, sizeof parser->outcome);
  parser->limits = limits;
  parser->handlers = handlers;
  parser->handler_context = context;
  parser->depth = 0;
  parser->text_bytes = 0;
  parser->fed = 0;
  parser->after_return = 0;
  parser->has_element = 0;
  parser->skipped = 0;
  if (!prepare(parser)) {
    parser->outcome.reason = RESPMAP_XML_MALFORMED;
    parser->outcome.parser_code = XML_ERR_NO_MEMORY;
  }
  return keeps_names;
}

/* Whether a CDATA section is held back: it is text, and limited as such. */
static int is_cdata(xmlParserInputPtr input) {
  return input->end - input->cur >= 9 && memcmp(input->cur, "<![CDATA[", 9) == 0;
}

static void check_token(respmap_xml_parser *parser) {
  xmlParserInputPtr input = parser->context->input;
  if (input == NULL) return;
  size_t held_back = (size_t)(input->end - input->cur);
  if (is_cdata(input)) {
    if (held_back > parser->limits.text_bytes) stop(parser, RESPMAP_XML_TEXT_BYTES);
  } else if (held_back > parser->limits.token_bytes) {
    /* libxml2 waits for the semicolon of a reference: a lone `&` is told from a long token. */
    int is_lone = input->cur[0] == '&' && input->cur[1] != '#';
    if (is_lone) refuse(parser, RESPMAP_XML_MALFORMED, XML_ERR_ENTITYREF_SEMICOL_MISSING);
    stop(parser, RESPMAP_XML_TOKEN_BYTES);
  }
}

/* The memory of a dictionary comes in pieces, each four times the one before, so the same names may
 * take up to this many times their bytes in one that is new. */
#define MEMORY_PER_NAME_BYTE 6

/* Names of earlier documents that come again are not counted, and new ones may find room that was there:
 * where all names together might be beyond a limit in a new dictionary, the verdict depends on them. */
static void check_names(respmap_xml_parser *parser) {
  const respmap_xml_limits *limits = &parser->limits;
  int names = xmlDictSize(parser->context->dict);
  size_t bytes = xmlDictGetUsage(parser->context->dict);
  if (names - parser->names_before > limits->names) stop(parser, RESPMAP_XML_NAMES);
  if (bytes - parser->name_bytes_before > limits->name_bytes) stop(parser, RESPMAP_XML_NAME_BYTES);
  int is_beyond = names - parser->names_at_first > limits->names ||
                  bytes - parser->name_bytes_at_first > limits->name_bytes / MEMORY_PER_NAME_BYTE ||
                  parser->outcome.parser_code == XML_ERR_NO_MEMORY;
  if (is_beyond && parser->names_before > parser->names_at_first)
    parser->outcome.depends_on_earlier = 1;
}

/* Where a chunk ends that begins at that offset: not within a character. */
static size_t chunk_end(const uint8_t *text, size_t start, size_t count, size_t longest) {
  if (count - start <= longest) return count;
  size_t end = start + longest;
  while (end > start + 1 && (text[end] & 0xC0) == 0x80) end--;
  return end;
}

static void parse_chunk(respmap_xml_parser *parser, const uint8_t *text, size_t count) {
  int code = xmlParseChunk(parser->context, (const char *)text, (int)count, 0);
  /* The result is the only sign of some failures. */
  if (!is_tolerable(code)) refuse(parser, RESPMAP_XML_MALFORMED, code);
}

static int is_in_cdata(const respmap_xml_parser *parser) {
  return parser->context->instate == XML_PARSER_CDATA_SECTION;
}

/* Has libxml2 hand out what it holds back of a CDATA section: all but the last piece. */
static void drain_cdata(respmap_xml_parser *parser) {
  xmlParserInputPtr input = parser->context->input;
  while (!is_refused(parser) && is_in_cdata(parser) && input->end - input->cur > CDATA_CHUNK + 2) {
    const xmlChar *before = input->cur;
    ptrdiff_t held_back = input->end - input->cur;
    parse_chunk(parser, NULL, 0);
    if (input->cur == before && input->end - input->cur == held_back) return;
  }
}

static void feed_chunk(respmap_xml_parser *parser, const uint8_t *text, size_t count) {
  parse_chunk(parser, text, count);
  drain_cdata(parser);
  if (!is_refused(parser)) check_token(parser);
  check_names(parser);
  parser->fed += count;
}

int respmap_xml_feed(respmap_xml_parser *parser, const uint8_t *text, size_t count) {
  /* To libxml2 the text would end there. */
  const uint8_t *nul = memchr(text, 0, count);
  size_t length = nul != NULL ? (size_t)(nul - text) : count;
  if (parser->fed == 0 && length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
    refuse(parser, RESPMAP_XML_MALFORMED, XML_ERR_DOCUMENT_EMPTY);
  for (size_t start = 0; start < length && !is_refused(parser);) {
    size_t end = chunk_end(text, start, length, is_in_cdata(parser) ? CDATA_CHUNK : CHUNK);
    feed_chunk(parser, text + start, end - start);
    start = end;
  }
  if (nul != NULL && !is_refused(parser)) {
    refuse(parser, RESPMAP_XML_MALFORMED, XML_ERR_INVALID_CHAR);
    parser->outcome.offset = parser->fed;
  }
  return !is_refused(parser);
}

/* Whether libxml2 holds back a piece of markup that has begun and nothing else. */
static int holds_back_markup(const respmap_xml_parser *parser) {
  xmlParserInputPtr input = parser->context->input;
  if (input == NULL || input->cur >= input->end || *input->cur != '<') return 0;
  size_t rest = (size_t)(input->end - input->cur) - 1;
  return memchr(input->cur + 1, '<', rest) == NULL && memchr(input->cur + 1, '>', rest) == NULL;
}

/* Whether the error that ends a document is that its text is cut short. libxml2 has various words for
 * that: some speak of the text's end, others of something that is wrong right there. */
static int is_cut_short(const respmap_xml_parser *parser, int was_within, int held_back_markup) {
  const respmap_xml_outcome *outcome = &parser->outcome;
  if (outcome->reason != RESPMAP_XML_MALFORMED) return 0;
  if (held_back_markup) return 1;
  int is_at_end = outcome->offset >= parser->fed;
  if (outcome->parser_code != XML_ERR_DOCUMENT_EMPTY && outcome->parser_code != XML_ERR_DOCUMENT_END)
    return is_at_end;
  return was_within || (!parser->has_element && !is_at_end);
}

/* Has libxml2 read what it held back, and looks whether it then has a whole document. */
static void finish(respmap_xml_parser *parser) {
  xmlParserCtxtPtr context = parser->context;
  int32_t depth = parser->depth;
  int held_back_markup = holds_back_markup(parser);
  int code = xmlParseChunk(context, NULL, 0, 1);
  /* From 2.13 on libxml2 does not look behind the root element once it has found anything to report,
   * be it tolerable: so it is looked at whether it has read everything. */
  int is_whole = is_tolerable(code) && context->wellFormed && parser->has_element &&
                 parser->depth == 0 && consumed_by(context) >= parser->fed;
  if (is_whole) return;
  refuse(parser, RESPMAP_XML_MALFORMED, code);
  if (!is_cut_short(parser, depth > 0, held_back_markup)) return;
  parser->outcome.is_truncated = 1;
  /* An element whose tag is cut short has been opened since. */
  note_open(parser, depth < parser->depth ? depth : parser->depth);
  parser->outcome.offset = parser->fed;
}

respmap_xml_outcome respmap_xml_end(respmap_xml_parser *parser) {
  if (!is_refused(parser)) finish(parser);
  give_back(parser->host);
  return parser->outcome;
}
