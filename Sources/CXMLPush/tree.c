/* Builds libxml2's tree from the guarded events, by libxml2's own handlers. */

#include "parser.h"

#include <libxml/SAX2.h>

/* libxml2's own limits for trees, on depth and on the length of a text, are narrower than those of the
 * parser, which have been looked at by then. */
static int lift_limits(xmlParserCtxtPtr context) {
  int options = context->options;
  context->options |= XML_PARSE_HUGE;
  return options;
}

/* Counts nodes; 0 if they are too many. */
static int count_nodes(respmap_xml_parser *parser, int32_t count) {
  if (count > parser->limits.tree_nodes - parser->tree_nodes) {
    respmap_xml_stop(parser, RESPMAP_XML_TREE_NODES);
    return 0;
  }
  parser->tree_nodes += count;
  return 1;
}

void respmap_tree_start_document(respmap_xml_parser *parser) {
  if (!parser->builds_tree) return;
  xmlSAX2StartDocument(parser->context);
  xmlDocPtr tree = parser->context->myDoc;
  if (tree == NULL) return;
  /* The tree is UTF-8 whatever the document declares; what is serialized is then left as it is. */
  xmlFree((xmlChar *)tree->encoding);
  tree->encoding = xmlStrdup(BAD_CAST "UTF-8");
}

void respmap_tree_end_document(respmap_xml_parser *parser) {
  if (parser->builds_tree) xmlSAX2EndDocument(parser->context);
}

void respmap_tree_start(respmap_xml_parser *parser, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                        int attribute_count, int defaulted_count, const xmlChar **attributes) {
  if (!parser->builds_tree) return;
  parser->is_in_text = 0;
  /* Attributes are limited, so the sum is small. */
  if (!count_nodes(parser, 1 + namespace_count + attribute_count)) return;
  int options = lift_limits(parser->context);
  xmlSAX2StartElementNs(parser->context, name, prefix, uri, namespace_count, namespaces,
                        attribute_count, defaulted_count, attributes);
  parser->context->options = options;
}

void respmap_tree_end(respmap_xml_parser *parser, const xmlChar *name, const xmlChar *prefix,
                      const xmlChar *uri) {
  if (!parser->builds_tree) return;
  parser->is_in_text = 0;
  xmlSAX2EndElementNs(parser->context, name, prefix, uri);
}

/* CDATA sections come here too: in XPath's data model they are text like any other (§5.7), and libxml2
 * makes one node of texts that follow each other. */
void respmap_tree_text(respmap_xml_parser *parser, const xmlChar *bytes, int count) {
  if (!parser->builds_tree) return;
  if (!parser->is_in_text && !count_nodes(parser, 1)) return;
  parser->is_in_text = 1;
  int options = lift_limits(parser->context);
  xmlSAX2Characters(parser->context, bytes, count);
  parser->context->options = options;
}

void respmap_tree_comment(respmap_xml_parser *parser, const xmlChar *text) {
  if (!parser->builds_tree) return;
  parser->is_in_text = 0;
  if (count_nodes(parser, 1)) xmlSAX2Comment(parser->context, text);
}

void respmap_tree_instruction(respmap_xml_parser *parser, const xmlChar *target,
                              const xmlChar *data) {
  if (!parser->builds_tree) return;
  parser->is_in_text = 0;
  if (count_nodes(parser, 1)) xmlSAX2ProcessingInstruction(parser->context, target, data);
}

void respmap_tree_keep(respmap_xml_parser *parser) {
  if (parser->context == NULL || parser->context->myDoc == NULL) return;
  parser->tree = parser->context->myDoc;
  parser->context->myDoc = NULL;
  if (parser->outcome.reason != RESPMAP_XML_OK) respmap_tree_free(parser);
}

void respmap_tree_free(respmap_xml_parser *parser) {
  respmap_query_forget_result(parser);
  if (parser->tree != NULL) xmlFreeDoc(parser->tree);
  parser->tree = NULL;
  parser->is_ordered = 0;
}
