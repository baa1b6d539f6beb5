/* The scan of a window, for a kernel that has defined before it includes this:
 *
 *     KERNEL                     attributes of its functions, such as the processor they are for
 *     PUTS_ALWAYS                whether to put nothing costs less than to look whether there is something
 *     block                      64 bytes
 *     load(p)                    the block at p
 *     equal(block, byte)         a mask of the bytes that are it
 *     below(block, byte)         those that are less
 *     digits(block)              0 to 9
 *     hexadecimal(block)         0 to 9, a to f, A to F
 *     white(block)               white space of JSON
 *     structural(block)          { } [ ] : ,  and perhaps control characters
 *     not_ascii(block)           bytes from 0x80 on
 *     ranges(mask)               each bit the exclusive-or of those at and below it
 *     is_invalid_utf8(block, block before)
 *     put(block, mask, out)      writes the bytes of the mask one behind the other
 *     put_places(mask, n, out)   writes n + the number of each bit, likewise
 *     flip(block, mask, bits)    the block with those bits changed in the bytes of the mask
 *     without_marks(block)       the block with bit 7 cleared in all bytes
 *     chosen(block, mask, byte)  the block with the byte in all places but those of the mask
 *
 * Whatever writes may write up to RESPMAP_SLACK entries more than there are. */

KERNEL static inline unsigned count_of(uint64_t mask) {
  return (unsigned)__builtin_popcountll(mask);
}

/* Checks numbers and literals as far as they, and some bytes behind them, are there. */
KERNEL static inline void scan_scalars(respmap_scan_state *state, respmap_window *window) {
  size_t at = 0;
  for (; at + 64 + RESPMAP_LOOKAHEAD <= window->scalar_count; at += 64) {
    const uint8_t *text = window->scalars + at;
    block bytes = load(text);
    scalar_classes classes;
    classes.comma = equal(bytes, ',');
    classes.zero = equal(bytes, '0');
    classes.digit = digits(bytes);
    classes.dot = equal(bytes, '.');
    classes.exponent = equal(bytes, 'e') | equal(bytes, 'E');
    classes.plus = equal(bytes, '+');
    classes.minus = equal(bytes, '-');
    check_scalars(&classes, text, state);
  }
  window->scalar_count -= at;
  memmove(window->scalars, window->scalars + at, window->scalar_count);
}

/* Checks the order of the tokens, and gathers the brackets. */
KERNEL static inline void scan_tokens(respmap_scan_state *state, respmap_window *window) {
  size_t count = 0;
  for (size_t at = 0; at < window->token_count; at += 64) {
    block bytes = without_marks(load(window->tokens + at));
    size_t rest = window->token_count - at;
    token_classes classes;
    classes.last = rest < 64 ? (unsigned)rest - 1 : 63;
    uint64_t all = ~UINT64_C(0) >> (63 - classes.last);
    classes.object_open = equal(bytes, '{') & all;
    classes.object_close = equal(bytes, '}') & all;
    classes.array_open = equal(bytes, '[') & all;
    classes.array_close = equal(bytes, ']') & all;
    classes.colon = equal(bytes, ':') & all;
    classes.comma = equal(bytes, ',') & all;
    classes.string = equal(bytes, '"') & all;
    bracket_marks marks = check_tokens(&classes, state);
    block codes = flip(flip(bytes, marks.after_member, 0x80), marks.after_element, 0x01);
    put(codes, marks.brackets, window->codes + count);
    put_places(marks.brackets, (uint16_t)at, window->brackets + count);
    count += count_of(marks.brackets);
  }
  window->bracket_count = count;
}

/* The characters that stand for another one behind a backslash (RFC 8259 §7), but quote and backslash. */
KERNEL static inline uint64_t escape_letters(block bytes) {
  return equal(bytes, '/') | equal(bytes, 'b') | equal(bytes, 'f') | equal(bytes, 'n') |
         equal(bytes, 'r') | equal(bytes, 't');
}

/* Finds the strings of a block and with them its tokens. */
KERNEL static inline void scan_block(block bytes, block before, const uint8_t *at,
                                     const uint8_t *end, uint16_t offset,
                                     respmap_scan_state *state, respmap_window *window) {
  uint64_t beyond_ascii = not_ascii(bytes);
  if (__builtin_expect((beyond_ascii | state->not_ascii) != 0, 0))
    state->error |= (uint64_t)is_invalid_utf8(bytes, before);
  /* A sequence has at most three bytes behind its first. */
  state->not_ascii = beyond_ascii >> 61;

  uint64_t quote = equal(bytes, '"');
  uint64_t backslash = equal(bytes, '\\');
  int has_escapes = (backslash | state->escaped | state->escapes) != 0;
  if (__builtin_expect(has_escapes, 0)) {
    uint64_t escaped = escaped_bytes(backslash, &state->escaped);
    uint64_t letter = equal(bytes, 'u');
    state->error |= escaped & ~(quote | backslash | letter | escape_letters(bytes));
    state->error |= !have_digits(escaped & letter, hexadecimal(bytes), at, end);
    quote &= ~escaped;
  }
  uint64_t string = ranges(quote) ^ state->in_string;
  state->in_string = (uint64_t)((int64_t)string >> 63);

  uint64_t space = white(bytes);
  state->error |= below(bytes, 0x20) & (string | ~space);
  uint64_t outside = ~(string | quote);
  uint64_t structure = structural(bytes) & outside;
  uint64_t scalar = outside & ~(structure | space);
  uint64_t behind_scalar = behind(scalar, &state->scalar);
  uint64_t tokens = structure | (quote & string) | (scalar & ~behind_scalar);
  block marked = bytes;
  if (__builtin_expect(has_escapes, 0))
    marked = flip(bytes, next_stop(backslash & ~tokens, tokens, &state->escapes), 0x80);
  put(marked, tokens, window->tokens + window->token_count);
  put_places(tokens, offset, window->offsets + window->token_count);
  window->token_count += count_of(tokens);

  uint64_t text = scalar | behind_scalar;
  if (PUTS_ALWAYS || text) {
    put(chosen(bytes, scalar, ','), text, window->scalars + window->scalar_count);
    window->scalar_count += count_of(text);
  }
}

KERNEL static inline void scan_window(const uint8_t *text, size_t count, size_t from, size_t to,
                                      respmap_scan_state *carried, respmap_window *filled) {
  /* Copies, since a byte that is written may be of anything that has an address. */
  respmap_scan_state state = *carried;
  respmap_window copy = *filled, *window = &copy;
  const uint8_t *end = text + count;
  uint8_t rest[64];
  memset(rest, 0, 64);
  block before = load(from >= 64 ? text + from - 64 : rest);
  window->token_count = 0;
  size_t at = from;
  for (; to - at >= 64; at += 64) {
    block bytes = load(text + at);
    scan_block(bytes, before, text + at, end, (uint16_t)(at - from), &state, window);
    before = bytes;
  }
  if (to == count) {
    /* White space behind the text ends whatever it ends within. */
    memset(rest, ' ', 64);
    memcpy(rest, text + at, to - at);
    scan_block(load(rest), before, text + at, end, (uint16_t)(at - from), &state, window);
    memset(window->scalars + window->scalar_count, ',', 64 + RESPMAP_LOOKAHEAD);
    window->scalar_count += 64 + RESPMAP_LOOKAHEAD;
  }
  scan_scalars(&state, window);
  scan_tokens(&state, window);
  *carried = state;
  *filled = copy;
}
