/* Evaluates XPath on the tree of a document, and looks at what comes of it. */

#include "parser.h"

#include <libxml/hash.h>
#include <libxml/xpathInternals.h>

#include <stdlib.h>
#include <string.h>

static void ignore_error(void *context, reported_error error) {
  (void)context;
  (void)error;
}

/* The context that all expressions share; NULL if there is no memory. */
static xmlXPathContextPtr context_of(respmap_xml_parser *parser) {
  respmap_xml_queries *queries = &parser->queries;
  if (queries->context != NULL) return queries->context;
  queries->context = xmlXPathNewContext(NULL);
  if (queries->context != NULL) queries->context->error = ignore_error;
  return queries->context;
}

int respmap_xml_declare(respmap_xml_parser *parser, const char *prefix, const char *uri) {
  xmlXPathContextPtr context = context_of(parser);
  if (context == NULL) return 0;
  return xmlXPathRegisterNs(context, BAD_CAST prefix, BAD_CAST uri) == 0;
}

/* Makes room for one more expression; 0 if there is no memory. */
static int make_room(respmap_xml_queries *queries) {
  if (queries->count < queries->capacity) return 1;
  if (queries->capacity > INT32_MAX / 2) return 0;
  int32_t capacity = queries->capacity == 0 ? 8 : 2 * queries->capacity;
  respmap_xml_query *compiled =
      realloc(queries->compiled, (size_t)capacity * sizeof *queries->compiled);
  if (compiled == NULL) return 0;
  queries->compiled = compiled;
  queries->capacity = capacity;
  return 1;
}

/* Compiles a text that may be matched while the tree is walked: libxml2 does that with paths without
 * brackets and attributes, and in linear time, but 2.9 loses nodes where a step is `.`. Parentheses
 * keep it from that. */
static xmlXPathCompExprPtr compile(xmlXPathContextPtr context, const char *text) {
  if (strpbrk(text, "[(@") != NULL || strchr(text, '.') == NULL)
    return xmlXPathCtxtCompile(context, BAD_CAST text);
  xmlChar *enclosed = xmlStrncatNew(BAD_CAST "(", BAD_CAST text, -1);
  enclosed = xmlStrcat(enclosed, BAD_CAST ")");
  xmlXPathCompExprPtr compiled =
      enclosed != NULL ? xmlXPathCtxtCompile(context, enclosed) : NULL;
  xmlFree(enclosed);
  return compiled;
}

int32_t respmap_xml_compile(respmap_xml_parser *parser, const char *expression,
                            int mixes_kinds) {
  respmap_xml_queries *queries = &parser->queries;
  xmlXPathContextPtr context = context_of(parser);
  if (context == NULL || !make_room(queries)) return -1;
  respmap_xml_host host = respmap_xml_take_over();
  context->opLimit = 0;
  context->depth = 0;
  xmlXPathCompExprPtr compiled = compile(context, expression);
  xmlResetError(&context->lastError);
  respmap_xml_give_back(host);
  if (compiled == NULL) return -1;
  queries->compiled[queries->count] = (respmap_xml_query){compiled, mixes_kinds};
  return queries->count++;
}

void respmap_query_forget_result(respmap_xml_parser *parser) {
  respmap_xml_queries *queries = &parser->queries;
  if (queries->result != NULL) xmlXPathFreeObject(queries->result);
  queries->result = NULL;
  if (queries->text != NULL) xmlFree(queries->text);
  queries->text = NULL;
  if (queries->context == NULL) return;
  queries->context->doc = NULL;
  queries->context->node = NULL;
}

void respmap_query_free(respmap_xml_parser *parser) {
  respmap_query_forget_result(parser);
  respmap_xml_queries *queries = &parser->queries;
  for (int32_t i = 0; i < queries->count; i++) xmlXPathFreeCompExpr(queries->compiled[i].expression);
  free(queries->compiled);
  if (queries->context != NULL) xmlXPathFreeContext(queries->context);
  memset(queries, 0, sizeof *queries);
}

/* The node behind another in document order; NULL behind the last. */
static xmlNodePtr next_in_order(xmlNodePtr node) {
  if (node->type == XML_ELEMENT_NODE && node->children != NULL) return node->children;
  while (node != NULL && node->next == NULL) node = node->parent;
  return node != NULL && node->type != XML_DOCUMENT_NODE ? node->next : NULL;
}

/* Numbers the elements or takes their numbers back. Without numbers libxml2 walks from sibling to sibling
 * to compare two nodes, which takes quadratic time in wide documents; with them it takes a text behind
 * an element to stand before what the element contains. */
