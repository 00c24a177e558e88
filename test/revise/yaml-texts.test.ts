/**
 * A YAML document, taken apart by its lines: what JSON is by its braces.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Diagnostics } from "../../generator/diagnostics.js";
import { parse as parseDocument } from "../../generator/load/parse.js";
import { excerptOf } from "../../generator/revise/excerpt.js";
import {
  findChange,
  splitOperations,
} from "../../generator/revise/operation-texts.js";

const get = `
      operationId: getPet
      parameters: []`;
const put = ` # here
        description: |
          }
            get:

        x-a: {get: 1}
  # about the next`;

const write = (own: string, other = put, title = "Pets") => `# Pets
openapi: 3.1.0
info:
  title: ${title}
  paths:
    /no:
      get: {}
paths:
  "/péts":
    summary: Pets
    get:${own}
  /pets/{id}:
     put:${other}
     x-get:
       a: 1
  /empty: {}
components:
  schemas:
    Pet:
      get: {}
`;

const split = (text: string) => {
  const texts = splitOperations(text);
  if (!texts) throw new Error("not split");
  return texts;
};

const find = (after: string) => findChange(split(write(get)), after);

describe("operations in YAML", () => {
  it("are found among all members", () => {
    const text = write(get);
    expect(
      split(text).operations.map(({ key, start, end }) => [
        key,
        text.slice(start, end),
      ]),
    ).toEqual([
      ["GET /péts", get],
      ["PUT /pets/{id}", put],
    ]);
  });

  it.each([
    ["is the last of all", "paths:\n  /a:\n    get:\n      a: 1\n", ["GET /a"]],
    ["is none", "openapi: 3.1.0\n", []],
    ["is written in braces", "paths:\n  /a: {get: {}}\n", []],
  ])("are found where one %s", (_, text, keys) => {
    expect(split(text).operations.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ["an operation of nothing", "paths:\n  /a:\n    get:\n"],
    ["an operation in braces", "paths:\n  /a:\n    get: {}\n"],
    ["an operation in an anchor", "paths:\n  /a:\n    get: &a\n      b: 1\n"],
    ["no line end", "paths:\n  /a:\n    get:\n      a: 1"],
    ["a list", "- a\n"],
  ])("are not looked for with %s", (_, text) => {
    expect(splitOperations(text)).toBeUndefined();
  });
});

describe("a change in YAML", () => {
  it("is none where the text is the same", () => {
    expect(find(write(get))?.changed).toEqual(new Set());
  });

  it.each([
    ["less", "\n      operationId: getPet"],
    ["more", `${get}\n      description: |-\n        A pet.\n\n`],
    ["more lines that are empty", `${get}\n\n      deprecated: true`],
    ["more words in its last line", get.replace("[]", "[] # none")],
    ["another indentation", "\n         operationId: getPet\n    # end"],
  ])(
    "is found in one operation, and moves what comes after it: %s",
    (_, own) => {
      const text = write(own);
      const change = find(text);
      expect(change?.changed).toEqual(new Set(["GET /péts"]));
      expect(change?.after).toEqual(split(text));
    },
  );

  it("is found in several", () => {
    const text = write(
      "\n      operationId: getPet",
      '\n         x-a: {"get": 1}\n         deprecated: true',
    );
    const change = find(text);
    expect(change?.changed).toEqual(new Set(["GET /péts", "PUT /pets/{id}"]));
    expect(change?.after).toEqual(split(text));
  });

  it("is found at the end of all", () => {
    const text = "paths:\n  /a:\n    get:\n      operationId: a\n";
    for (const more of [
      "      summary: A\n",
      "      summary: |\n        A\n\n",
    ])
      expect(findChange(split(text), text + more)?.after).toEqual(
        split(text + more),
      );
  });

  it.each([
    ["the operationId", write("\n      operationId: pet")],
    ["tags", write(`${get}\n      tags: [a]`)],
    ["an extension", write(get, put.replace("1", "2"))],
    ["what an extension is missing", write(get, "\n        summary: A")],
    ["the title", write(get, put, "Dogs")],
    ["the path", write(get).replace("/pets/{id}", "/dogs/{id}")],
    ["the method", write(get).replace("put:", "post:")],
    ["the end", write(get) + "\n"],
    ["the end, by a cut", write(get).slice(0, -3)],
    ["a comment between", write(get).replace("# Pets", "# Dogs")],
    ["a component", write(get).replace("Pet:", "Dog:")],
    ["an operation that is no mapping", write(" gone")],
    ["an operation that is empty", write("")],
    ["an operation that has no end", write(`${get}\n      summary: "`)],
    ["an operation with a key twice", write(get + get)],
    ["an operation with an anchor", write(`${get}\n      summary: &a b`)],
    ["an operation with a tab", write(`${get}\n      summary:\tb`)],
    ["an operation that ends early", write(`${get}\n    put:\n      a: 1`)],
    ["an operation with a line too far left", write(`${get}\n     a: 1`)],
    ["an operation with another document", write(`${get}\n---\n`)],
    [
      "an operation that is nested too deeply",
      write(
        `\n      operationId: getPet\n      parameters:${"\n".padEnd(8)}${"- ".repeat(498)}a`,
      ),
    ],
  ])("is none of operations when it is of %s", (_, text) => {
    expect(find(text)).toBeUndefined();
  });

  it.each([
    `"#/paths/~1pets/get"`,
    `"#/%70aths/~1pets"`,
    `'other.yaml'`,
    `other.yaml`,
    `"\\x23/p\\u0061ths/~1pets"`,
    `"#/pa\\\n          ths/~1pets"`,
    `>-\n          other.yaml`,
    `>\n          #/components/schemas/Pet`,
    `\n          other.yaml`,
    `"#/components/schemas/Pet"\n        x-b: {"$ref"\n          : '#/p%61ths/~1pets'}`,
    `"#/components/schemas/Pet"\n        x-b: {'$ref' :\n          "#\\/paths\\/~1pets"}`,
    `"#/components/schemas/Pet"\n        mapping: {a: '#/p%61ths/~1pets'}`,
    `"#/components/schemas/Pet"\n        $dynamicRef: '#pet'`,
  ])("is not told where another part may lead into it: %s", (ref) => {
    const other = `\n        x-a:\n          $ref: ${ref}`;
    const after = write("\n      operationId: getPet", other);
    expect(findChange(split(write(get, other)), after)).toBeUndefined();
  });

  it.each([
    `"#/components/schemas/Pet"`,
    `'#/components/schemas/Pet' # a pet`,
    `"#/components/sche\\\n           mas/Pet"`,
    `>-\n             #/components/schemas/Pet`,
    `\n             '#/components/schemas/Pet'`,
  ])("is told where others lead to components: %s", (ref) => {
    const other = `\n        x-a:\n           $ref: ${ref}`;
    const after = write("\n      operationId: getPet", other);
    expect(findChange(split(write(get, other)), after)).toBeDefined();
  });

  const piece = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      ...["\n", "\n\n", "  ", "    ", "\t", "# c", "- ", ":", "get:", "put:\n"],
      ...["      x: 1\n", "    get:\n      a: z\n", "---\n", "...\n", '"', "'"],
      ...[
        "|",
        "|+\n",
        ">-\n",
        "&a ",
        "*a",
        "!t ",
        "{",
        "}",
        "[",
        "<<: ",
        "? a",
      ],
      ...["description: |\n", "      summary: x\n", "  /c:\n", "\r\n", "\\\n"],
    ),
  );

  const read = (text: string) => {
    const diagnostics = new Diagnostics();
    const { value } = parseDocument(text, "a.yaml", diagnostics) ?? {};
    expect(diagnostics.all()).toEqual([]);
    return value as { paths: Record<string, Record<string, unknown>> };
  };

  it("is one of nothing else, whatever is written into it", () => {
    const text = write(get);
    const before = split(text);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length), fc.nat({ max: 5 }), piece), {
          minLength: 1,
          maxLength: 3,
        }),
        (edits) => {
          let edited = text;
          for (const [at, cut, more] of edits)
            edited = edited.slice(0, at) + more + edited.slice(at + cut);
          const change = findChange(before, edited);
          if (!change) return;
          expect(change.after).toEqual(split(edited));
          const [old, now] = [read(text), read(edited)];
          for (const key of change.changed) {
            const [method = "", path = ""] = key.split(" ");
            for (const { paths } of [old, now])
              delete paths[path]?.[method.toLowerCase()];
          }
          expect(now).toEqual(old);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe("an excerpt of YAML", () => {
  const document = `openapi: 3.1.0
x-first:
  $ref: '#/components/schemas/First'
paths:
  /a:
    parameters:
    - $ref: '#/components/parameters/Shared'
    get:
      responses:
        "200": {$ref: "#/components/responses/Pet"}
    put:
      x-a: 1
  /b:
    get:
      x-a:
        $ref: '#/components/responses/Other'
  /c: {}
components:
  responses:
    Pet:
      schema:
        $ref: "#/components/sche\\
          mas/Pet"
    Other: {}
  schemas:
    Pet: # pets
      items:
        $ref: >-
          #/components/schemas/Dog
    Dog:
      items: {$ref: '#/components/schemas/Pet'}
    First: false
    Bird:
      description: |
        $ref: '#/components/schemas/First'
    __proto__x: |
      no schema
  parameters:
    Shared: {}
    Other: {}
  securitySchemes:
    key:
      type: http
webhooks:
  hook:
    post: {}
`;

  const excerpt = (text: string, ...wanted: readonly string[]) =>
    excerptOf(split(text), new Set(wanted));

  it("has some operations and what they lead to", () => {
    const whole = parse(document) as {
      openapi: string;
      "x-first": object;
      paths: Record<string, Record<string, object>>;
      components: Record<string, Record<string, unknown>>;
    };
    const { put: _put, ...item } = whole.paths["/a"] ?? {};
    const { responses, schemas, securitySchemes } = whole.components;
    expect(excerpt(document, "GET /a")?.value).toEqual({
      openapi: whole.openapi,
      "x-first": whole["x-first"],
      paths: { "/a": item },
      components: {
        responses: { Pet: responses?.["Pet"] },
        schemas: { Pet: schemas?.["Pet"], Dog: schemas?.["Dog"] },
        parameters: { Shared: {} },
        securitySchemes,
      },
    });
  });

  it.each([
    "discriminator: {propertyName: kind}",
    "$dynamicRef: '#pet'",
    "$ref: '#/components/schemas/Caf%C3%A9'",
    "$ref: '#/components/schemas/a~1b'",
  ])("has all components where it is not plain what is meant: %s", (odd) => {
    const text = `paths:
  /a:
    get:
      x-a:
        $ref: '#/components/schemas/Pet'
components:
  schemas:
    Pet:
      ${odd}
    Other: {}
`;
    expect(excerpt(text, "GET /a")?.value).toEqual(parse(text));
  });
});
