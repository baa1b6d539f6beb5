/* Paths of nodes, in time linear in the document however many are asked for: the children of an element are
 * numbered once, when the path of the first of them is wanted. */

#include "parser.h"

#include <libxml/hash.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* What a node's `_private` holds: its position among the siblings that its step stands for, from 1; this
 * where there is no other; NULL as long as it is not numbered. */
#define ONLY_ONE ((void *)UINTPTR_MAX)

/* What a step calls the node; `*` stands for a name in the default namespace. */
typedef struct {
  const xmlChar *prefix, *name, *function;
} step_name;

static step_name name_of(xmlNodePtr node) {
  step_name step = {NULL, NULL, NULL};
  switch (node->type) {
    case XML_ELEMENT_NODE:
    case XML_ATTRIBUTE_NODE:
      step.prefix = node->ns != NULL ? node->ns->prefix : NULL;
      step.name = node->ns != NULL && step.prefix == NULL ? BAD_CAST "*" : node->name;
      break;
    case XML_COMMENT_NODE: step.name = BAD_CAST "comment()"; break;
    case XML_PI_NODE:
      step.name = node->name;
      step.function = BAD_CAST "processing-instruction";
      break;
    default: step.name = BAD_CAST "text()"; break;
  }
  return step;
}

/* How many siblings a step stands for so far; `*` stands for every element. */
static uintptr_t count(xmlHashTablePtr counts, step_name step) {
  return (uintptr_t)xmlHashLookup3(counts, step.name, step.prefix, step.function);
}

static int increase(xmlHashTablePtr counts, step_name step) {
  return xmlHashUpdateEntry3(counts, step.name, step.prefix, step.function,
                             (void *)(count(counts, step) + 1), NULL) == 0;
}

static step_name any_element(void) {
  step_name step = {NULL, BAD_CAST "*", NULL};
  return step;
}

static int number_in(xmlHashTablePtr counts, xmlNodePtr first) {
  for (xmlNodePtr node = first; node != NULL; node = node->next) {
    step_name step = name_of(node), any = any_element();
    int is_element = node->type == XML_ELEMENT_NODE;
    int is_any = is_element && step.name[0] == '*';
    if (is_element && !increase(counts, any)) return 0;
    if (!is_any && !increase(counts, step)) return 0;
    node->_private = (void *)count(counts, is_any ? any : step);
  }
  for (xmlNodePtr node = first; node != NULL; node = node->next)
    if (count(counts, name_of(node)) == 1) node->_private = ONLY_ONE;
  return 1;
}

/* Numbers the node and its siblings; 0 if there is no memory. */
static int number(xmlNodePtr node) {
  if (node->_private != NULL) return 1;
  if (node->type == XML_ATTRIBUTE_NODE) return 1;
  xmlHashTablePtr counts = xmlHashCreate(16);
  if (counts == NULL) return 0;
  int is_numbered = number_in(counts, node->parent->children);
  xmlHashFree(counts, NULL);
  return is_numbered;
}

static int append_step(xmlBufferPtr path, xmlNodePtr node) {
  if (!number(node)) return 0;
  step_name step = name_of(node);
  xmlBufferCat(path, BAD_CAST(node->type == XML_ATTRIBUTE_NODE ? "/@" : "/"));
  if (step.function != NULL) {
    xmlBufferCat(path, step.function);
    xmlBufferCat(path, BAD_CAST "('");
  }
  if (step.prefix != NULL) {
    xmlBufferCat(path, step.prefix);
    xmlBufferCat(path, BAD_CAST ":");
  }
  xmlBufferCat(path, step.name);
  if (step.function != NULL) xmlBufferCat(path, BAD_CAST "')");
  if (node->_private == NULL || node->_private == ONLY_ONE) return 1;
  char position[32];
  snprintf(position, sizeof position, "[%zu]", (size_t)(uintptr_t)node->_private);
  return xmlBufferCat(path, BAD_CAST position) == 0;
}

/* Appends the steps from the root to the node; 0 if there is no memory. */
static int append_steps(xmlBufferPtr path, xmlNodePtr node) {
  size_t depth = 0;
  for (xmlNodePtr one = node; one != NULL && one->type != XML_DOCUMENT_NODE; one = one->parent)
    depth++;
  if (depth == 0) return xmlBufferCat(path, BAD_CAST "/") == 0;
  xmlNodePtr *steps = malloc(depth * sizeof *steps);
  if (steps == NULL) return 0;
  for (size_t i = depth; i > 0; i--, node = node->parent) steps[i - 1] = node;
  int is_whole = 1;
  for (size_t i = 0; i < depth && is_whole; i++) is_whole = append_step(path, steps[i]);
  free(steps);
  return is_whole;
}

xmlChar *respmap_path_of(xmlNodePtr node) {
  xmlBufferPtr path = xmlBufferCreate();
  if (path == NULL) return NULL;
  xmlBufferSetAllocationScheme(path, XML_BUFFER_ALLOC_DOUBLEIT);
  xmlNsPtr namespace = NULL;
  if (node->type == XML_NAMESPACE_DECL) {
    /* In a result, the next of a namespace node is the element that it belongs to. */
    namespace = (xmlNsPtr)node;
    node = (xmlNodePtr)namespace->next;
  }
  int is_whole = node != NULL && append_steps(path, node);
  if (namespace != NULL) {
    xmlBufferCat(path, BAD_CAST "/namespace::");
    xmlBufferCat(path, namespace->prefix != NULL ? namespace->prefix : BAD_CAST "*[name()=\"\"]");
  }
  xmlChar *text = is_whole ? xmlBufferDetach(path) : NULL;
  xmlBufferFree(path);
  return text;
}
