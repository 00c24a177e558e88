/**
 * One guard less at a time: what is changed where, and the tests that have to notice.
 */
const encode = "generator/emit/encode/encode.ts";
const pages = "generator/emit/encode/markdown.ts";
const snippets = "generator/emit/encode/snippets.ts";
const encoders = [
  "test/emit/encode/encode.test.ts",
  "test/property/encoders.test.ts",
];
const runtime = (name) => `templates/runtime/${name}.ts`;
const tests = (...names) => names.map((name) => `test/${name}.test.ts`);

export const sabotages = [
  {
    name: "a string literal forgets the backslash",
    file: encode,
    find: "JSON.stringify(value).replace(invisible, escapeUnits) as Code",
    replace:
      "`\"${value.replaceAll('\"', '\\\\\"')}\"`.replace(invisible, escapeUnits) as Code",
    tests: encoders,
  },
  {
    name: "a string literal shows what cannot be seen",
    file: encode,
    find: "JSON.stringify(value).replace(invisible, escapeUnits) as Code",
    replace: "JSON.stringify(value) as Code",
    tests: encoders,
  },
  {
    name: "a key sets the prototype",
    file: encode,
    find: 'name === "__proto__"',
    replace: 'name === "__never__"',
    tests: encoders,
  },
  {
    name: "the end of a comment is deleted, not replaced",
    file: encode,
    find: '.replaceAll("*/", "*\\\\/")',
    replace: '.replaceAll("*/", "")',
    tests: encoders,
  },
  {
    name: "tags of comments act",
    file: encode,
    find: '.replace(/(^|[\\s*])@/g, "$1\\\\@")',
    replace: "",
    tests: encoders,
  },
  {
    name: "directives of comments act",
    file: encode,
    find: ".replace(directive, (mark) => `&#${mark.charCodeAt(0)};`)",
    replace: "",
    tests: encoders,
  },
  {
    name: "only a line feed ends a line of a comment",
    file: encode,
    find: "const lineEnd = /\\r\\n|[\\n\\r\\v\\f\\u0085\\u2028\\u2029]/;",
    replace: "const lineEnd = /\\n/;",
    tests: encoders,
  },
  {
    name: "anything is an identifier",
    file: encode,
    find: "if (!/^[\\p{ID_Start}$_][\\p{ID_Continue}$]*$/u.test(name))",
    replace: "if (Number(name) === 0.5)",
    tests: encoders,
  },
  {
    name: "a part of a path keeps dots and slashes",
    file: encode,
    find: "/[^\\p{L}\\p{N}\\p{M}-]+/gu",
    replace: "/[^\\p{L}\\p{N}\\p{M}./-]+/gu",
    tests: encoders,
  },
  {
    name: "Markdown keeps HTML",
    file: pages,
    find: "/[<>&]|\\{(?=[{%#])/g",
    replace: "/\\{(?=[{%#])/g",
    tests: encoders,
  },
  {
    name: "code in Markdown ends at a backtick",
    file: pages,
    find: "while (runs.has(length)) length++;",
    replace: "",
    tests: encoders,
  },
  {
    name: "paths go into URLs as they are",
    file: "generator/emit/source/url-template.ts",
    find: 'encodeURIComponent(text.replace(/\\p{Cs}/u, "\\ufffd"))',
    replace: "text",
    tests: [...tests("emit/source/url-template"), ...encoders],
  },
  {
    name: "a function may be called then",
    file: "generator/model/names/names.ts",
    find: '  "then",\n  ...words(keywords),',
    replace: "  ...words(keywords),",
    tests: tests("model/names/names"),
  },
  {
    name: "percent signs of names reach the library",
    file: "generator/libraries/transform.ts",
    find: 'ref.startsWith("#/components/") ? ref.slice(2).split("/") : []',
    replace: 'decodeURIComponent(ref).slice(2).split("/")',
    tests: tests("model/schemas/types", "property/documents"),
  },
  {
    name: "references leave the folder",
    file: "generator/load/read/local.ts",
    find: 'if (!isBelow && !isOpen(target)) return refused("ref-outside");',
    replace: "",
    also: {
      find: "if (!isOpen(real) && !isWithin(this.#allowed, real)) {",
      replace: "if (real === this.#allowed) {",
    },
    tests: tests("load/bundle/bundle", "load/bundle/references"),
  },
  {
    name: "references reach inherited members",
    file: "generator/openapi/pointers.ts",
    find: "Object.hasOwn(value, token)",
    replace: "token in value",
    tests: tests("openapi/pointers", "load/bundle/references"),
  },
  {
    name: "tags of YAML are passed over",
    file: "generator/load/read/yaml.ts",
    find: 'if (code === "TAG_RESOLVE_FAILED" && tag.startsWith("!")) {',
    replace: 'if (code === "TAG_RESOLVE_FAILED" && tag === "") {',
    tests: tests("load/read/yaml"),
  },
  {
    name: "JSON may nest without end",
    file: "generator/load/read/json.ts",
    find: "if (++depth > depthLimit) tooDeep ??= at;",
    replace: "++depth;",
    tests: tests("load/read/json", "load/read/read", "load/read/yaml"),
  },
  {
    name: "messages print control characters",
    file: "generator/diagnostics/printable.ts",
    find: "/[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]/gu,",
    replace: "/[\\p{Cs}]/gu,",
    tests: tests("diagnostics/diagnostics", "property/mutations"),
  },
  {
    name: "the owner's changelog is written again",
    file: "generator/write/plan.ts",
    find: 'directory.state(path).kind !== "absent"',
    replace: "false",
    tests: tests("write/sync", "write/drift"),
  },
  {
    name: "the output folder may be a link",
    file: "generator/write/guard.ts",
    find: "if (isLink(directory)) {",
    replace: 'if (directory === "") {',
    tests: tests("write/guard", "write/sync"),
  },
  {
    name: "the output folder may hold the document",
    file: "generator/write/guard.ts",
    find: "if (real.startsWith(directory + sep)) return `contains ${name}`;",
    replace: "",
    tests: tests("write/guard"),
  },
  {
    name: "options are copied with Object.assign, prototypes included",
    file: runtime("without-prototype"),
    find: "({ __proto__: null, ...value })",
    replace: "Object.assign({}, value)",
    tests: tests("runtime/safety", "runtime/surroundings", "runtime/calls"),
  },
  {
    name: "Retry-After has no cap",
    file: runtime("retry"),
    find: "retryAfter > 60",
    replace: "retryAfter > 1e12",
    tests: tests("runtime/retries"),
  },
  {
    name: "a POST without a key is sent again",
    file: runtime("retry"),
    find: "/^(GET|HEAD|OPTIONS|PUT|DELETE)$/",
    replace: "/^(GET|HEAD|OPTIONS|PUT|DELETE|POST)$/",
    tests: tests("runtime/retries"),
  },
  {
    name: "credentials follow a redirect",
    file: runtime("run"),
    find: "if (step && step.origin === new URL(request.url).origin)",
    replace: "if (step)",
    tests: tests("runtime/redirects"),
  },
  {
    name: "the clock stops at the headers",
    file: runtime("run"),
    find: "scope.detached = raw;",
    replace: "scope.detached = true;",
    tests: tests("runtime/limits", "runtime/calls", "runtime/safety"),
  },
  {
    name: "path values may be dots",
    file: runtime("prepare"),
    find: "/\\/(\\.|%(25)*2e){1,2}([/?]|$)/i.test(path)",
    replace: "path === undefined",
    tests: tests("runtime/safety", "runtime/parameters"),
  },
  {
    name: "path values are not encoded",
    file: runtime("text"),
    find: ": percentEncode(scalarText(name, value))",
    replace: ": scalarText(name, value)",
    tests: tests("runtime/safety", "runtime/parameters"),
  },
  {
    name: "items of lists in paths are not encoded",
    file: runtime("text"),
    find: "value.map((item) => percentEncode(scalarText(name, item)))",
    replace: "value.map((item) => scalarText(name, item))",
    tests: tests("runtime/safety", "runtime/parameters"),
  },
  {
    name: "headers take line ends, and errors quote them",
    file: runtime("headers"),
    find: "/[^\\t -~\\x80-\\xff]/.test(value)",
    replace: "value === undefined",
    tests: tests("runtime/safety", "runtime/parameters"),
  },
  {
    name: "keys of a server are looked up in prototypes",
    file: runtime("next-page"),
    find: "Object(value) === value && Object.hasOwn(value as object, key)",
    replace: "Object(value) === value && key in (value as object)",
    tests: tests("runtime/pages", "runtime/safety"),
  },
  {
    name: "responses have no limit",
    file: runtime("decoders"),
    find: "if (limit < 0)",
    replace: "if (limit === 0.5)",
    tests: tests("runtime/limits"),
  },
  {
    name: "lines of a stream have no limit",
    file: runtime("lines"),
    find: "if (length > LONGEST)",
    replace: "if (length > LONGEST * 1e6)",
    tests: tests("runtime/limits", "runtime/lines", "runtime/events"),
  },
  {
    name: "credentials go out without encryption",
    file: runtime("auth"),
    find: "!settings.allowInsecure &&",
    replace: "settings.allowInsecure === null &&",
    tests: tests("runtime/auth", "runtime/safety"),
  },
  {
    name: "a timeout beyond a timer's reach fires at once",
    file: runtime("time-limit"),
    find: "if (!(milliseconds < 2 ** 31))",
    replace: "if (milliseconds === 0.5)",
    tests: tests("runtime/limits", "runtime/calls"),
  },
  {
    name: "an apostrophe ends a word of a shell",
    file: snippets,
    find: `.replaceAll("'", "'\\\\''")`,
    replace: "",
    tests: tests("property/encoders"),
  },
  {
    name: "Python and Go forget the backslash",
    file: snippets,
    find: '/["\\\\]|\\p{Cc}|',
    replace: '/["]|\\p{Cc}|',
    tests: tests("property/encoders"),
  },
  {
    name: "a template of a sample fills in what the document says",
    file: snippets,
    find: "/[\\\\`$]/",
    replace: "/[\\\\`]/",
    tests: tests("property/encoders"),
  },
  {
    name: "a raw string of Go takes backticks",
    file: snippets,
    find: 'json.includes("`")',
    replace: 'json.includes("```````")',
    tests: tests("property/encoders"),
  },
  {
    name: "links of pages run scripts",
    file: "generator/emit/docs/prose.ts",
    find: "web.test(url) && !oldEntity.test(url)",
    replace: 'url !== "" && !oldEntity.test(url)',
    tests: tests("emit/docs/prose"),
  },
  {
    name: "a target ends its link",
    file: pages,
    find: "/[^\\p{L}\\p{N}\\p{M}\\p{Pc}#./-]/gu",
    replace: "/[^\\p{L}\\p{N}\\p{M}\\p{Pc}#./()<-]/gu",
    tests: tests("property/encoders"),
  },
  {
    name: "a member is called __proto__",
    file: "generator/model/names/names.ts",
    find: 'name !== "__proto__" &&',
    replace: "",
    tests: tests("model/names/names"),
  },
  {
    name: "names of the lock file are taken as they are",
    file: "generator/model/names/names.ts",
    find: "isIdentifier(before) &&",
    replace: "",
    also: {
      find: "if (!isIdentifier(name))",
      replace: 'if (name === "never")',
    },
    tests: tests("model/names/names"),
  },
  {
    name: "the lock file lists files anywhere",
    file: "generator/write/lock.ts",
    find: "if ([...files.keys()].some((path) => !isPackagePath(path))) return undefined;",
    replace: "",
    tests: tests("write/lock"),
  },
  {
    name: "the lock file has devices read",
    file: "generator/write/hash.ts",
    find: "if (!stats.isFile() || stats.size > maxSize) return undefined;",
    replace: "if (stats.isDirectory()) return undefined;",
    tests: tests("write/up-to-date"),
  },
  {
    name: "options are inherited",
    file: "generator/config/without-prototype.ts",
    find: "__proto__: null,",
    replace: "",
    tests: tests("hostile/surroundings"),
  },
  {
    name: "what all objects inherit is passed over",
    file: "generator/config/without-prototype.ts",
    find: "for (const key in {}) return key;",
    replace: "",
    tests: tests("hostile/surroundings"),
  },
  {
    name: "a required field may be null",
    file: "generator/load/check/fields.ts",
    find: "Object.hasOwn(node, field) && node[field] !== null",
    replace: "Object.hasOwn(node, field)",
    tests: tests("load/check/structure"),
  },
  {
    name: "private addresses are fetched",
    file: "generator/load/remote/addresses.ts",
    find: "!found.every(({ address }) => isPublic(address))",
    replace: "found.length < 0",
    tests: tests("load/remote/remote"),
  },
  {
    name: "redirects lead anywhere",
    file: "generator/load/remote/remote.ts",
    find: "if (!this.#follows(url, next)) {",
    replace: 'if (next.protocol === "never:") {',
    tests: tests("load/remote/remote"),
  },
  {
    name: "headers of the document go to every origin",
    file: "generator/load/remote/remote.ts",
    find: "isOwn && Object.keys(headers).length > 0",
    replace: "Object.keys(headers).length > (isOwn ? 0 : 0)",
    tests: tests("load/remote/remote"),
  },
];

/** The text of a file with a sabotage done to it, or why that cannot be. */
export function sabotaged({ find, replace, also }, text) {
  let changed = text;
  for (const edit of [{ find, replace }, ...(also ? [also] : [])]) {
    if (changed.split(edit.find).length !== 2)
      return { problem: `does not have once: ${edit.find}` };
    changed = changed.replace(edit.find, () => edit.replace);
  }
  return changed;
}
