#include "CXMLRivals.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK 4096

struct respmap_rival_sax {
  xmlParserCtxtPtr context;
};

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes) {
  (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
  (void)attribute_count, (void)defaulted_count, (void)attributes;
  ++*(long *)((xmlParserCtxtPtr)context)->_private;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)context, (void)name, (void)prefix, (void)uri;
}

static void on_text(void *context, const xmlChar *bytes, int count) {
  (void)context, (void)bytes, (void)count;
}

respmap_rival_sax *respmap_rival_sax_create(void) {
  xmlInitParser();
  respmap_rival_sax *rival = calloc(1, sizeof *rival);
  if (rival == NULL) return NULL;
  xmlSAXHandler handlers;
  memset(&handlers, 0, sizeof handlers);
  handlers.initialized = XML_SAX2_MAGIC;
  handlers.startElementNs = on_start;
  handlers.endElementNs = on_end;
  handlers.characters = on_text;
  handlers.ignorableWhitespace = on_text;
  handlers.cdataBlock = on_text;
  rival->context = xmlCreatePushParserCtxt(&handlers, NULL, NULL, 0, NULL);
  return rival;
}

void respmap_rival_sax_destroy(respmap_rival_sax *rival) {
  xmlFreeParserCtxt(rival->context);
  free(rival);
}

long respmap_rival_sax_read(respmap_rival_sax *rival, const uint8_t *text, size_t count) {
  long elements = 0;
  xmlParserCtxtPtr context = rival->context;
  xmlCtxtResetPush(context, NULL, 0, NULL, NULL);
  xmlCtxtUseOptions(context, XML_PARSE_NONET);
  context->_private = &elements;
  for (size_t at = 0; at < count; at += CHUNK)
    xmlParseChunk(context, (const char *)text + at,
                  (int)(count - at < CHUNK ? count - at : CHUNK), 0);
  xmlParseChunk(context, NULL, 0, 1);
  return context->wellFormed ? elements : -1;
}

struct respmap_rival_xpath {
  size_t count;
  xmlXPathCompExprPtr expressions[256];
};

respmap_rival_xpath *respmap_rival_xpath_create(void) {
  xmlInitParser();
  return calloc(1, sizeof(respmap_rival_xpath));
}

void respmap_rival_xpath_destroy(respmap_rival_xpath *rival) {
  for (size_t i = 0; i < rival->count; i++) xmlXPathFreeCompExpr(rival->expressions[i]);
  free(rival);
}

int respmap_rival_xpath_add(respmap_rival_xpath *rival, const char *expression) {
  if (rival->count == sizeof rival->expressions / sizeof *rival->expressions) return 0;
  xmlXPathCompExprPtr compiled = xmlXPathCompile(BAD_CAST expression);
  if (compiled == NULL) return 0;
  rival->expressions[rival->count++] = compiled;
  return 1;
}

long respmap_rival_xpath_read(respmap_rival_xpath *rival, const uint8_t *text, size_t count) {
  xmlDocPtr document =
      xmlReadMemory((const char *)text, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  if (document == NULL) return -1;
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  long found = 0;
  for (size_t i = 0; i < rival->count; i++) {
    xmlXPathObjectPtr result = xmlXPathCompiledEval(rival->expressions[i], context);
    if (result != NULL && result->type == XPATH_NODESET && result->nodesetval != NULL &&
        result->nodesetval->nodeNr > 0) {
      xmlChar *value = xmlNodeGetContent(result->nodesetval->nodeTab[0]);
      if (value != NULL && value[0] != 0) found++;
      xmlFree(value);
    }
    xmlXPathFreeObject(result);
  }
  xmlXPathFreeContext(context);
  xmlFreeDoc(document);
  return found;
}

/* What libxml2 has said of a document. */
typedef struct {
  int has_doctype, has_error, is_beyond_limit;
} judgement;

static void note_doctype(void *context, const xmlChar *name, const xmlChar *external,
                         const xmlChar *system) {
  (void)name, (void)external, (void)system;
  xmlParserCtxtPtr parser = context;
  ((judgement *)parser->_private)->has_doctype = 1;
  xmlStopParser(parser);
}

/* libxml2 2.12 made the error constant. */
#if LIBXML_VERSION >= 21200
static void note_error(void *context, const xmlError *error) {
#else
static void note_error(void *context, xmlErrorPtr error) {
#endif
  if (context == NULL || error->level < XML_ERR_ERROR) return;
  /* No constraint of Namespaces in XML forbids a name that is no URI. */
  if (error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE) return;
  judgement *said = ((xmlParserCtxtPtr)context)->_private;
  said->has_error = 1;
  if (error->code == XML_ERR_NAME_TOO_LONG || error->code == XML_ERR_NO_MEMORY)
    said->is_beyond_limit = 1;
}

static void be_quiet(void *context, const char *format, ...) { (void)context, (void)format; }

int respmap_rival_is_well_formed(const uint8_t *text, size_t count) {
  xmlSAXHandler handlers;
  memset(&handlers, 0, sizeof handlers);
  handlers.initialized = XML_SAX2_MAGIC;
  handlers.internalSubset = note_doctype;
  handlers.serror = note_error;
  xmlSetGenericErrorFunc(NULL, be_quiet);
  judgement said = {0, 0, 0};
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handlers, NULL, NULL, 0, NULL);
  if (parser == NULL) return -1;
  xmlCtxtResetPush(parser, NULL, 0, NULL, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser->_private = &said;
  xmlParseChunk(parser, (const char *)text, (int)count, 0);
  xmlParseChunk(parser, NULL, 0, 1);
  int is_well_formed = parser->wellFormed && !said.has_error;
  xmlFreeParserCtxt(parser);
  return said.has_doctype || said.is_beyond_limit ? -1 : is_well_formed;
}