static void set_order(respmap_xml_parser *parser, int is_ordered) {
  if (parser->is_ordered == is_ordered) return;
  parser->is_ordered = is_ordered;
  if (is_ordered) {
    xmlXPathOrderDocElems(parser->tree);
    return;
  }
  for (xmlNodePtr node = parser->tree->children; node != NULL; node = next_in_order(node))
    if (node->type == XML_ELEMENT_NODE) node->content = NULL;
}

/* Sets the context to the document's root node, whose position is 1 of 1. */
static void enter(respmap_xml_parser *parser, size_t operations) {
  xmlXPathContextPtr context = parser->queries.context;
  context->doc = parser->tree;
  context->node = (xmlNodePtr)parser->tree;
  context->contextSize = 1;
  context->proximityPosition = 1;
  /* 0 would be no limit. */
  context->opLimit = operations > 0 ? operations : 1;
  context->opCount = 0;
  context->depth = 0;
  xmlResetError(&context->lastError);
}

/* Whether an evaluation without a result has met a limit; simple paths, which libxml2 matches while it
 * walks the tree, end there without an error. */
static int met_limit(xmlXPathContextPtr context) {
  int code = context->lastError.code;
  return context->opCount >= context->opLimit ||
         code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED ||
         code == XML_XPATH_EXPRESSION_OK + XPATH_RECURSION_LIMIT_EXCEEDED;
}

static respmap_xpath_result failure(int32_t kind) {
  respmap_xpath_result result = {kind, 0, 0, 0};
  return result;
}

static respmap_xpath_result summary(xmlXPathObjectPtr value) {
  respmap_xpath_result result = failure(RESPMAP_XPATH_ERROR);
  switch (value->type) {
    case XPATH_NODESET:
      result.kind = RESPMAP_XPATH_NODES;
      if (value->nodesetval != NULL) result.count = (size_t)value->nodesetval->nodeNr;
      break;
    case XPATH_BOOLEAN:
      result.kind = RESPMAP_XPATH_BOOLEAN;
      result.boolean = value->boolval != 0;
      break;
    case XPATH_NUMBER:
      result.kind = RESPMAP_XPATH_NUMBER;
      result.number = value->floatval;
      break;
    case XPATH_STRING: result.kind = RESPMAP_XPATH_STRING; break;
    default: break;
  }
  return result;
}

respmap_xpath_result respmap_xml_evaluate(respmap_xml_parser *parser, int32_t expression,
                                          size_t operations) {
  respmap_xml_queries *queries = &parser->queries;
  respmap_query_forget_result(parser);
  if (parser->tree == NULL || expression < 0 || expression >= queries->count)
    return failure(RESPMAP_XPATH_ERROR);
  respmap_xml_host host = respmap_xml_take_over();
  const respmap_xml_query *query = &queries->compiled[expression];
  set_order(parser, !query->mixes_kinds);
  enter(parser, operations);
  queries->result = xmlXPathCompiledEval(query->expression, queries->context);
  int was_limited = met_limit(queries->context);
  xmlResetError(&queries->context->lastError);
  respmap_xml_give_back(host);
  if (queries->result != NULL) return summary(queries->result);
  return failure(was_limited ? RESPMAP_XPATH_LIMIT : RESPMAP_XPATH_ERROR);
}

/* The node of the last result with that number; NULL if there is none. */
static xmlNodePtr node_of(const respmap_xml_parser *parser, size_t node) {
  xmlXPathObjectPtr result = parser->queries.result;
  if (result == NULL || result->type != XPATH_NODESET || result->nodesetval == NULL) return NULL;
  if (node >= (size_t)result->nodesetval->nodeNr) return NULL;
  return result->nodesetval->nodeTab[node];
}

static int has_element_children(xmlNodePtr node) {
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE) return 1;
  return 0;
}

static int is_nil(xmlNodePtr element) {
  xmlAttrPtr attribute = xmlHasNsProp(element, BAD_CAST "nil", BAD_CAST RESPMAP_XSI);
  if (attribute == NULL) return 0;
  xmlChar *value = xmlXPathCastNodeToString((xmlNodePtr)attribute);
  int is_true = value != NULL && respmap_is_true(value, value + xmlStrlen(value));
  xmlFree(value);
  return is_true;
}

