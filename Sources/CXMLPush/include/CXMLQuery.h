#ifndef RESPMAP_XML_QUERY_H
#define RESPMAP_XML_QUERY_H

#include <stddef.h>
#include <stdint.h>

/* Asks the tree of a document with XPath 1.0: the tree that a parser has built beside its events. It
 * lives from the end of a document that was accepted to the next beginning. */

struct respmap_xml_parser;

/* Declares a prefix for the expressions, once for all documents; 0 if there is no memory. `xml` is
 * declared. Strings end in NUL. */
int respmap_xml_declare(struct respmap_xml_parser *parser, const char *prefix, const char *uri);

/* Compiles an expression, to be evaluated by the number that is the result; -1 if it is none. The
 * numbers count from 0. mixes_kinds: a node-set of it may hold elements or attributes beside nodes of
 * other kinds; it is then evaluated right, but unions of many nodes take long. */
int32_t respmap_xml_compile(struct respmap_xml_parser *parser, const char *expression,
                            int mixes_kinds);

enum {
  RESPMAP_XPATH_NODES = 0,
  RESPMAP_XPATH_BOOLEAN = 1,
  RESPMAP_XPATH_NUMBER = 2,
  RESPMAP_XPATH_STRING = 3,
  /* It took more operations than it may, or went too deep. */
  RESPMAP_XPATH_LIMIT = 4,
  /* There is no tree, no such expression, a prefix is not declared, or there is no memory. */
  RESPMAP_XPATH_ERROR = 5,
};

typedef struct {
  /* RESPMAP_XPATH_… */
  int32_t kind;
  int32_t boolean;
  double number;
  /* Nodes, in document order. */
  size_t count;
} respmap_xpath_result;

/* Evaluates an expression with the document's root node as its context. An operation is about one node
 * looked at. */
respmap_xpath_result respmap_xml_evaluate(struct respmap_xml_parser *parser, int32_t expression,
                                          size_t operations);

/* What a node is. */
enum {
  RESPMAP_NODE_ROOT = 0,
  RESPMAP_NODE_ELEMENT = 1,
  RESPMAP_NODE_ATTRIBUTE = 2,
  RESPMAP_NODE_TEXT = 3,
  RESPMAP_NODE_COMMENT = 4,
  RESPMAP_NODE_INSTRUCTION = 5,
  RESPMAP_NODE_NAMESPACE = 6,
};

typedef struct {
  /* RESPMAP_NODE_… */
  int32_t kind;
  int32_t has_element_children;
  /* Its attribute xsi:nil is true. */
  int32_t is_nil;
} respmap_xml_node;

/* What the following speak of is the last result; a node that it does not have is a root. */
respmap_xml_node respmap_xml_result_node(struct respmap_xml_parser *parser, size_t node);

/* Texts in UTF-8, which stay until the next of them is asked for; NULL if there is none, or no memory. */

/* The string-value of a node; of a result that is a string its text, whatever the node. */
const uint8_t *respmap_xml_result_text(struct respmap_xml_parser *parser, size_t node, size_t *count);

/* An element as XML, with all namespace declarations in scope; of a root, its element. */
const uint8_t *respmap_xml_result_serialization(struct respmap_xml_parser *parser, size_t node,
                                                size_t *count);

/* How many namespace declarations an element and those around it have, which is what serializing it costs
 * beside its length; 0 for other nodes. */
size_t respmap_xml_result_declarations(struct respmap_xml_parser *parser, size_t node);

/* A path to the node: `/a/b[2]/@c`. */
const uint8_t *respmap_xml_result_path(struct respmap_xml_parser *parser, size_t node, size_t *count);

#endif
