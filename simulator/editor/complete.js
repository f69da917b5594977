/* What may stand at the caret: keys and values by the schema, and the words of conditions, acts and placeholders. */

const KEY = /^(\s*(?:- )*)([A-Za-z_][\w-]*)?$/;

/* The keys that lead to a place, from the lines above it: a list's entry is "-". */
export const pathAt = (lines, at, before) => {
  const indentOf = (line) => line.search(/[^\s-]|-(?! )/);
  const path = [];
  let indent = indentOf(before.trimEnd() ? before : `${before}x`);
  if (indent < 0) indent = before.length;
  const dash = (line) => /^\s*- /.test(line);
  let listed = dash(before);
  for (let row = at - 1; row >= 0; row -= 1) {
    const line = lines[row];
    if (!line.trim() || line.trim().startsWith("#")) continue;
    const here = indentOf(line);
    if (here === indent && dash(line) && !listed) { path.unshift("-"); listed = true; indent = line.search(/- /) + 0.5; continue; }
    if (here >= indent) continue;
    const key = line.slice(here).match(/^([A-Za-z_][\w-]*):/);
    if (!key) continue;
    if (listed && path[0] !== "-") path.unshift("-");
    path.unshift(key[1]);
    indent = here;
    listed = dash(line);
  }
  return path;
};

/* What is open on the line itself: `{`, `[` and the key whose value is being written. */
const openAt = (text) => {
  const stack = [];
  let key = "", quote = "", word = "";
  for (const sign of text) {
    if (quote) { if (sign === quote) quote = ""; continue; }
    if (sign === '"' || (sign === "'" && !word)) { quote = sign; continue; }
    if (sign === ":") { key = word; word = ""; }
    else if (sign === "{") { stack.push({ key, kind: "{" }); key = ""; word = ""; }
    else if (sign === "[") { stack.push({ key, kind: "[" }); word = ""; }
    else if (sign === "}" || sign === "]") { stack.pop(); key = ""; word = ""; }
    else if (sign === ",") { if (stack.at(-1)?.kind === "{") key = ""; word = ""; }
    else if (/[\w-]/.test(sign)) word += sign;
    else if (word && sign !== " ") word = "";
  }
  return { stack, key, quote, word };
};

const plain = (schema, node) => {
  let now = node;
  for (let i = 0; now && i < 8; i += 1) {
    if (now.$ref) now = schema.$defs[now.$ref.split("/").pop()];
    else if (now.anyOf) now = now.anyOf.find((one) => one.type !== "null") || null;
    else return now;
  }
  return now;
};
export const nodeAt = (schema, path) => path.reduce((node, step) => {
  const now = plain(schema, node);
  if (!now) return null;
  if (step === "-") return now.items || null;
  return now.properties?.[step] || (typeof now.additionalProperties === "object" ? now.additionalProperties : null);
}, schema);

const keysOf = (schema, node) => Object.entries(plain(schema, node)?.properties || {}).map(([label, given]) => ({
  label, apply: `${label}: `, type: "property", info: given.description || plain(schema, given)?.description || undefined,
}));
const valuesOf = (schema, node) => {
  const now = plain(schema, node);
  if (!now) return [];
  if (now.enum) return now.enum.map((label) => ({ label: String(label), type: "enum", info: now.meant?.[label] }));
  if (now.type === "boolean") return ["true", "false"].map((label) => ({ label, type: "keyword" }));
  return [];
};
const told = (words, type) => Object.entries(words).map(([label, info]) => ({ label, info, type }));

const inCondition = (words, text) => {
  const inside = text.match(/(\w+)\(\s*(\w*)$/);
  const from = text.match(/\w*$/)[0];
  if (inside && ["said", "does"].includes(inside[1])) return { from: inside[2], options: told(words.acts, "enum") };
  const functions = Object.entries(words.functions).map(([label, info]) => ({ label, info, apply: `${label}(`, type: "function" }));
  return { from, options: [...told(words.names, "variable"), ...functions, ...["and", "or", "not"].map((label) => ({ label, type: "keyword" }))] };
};

export const completions = (words) => async (context) => {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  if (before.trimStart().startsWith("#")) return null;
  const known = await words();
  const { schema } = known;
  const give = (typed, options) => (options.length && (typed || context.explicit)
    ? { from: context.pos - typed.length, options, validFor: /^[\w.-]*$/ } : null);

  const brace = before.match(/\{([a-z_.]*)$/);
  const { stack, key, quote } = openAt(before);
  if (quote && brace) return { from: context.pos - brace[1].length, options: known.placeholders.map((label) => ({ label, apply: `${label}}`, type: "variable" })), validFor: /^[a-z_.]*$/ };
  const above = pathAt(context.state.doc.toString().split("\n"), line.number - 1, before);
  const first = before.match(/^\s*(?:- )*([A-Za-z_][\w-]*):/);
  const flow = stack.flatMap((open, at) => [...(open.key ? [open.key] : []), ...(open.kind === "[" ? ["-"] : [])]);
  if (quote) {
    if (!/when$/.test(key) && !/when$/.test(first?.[1] || "")) return null;
    const { from, options } = inCondition(known, before.slice(before.lastIndexOf(quote) + 1));
    return give(from, options);
  }
  const typed = before.match(/[\w-]*$/)[0];
  const bare = before.match(KEY);
  const listed = /^\s*- /.test(before) && above.at(-1) !== "-" ? ["-"] : [];
  if (bare && !stack.length) {
    const node = nodeAt(schema, [...above, ...listed]);
    return give(typed, [...keysOf(schema, node), ...valuesOf(schema, node)]);
  }
  const path = [...above, ...listed, ...flow];
  if (stack.at(-1)?.kind === "{" && !key) return give(typed, keysOf(schema, nodeAt(schema, path)));
  if (path.at(-2) === "include" || (first?.[1] === "include" && stack.length)) return give(typed, told(known.packs, "module"));
  const node = nodeAt(schema, stack.at(-1)?.kind === "[" ? path : [...path, key || first?.[1] || ""]);
  return give(typed, valuesOf(schema, node));
};
