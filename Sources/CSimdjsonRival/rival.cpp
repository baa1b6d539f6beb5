#include "CSimdjsonRival.h"

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

struct step {
  bool is_index;
  std::string key;
  size_t index;
};

/* A node of the trie: its edges are keys or indices, in the order of the look-ups. */
struct node {
  struct edge {
    step by;
    size_t child;
  };
  bool is_leaf = false;
  bool has_indices = false;
  std::vector<edge> edges;
};

bool same(const step &a, const step &b) {
  return a.is_index == b.is_index && a.key == b.key && a.index == b.index;
}

}  // namespace

struct respmap_simdjson {
  bool in_order;
  std::vector<std::vector<step>> lookups;
  std::vector<node> nodes{1};
  padded_string bytes;
  padded_string_view body;
  dom::parser dom_parser;
  ondemand::parser on_demand_parser;
  size_t text_bytes = 0;

  void insert(const std::vector<step> &lookup);
  long take(ondemand::value value);
  long walk(ondemand::value value, const node &at);
  long take(dom::element value);
  long walk(dom::element value, const node &at);
  long walk_object(dom::object object, const node &at);
  long walk_array(dom::array array, const node &at);
};

void respmap_simdjson::insert(const std::vector<step> &lookup) {
  size_t at = 0;
  for (const step &by : lookup) {
    size_t child = 0;
    for (const auto &edge : nodes[at].edges)
      if (same(edge.by, by)) child = edge.child;
    if (child == 0) {
      child = nodes.size();
      nodes[at].edges.push_back({by, child});
      nodes[at].has_indices = by.is_index;
      nodes.emplace_back();
    }
    at = child;
  }
  nodes[at].is_leaf = true;
}

/* On-Demand */

long respmap_simdjson::take(ondemand::value value) {
  ondemand::json_type type;
  if (value.type().get(type) || type == ondemand::json_type::null) return 0;
  if (type != ondemand::json_type::string) return !value.raw_json_token().empty();
  std::string_view text;
  if (value.get_string().get(text)) return 0;
  text_bytes += text.size();
  return 1;
}

long respmap_simdjson::walk(ondemand::value value, const node &at) {
  if (at.is_leaf) return take(value);
  long found = 0;
  if (at.has_indices) {
    ondemand::array array;
    if (value.get_array().get(array)) return 0;
    size_t index = 0, wanted = 0;
    for (auto item : array) {
      ondemand::value element;
      if (item.get(element)) break;
      if (index++ != at.edges[wanted].by.index) continue;
      found += walk(element, nodes[at.edges[wanted].child]);
      if (++wanted == at.edges.size()) break;
    }
    return found;
  }
  ondemand::object object;
  if (value.get_object().get(object)) return 0;
  for (const auto &edge : at.edges) {
    ondemand::value member;
    auto result =
        in_order ? object.find_field(edge.by.key) : object.find_field_unordered(edge.by.key);
    if (std::move(result).get(member)) continue;
    found += walk(member, nodes[edge.child]);
  }
  return found;
}

/* The tree */

long respmap_simdjson::take(dom::element value) {
  if (value.is_null()) return 0;
  std::string_view text;
  if (!value.get_string().get(text)) text_bytes += text.size();
  return 1;
}

long respmap_simdjson::walk(dom::element value, const node &at) {
  if (at.is_leaf) return take(value);
  dom::object object;
  if (!at.has_indices) return value.get_object().get(object) ? 0 : walk_object(object, at);
  dom::array array;
  return value.get_array().get(array) ? 0 : walk_array(array, at);
}

long respmap_simdjson::walk_object(dom::object object, const node &at) {
  long found = 0;
  size_t left = at.edges.size();
  for (auto field : object) {
    for (const auto &edge : at.edges) {
      if (field.key != std::string_view(edge.by.key)) continue;
      found += walk(field.value, nodes[edge.child]);
      if (--left == 0) return found;
      break;
    }
  }
  return found;
}

long respmap_simdjson::walk_array(dom::array array, const node &at) {
  long found = 0;
  size_t index = 0, wanted = 0;
  for (auto element : array) {
    if (index++ != at.edges[wanted].by.index) continue;
    found += walk(element, nodes[at.edges[wanted].child]);
    if (++wanted == at.edges.size()) break;
  }
  return found;
}

/* Without a copy: the memory is padded. */
static simdjson_result<dom::element> parse_tree(respmap_simdjson *rival) {
  return rival->dom_parser.parse(rival->body.data(), rival->body.size(), false);
}

extern "C" {

const char *respmap_simdjson_version(void) { return SIMDJSON_STRINGIFY(SIMDJSON_VERSION); }

const char *respmap_simdjson_implementation(void) {
  static const std::string name = get_active_implementation()->name();
  return name.c_str();
}

respmap_simdjson *respmap_simdjson_create(int in_order) {
  auto rival = new respmap_simdjson;
  rival->in_order = in_order != 0;
  return rival;
}

void respmap_simdjson_destroy(respmap_simdjson *rival) { delete rival; }

void respmap_simdjson_begin(respmap_simdjson *rival) { rival->lookups.emplace_back(); }

void respmap_simdjson_step_key(respmap_simdjson *rival, const char *key) {
  rival->lookups.back().push_back({false, key, 0});
}

void respmap_simdjson_step_index(respmap_simdjson *rival, size_t index) {
  rival->lookups.back().push_back({true, "", index});
}

void respmap_simdjson_end(respmap_simdjson *rival) { rival->insert(rival->lookups.back()); }

void respmap_simdjson_set_body(respmap_simdjson *rival, const uint8_t *bytes, size_t count) {
  rival->bytes = padded_string(reinterpret_cast<const char *>(bytes), count);
  respmap_simdjson_select(rival, 0, count);
}

void respmap_simdjson_select(respmap_simdjson *rival, size_t offset, size_t count) {
  const size_t capacity = rival->bytes.size() - offset + SIMDJSON_PADDING;
  rival->body = padded_string_view(rival->bytes.data() + offset, count, capacity);
}

long respmap_simdjson_on_demand(respmap_simdjson *rival) {
  rival->text_bytes = 0;
  ondemand::document document;
  ondemand::value root;
  if (rival->on_demand_parser.iterate(rival->body).get(document)) return -1;
  if (document.get_value().get(root)) return -1;
  return rival->walk(root, rival->nodes[0]);
}

long respmap_simdjson_dom(respmap_simdjson *rival) {
  rival->text_bytes = 0;
  dom::element root;
  if (parse_tree(rival).get(root)) return -1;
  long found = 0;
  for (const auto &lookup : rival->lookups) {
    dom::element value = root;
    bool is_there = true;
    for (const auto &by : lookup) {
      auto next = by.is_index ? value.at(by.index) : value.at_key(by.key);
      if (!(is_there = !std::move(next).get(value))) break;
    }
    if (is_there) found += rival->take(value);
  }
  return found;
}

long respmap_simdjson_dom_trie(respmap_simdjson *rival) {
  rival->text_bytes = 0;
  dom::element root;
  if (parse_tree(rival).get(root)) return -1;
  return rival->walk(root, rival->nodes[0]);
}

size_t respmap_simdjson_text_bytes(const respmap_simdjson *rival) { return rival->text_bytes; }

}
