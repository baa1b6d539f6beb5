#ifndef RESPMAP_XML_PARSER_H
#define RESPMAP_XML_PARSER_H

/* What the files of this module share; not for others. */

#include "CXMLPush.h"

#if !__has_include(<libxml/parser.h>)
#error "libxml2 is missing. Install it:  apt-get install -y libxml2-dev"
#endif

#include <libxml/xmlversion.h>
/* Keeps ICU's headers out, whose types clash with Foundation's. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>

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

/* A compiled expression, and whether its node-sets mix kinds of nodes. */
typedef struct {
  xmlXPathCompExprPtr expression;
  int mixes_kinds;
} respmap_xml_query;

/* Compiled expressions, and the last result, which points into the tree. */
typedef struct {
  xmlXPathContextPtr context;
  respmap_xml_query *compiled;
  int32_t count, capacity;
  xmlXPathObjectPtr result;
  /* The text that was handed out last. */
  xmlChar *text;
} respmap_xml_queries;

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
  /* Whether a tree is built; how many nodes it has, and whether the last event was text, which the next
   * text continues. */
  int builds_tree;
  int32_t tree_nodes;
  int is_in_text;
  /* The tree of the document before, from its end to the next beginning. */
  xmlDocPtr tree;
  /* Whether its elements are numbered. */
  int is_ordered;
  respmap_xml_queries queries;
  respmap_xml_outcome outcome;
  respmap_xml_host host;
};

/* Keeps libxml2 quiet until it is given back to the host. */
respmap_xml_host respmap_xml_take_over(void);
void respmap_xml_give_back(respmap_xml_host host);

/* Ends the document for that reason, unless there is one already. */
void respmap_xml_stop(respmap_xml_parser *parser, int32_t reason);

/* Builds the tree, event by event; the first four refuse the document where it has too many nodes, and
 * do nothing if no tree is wanted. */
void respmap_tree_start(respmap_xml_parser *parser, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                        int attribute_count, int defaulted_count, const xmlChar **attributes);
void respmap_tree_text(respmap_xml_parser *parser, const xmlChar *bytes, int count);
void respmap_tree_comment(respmap_xml_parser *parser, const xmlChar *text);
void respmap_tree_instruction(respmap_xml_parser *parser, const xmlChar *target, const xmlChar *data);
void respmap_tree_end(respmap_xml_parser *parser, const xmlChar *name, const xmlChar *prefix,
                      const xmlChar *uri);
void respmap_tree_start_document(respmap_xml_parser *parser);
void respmap_tree_end_document(respmap_xml_parser *parser);
/* Takes the tree from libxml2's parser if the document was accepted. */
void respmap_tree_keep(respmap_xml_parser *parser);
void respmap_tree_free(respmap_xml_parser *parser);

/* Whether an attribute's value is true as XML Schema's booleans are (part 2 §3.2.2). */
int respmap_is_true(const xmlChar *value, const xmlChar *end);

/* A path to a node of a tree or of a result; NULL if there is no memory. */
xmlChar *respmap_path_of(xmlNodePtr node);

void respmap_query_forget_result(respmap_xml_parser *parser);
void respmap_query_free(respmap_xml_parser *parser);

#endif