respmap_xml_node respmap_xml_result_node(respmap_xml_parser *parser, size_t number) {
  respmap_xml_node result = {RESPMAP_NODE_ROOT, 0, 0};
  xmlNodePtr node = node_of(parser, number);
  if (node == NULL) return result;
  switch (node->type) {
    case XML_ELEMENT_NODE:
      result.kind = RESPMAP_NODE_ELEMENT;
      result.has_element_children = has_element_children(node);
      result.is_nil = is_nil(node);
      break;
    case XML_ATTRIBUTE_NODE: result.kind = RESPMAP_NODE_ATTRIBUTE; break;
    case XML_TEXT_NODE: result.kind = RESPMAP_NODE_TEXT; break;
    case XML_COMMENT_NODE: result.kind = RESPMAP_NODE_COMMENT; break;
    case XML_PI_NODE: result.kind = RESPMAP_NODE_INSTRUCTION; break;
    case XML_NAMESPACE_DECL: result.kind = RESPMAP_NODE_NAMESPACE; break;
    default: result.has_element_children = has_element_children(node); break;
  }
  return result;
}

/* Keeps a text until the next one is asked for. */
static const uint8_t *hand_out(respmap_xml_parser *parser, xmlChar *text, size_t *count) {
  if (parser->queries.text != NULL) xmlFree(parser->queries.text);
  parser->queries.text = text;
  *count = text != NULL ? strlen((const char *)text) : 0;
  return text;
}

const uint8_t *respmap_xml_result_text(respmap_xml_parser *parser, size_t number, size_t *count) {
  xmlXPathObjectPtr result = parser->queries.result;
  xmlChar *text = NULL;
  if (result != NULL && result->type == XPATH_STRING) {
    text = xmlStrdup(result->stringval != NULL ? result->stringval : BAD_CAST "");
  } else {
    xmlNodePtr node = node_of(parser, number);
    if (node != NULL) text = xmlXPathCastNodeToString(node);
  }
  return hand_out(parser, text, count);
}

/* Declares at an element what is in scope there by way of its ancestors; the result is the first
 * declaration that was added, which stands behind the element's own. */
static xmlNsPtr declare_scope(xmlNodePtr element) {
  xmlHashTablePtr known = xmlHashCreate(16);
  xmlNsPtr last = element->nsDef, first_added = NULL;
  while (last != NULL && last->next != NULL) last = last->next;
  for (xmlNodePtr node = element; known != NULL && node != NULL; node = node->parent) {
    if (node->type != XML_ELEMENT_NODE) break;
    for (xmlNsPtr one = node->nsDef; one != NULL; one = one->next) {
      const xmlChar *prefix = one->prefix != NULL ? one->prefix : BAD_CAST "";
      if (xmlHashAddEntry(known, prefix, one) != 0) continue;
      if (node == element || one->href == NULL || one->href[0] == 0) continue;
      xmlNsPtr added = xmlNewNs(NULL, one->href, one->prefix);
      if (added == NULL) break;
      if (last != NULL) last->next = added;
      else element->nsDef = added;
      last = added;
      if (first_added == NULL) first_added = added;
    }
  }
  xmlHashFree(known, NULL);
  return first_added;
}

/* Takes back what was declared. */
static void restore_scope(xmlNodePtr element, xmlNsPtr first_added) {
  if (first_added == NULL) return;
  xmlNsPtr *link = &element->nsDef;
  while (*link != first_added) link = &(*link)->next;
  *link = NULL;
  xmlFreeNsList(first_added);
}

static xmlChar *serialize(xmlNodePtr element) {
  xmlBufferPtr buffer = xmlBufferCreate();
  if (buffer == NULL) return NULL;
  xmlNsPtr added = declare_scope(element);
  int written = xmlNodeDump(buffer, element->doc, element, 0, 0);
  restore_scope(element, added);
  xmlChar *text = written >= 0 ? xmlBufferDetach(buffer) : NULL;
  xmlBufferFree(buffer);
  return text;
}

const uint8_t *respmap_xml_result_serialization(respmap_xml_parser *parser, size_t number,
                                                size_t *count) {
  xmlNodePtr node = node_of(parser, number);
  if (node != NULL && node->type == XML_DOCUMENT_NODE) node = xmlDocGetRootElement((xmlDocPtr)node);
  if (node == NULL || node->type != XML_ELEMENT_NODE) return hand_out(parser, NULL, count);
  respmap_xml_host host = respmap_xml_take_over();
  xmlChar *text = serialize(node);
  respmap_xml_give_back(host);
  return hand_out(parser, text, count);
}

size_t respmap_xml_result_declarations(respmap_xml_parser *parser, size_t number) {
  size_t count = 0;
  xmlNodePtr node = node_of(parser, number);
  if (node == NULL || node->type != XML_ELEMENT_NODE) return 0;
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    for (xmlNsPtr one = node->nsDef; one != NULL; one = one->next) count++;
  return count;
}

const uint8_t *respmap_xml_result_path(respmap_xml_parser *parser, size_t number, size_t *count) {
  xmlNodePtr node = node_of(parser, number);
  return hand_out(parser, node != NULL ? respmap_path_of(node) : NULL, count);
}
