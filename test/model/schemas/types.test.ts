/**
 * Schemas without composition: what each keyword of JSON Schema 2020-12 becomes.
 */
import { describeTypes } from "./type-cases.js";

describeTypes("values", [
  {
    name: "scalars",
    schemas: `
Text: { type: string }
Count: { type: integer }
Price: { type: number }
Flag: { type: boolean }
Nothing: { type: "null" }`,
    want: `
export type Count = number;

export type Flag = boolean;

export type Nothing = null;

export type Price = number;

export type Text = string;`,
    takes: [
      'Text = ""',
      "Count = 1",
      "Price = 0.5",
      "Flag = true",
      "Nothing = null",
    ],
    refuses: ["Text = 1", 'Count = "1"', "Flag = 0", "Nothing = undefined"],
  },
  {
    name: "an enum of texts",
    schemas: `
Size: { type: string, enum: [s, m-l, "it's", ""] }`,
    want: `
export type Size = "s" | "m-l" | "it's" | "";`,
    takes: ['Size = "it\'s"', 'Size = ""'],
    refuses: ['Size = "xl"'],
  },
  {
    name: "an enum of numbers",
    schemas: `
Level: { type: integer, enum: [1, -2, 1.5] }`,
    want: `
export type Level = 1 | -2 | 1.5;`,
    takes: ["Level = -2"],
    refuses: ["Level = 2", 'Level = "1"'],
  },
  {
    name: "an enum of mixed types",
    schemas: `
Mixed: { enum: [a, 1, true, null] }`,
    want: `
export type Mixed = "a" | 1 | true | null;`,
    takes: ['Mixed = "a"', "Mixed = null", "Mixed = true"],
    refuses: ["Mixed = false", 'Mixed = "1"'],
  },
  {
    name: "both booleans are boolean",
    schemas: `
Either: { enum: [true, false] }`,
    want: `
export type Either = boolean;`,
    takes: ["Either = true"],
    refuses: ['Either = "true"'],
  },
  {
    name: "an enum that may be null",
    schemas: `
Maybe: { type: [string, "null"], enum: [a, b] }`,
    want: `
export type Maybe = "a" | "b" | null;`,
    takes: ['Maybe = "b"', "Maybe = null"],
    refuses: ["Maybe = undefined", 'Maybe = "c"'],
  },
  {
    name: "an enum of objects",
    schemas: `
Range: { enum: [{ from: 1 }, { from: 2, to: [x] }, null] }`,
    want: `
export type Range =
  | {
      from: 1;
    }
  | {
      from: 2;
      to: ["x"];
    }
  | null;`,
    takes: ["Range = { from: 1 }", 'Range = { from: 2, to: ["x"] }'],
    refuses: ["Range = { from: 3 }", "Range = { from: 2 }"],
  },
  {
    name: "an enum beside a list means the items",
    schemas: `
Tags: { type: array, items: { type: string }, enum: [a, b] }`,
    want: `
export type Tags = ("a" | "b")[];`,
    takes: ['Tags = ["a", "b"]'],
    refuses: ['Tags = "a"', 'Tags = ["c"]'],
  },
  {
    name: "constants",
    schemas: `
Kind: { const: pet }
Negative: { const: -1.5 }
Yes: { const: true }
Nil: { const: null }
Point: { const: { x: 1, tags: [a] } }`,
    want: `
export type Kind = "pet";

export type Negative = -1.5;

export type Nil = null;

export interface Point {
  x: 1;
  tags: ["a"];
}

export type Yes = true;`,
    takes: [
      'Kind = "pet"',
      "Negative = -1.5",
      "Nil = null",
      'Point = { x: 1, tags: ["a"] }',
    ],
    refuses: [
      'Kind = "dog"',
      "Negative = 1.5",
      "Yes = false",
      "Nil = undefined",
      "Point = { x: 1, tags: [] }",
    ],
  },
  {
    name: "several types",
    schemas: `
Id: { type: [string, integer] }
Maybe: { type: [string, "null"] }
MaybeList: { type: [array, "null"], items: { type: string } }
MaybeObject: { type: [object, "null"], properties: { a: { type: string } } }`,
    want: `
export type Id = string | number;

export type Maybe = string | null;

export type MaybeList = string[] | null;

export type MaybeObject = {
  a?: string;
} | null;`,
    takes: [
      "Id = 1",
      'Id = "1"',
      "Maybe = null",
      "MaybeList = null",
      'MaybeList = ["a"]',
      "MaybeObject = {}",
    ],
    refuses: [
      "Id = null",
      "Maybe = 1",
      "MaybeList = [null]",
      "MaybeObject = { a: 1 }",
    ],
  },
  {
    name: "keywords of one type beside another type",
    schemas: `
Name: { type: [string, object], properties: { first: { type: string } }, required: [first] }`,
    want: `
export type Name =
  | string
  | {
      first: string;
    };`,
    takes: ['Name = "Ann"', 'Name = { first: "Ann" }'],
    refuses: ["Name = {}", "Name = 1"],
  },
  {
    name: "schemas that allow everything or nothing",
    schemas: `
Anything: {}
All: true
None: false`,
    want: `
export type All = unknown;

export type Anything = unknown;

export type None = never;`,
    takes: ["Anything = 1", "All = undefined"],
    refuses: ["None = 1"],
  },
  {
    name: "formats",
    schemas: `
Born: { type: string, format: date }
Seen: { type: string, format: date-time }
Big: { type: integer, format: int64 }
Bytes: { type: string, format: byte }`,
    want: `
/** Format: int64; inexact beyond 2^53. */
export type Big = number;

/** Format: date. */
export type Born = string;

/** Format: byte. */
export type Bytes = string;

/** Format: date-time. */
export type Seen = string;`,
    takes: ['Born = "2026-01-31"', 'Seen = "2026-01-31T12:00:00Z"', "Big = 1"],
    refuses: ["Seen = new Date()", "Big = 1n"],
  },
]);

describeTypes("lists", [
  {
    name: "lists",
    schemas: `
Names: { type: array, items: { type: string } }
Sizes: { type: array, items: { enum: [s, m] } }
Maybes: { type: array, items: { type: [string, "null"] } }
Anything: { type: array }
Untyped: { items: { type: integer } }`,
    want: `
export type Anything = unknown[];

export type Maybes = (string | null)[];

export type Names = string[];

export type Sizes = ("s" | "m")[];

export type Untyped = number[];`,
    takes: [
      'Names = ["a"]',
      'Sizes = ["s", "m"]',
      "Maybes = [null]",
      'Anything = [1, "a"]',
      "Untyped = [1]",
    ],
    refuses: ["Names = [1]", 'Sizes = ["l"]', 'Names = "a"', 'Untyped = ["1"]'],
  },
  {
    name: "lists of lists, however they are written",
    schemas: `
Plain: { type: array, items: { type: array, items: { type: string } } }
OneOf: { type: array, items: { oneOf: [{ type: array, items: { type: string } }] } }
AllOf: { type: array, items: { allOf: [{ type: array, items: { type: string } }] } }
Const: { type: array, items: { const: [1, 2] } }`,
    want: `
export type AllOf = string[][];

export type Const = [1, 2][];

export type OneOf = string[][];

export type Plain = string[][];`,
    takes: [
      'Plain = [["a"]]',
      'OneOf = [["a"]]',
      'AllOf = [["a"]]',
      "Const = [[1, 2]]",
    ],
    refuses: [
      'Plain = ["a"]',
      'OneOf = ["a"]',
      'AllOf = ["a"]',
      "Const = [1, 2]",
    ],
  },
  {
    name: "tuples",
    schemas: `
Exact: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false }
Open: { type: array, prefixItems: [{ type: string }] }
Rest: { type: array, prefixItems: [{ type: string }], items: { type: integer } }
Empty: { type: array, items: false }`,
    want: `
export type Empty = [];

export type Exact = [string, number];

export type Open = [string, ...unknown[]];

export type Rest = [string, ...number[]];`,
    takes: [
      'Exact = ["a", 1]',
      'Open = ["a", null]',
      'Rest = ["a", 1, 2]',
      "Empty = []",
    ],
    refuses: [
      'Exact = ["a"]',
      'Exact = ["a", 1, 2]',
      "Open = []",
      'Rest = ["a", "b"]',
      "Empty = [1]",
    ],
  },
  {
    name: "bounds of tuples",
    schemas: `
Few: { type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 1, items: false }
Pair: { type: array, prefixItems: [{ type: string }, { type: string }], minItems: 2, maxItems: 2 }
Loose: { type: array, prefixItems: [{ type: [string, "null"] }], minItems: 0, items: false }
Most: { type: array, prefixItems: [{ type: string }, { type: integer }], maxItems: 2 }
Less: { type: array, prefixItems: [{ type: string }, { type: integer }], maxItems: 1 }
More: { type: array, prefixItems: [{ type: string }], maxItems: 3 }`,
    want: `
/** At least 1 item. */
export type Few = [string, number?];

/** At most 1 item. */
export type Less = [string?];

export type Loose = [(string | null)?];

/** At most 3 items. */
export type More = [string?, ...unknown[]];

/** At most 2 items. */
export type Most = [string?, number?];

/**
 * 2 items.
 */
export type Pair = [string, string];`,
    takes: [
      'Few = ["a"]',
      'Few = ["a", 1]',
      'Pair = ["a", "b"]',
      "Loose = []",
      "Loose = [null]",
    ],
    refuses: [
      "Few = []",
      'Pair = ["a"]',
      'Pair = ["a", "b", "c"]',
      "Loose = [1]",
    ],
  },
]);

describeTypes("objects", [
  {
    name: "required and optional properties",
    schemas: `
Pet: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }`,
    want: `
export interface Pet {
  name: string;
  age?: number;
}`,
    takes: ['Pet = { name: "a" }', 'Pet = { name: "a", age: 1 }'],
    refuses: [
      "Pet = { age: 1 }",
      'Pet = { name: "a", age: undefined }',
      'Pet = { name: "a", color: "b" }',
    ],
  },
  {
    name: "a default makes nothing required",
    schemas: `
Pet: { type: object, properties: { legs: { type: integer, default: 4 } } }`,
    want: `
export interface Pet {
  /**
   * @default 4
   */
  legs?: number;
}`,
    takes: ["Pet = {}"],
    refuses: ['Pet = { legs: "4" }'],
  },
  {
    name: "a name required but not declared is there, whatever it is",
    schemas: `
Pet: { type: object, required: [ghost], properties: { name: { type: string } } }`,
    want: `
export interface Pet {
  name?: string;
  ghost: unknown;
}`,
    takes: ["Pet = { ghost: 1 }"],
    refuses: ["Pet = {}"],
  },
  {
    name: "objects without properties",
    schemas: `
Open: { type: object }
Bare: { type: object, required: [a] }`,
    want: `
export type Bare = Record<string, unknown>;

export type Open = Record<string, unknown>;`,
    takes: ["Open = { a: 1 }", "Bare = { a: 1 }"],
    refuses: ["Open = 1"],
  },
  {
    name: "maps",
    schemas: `
Counts: { type: object, additionalProperties: { type: integer } }
Untyped: { additionalProperties: { type: integer } }
Open: { type: object, additionalProperties: true }
Nested: { type: object, additionalProperties: { type: object, additionalProperties: { type: array, items: { type: string } } } }`,
    want: `
export type Counts = Record<string, number>;

export type Nested = Record<string, Record<string, string[]>>;

export type Open = Record<string, unknown>;

export type Untyped = Record<string, number>;`,
    takes: [
      "Counts = { a: 1 }",
      "Untyped = {}",
      "Open = { a: [] }",
      'Nested = { a: { b: ["c"] } }',
    ],
    refuses: ['Counts = { a: "1" }', "Nested = { a: { b: 1 } }"],
  },
  {
    name: "other keys beside named ones",
    schemas: `
Same: { type: object, required: [id], properties: { id: { type: string } }, additionalProperties: { type: string } }
Wider: { type: object, required: [id], properties: { id: { type: string }, size: { type: integer } }, additionalProperties: { type: string } }
Any: { type: object, required: [id], properties: { id: { type: string } }, additionalProperties: true }
Closed: { type: object, properties: { id: { type: string } }, additionalProperties: false }`,
    want: `
export interface Any {
  id: string;
  [key: string]: unknown;
}

export interface Closed {
  id?: string;
}

export interface Same {
  id: string;
  [key: string]: string;
}

export interface Wider {
  id: string;
  size?: number;
  [key: string]: string | number | undefined;
}`,
    takes: [
      'Same = { id: "a", other: "b" }',
      'Wider = { id: "a", size: 1, other: "b" }',
      'Any = { id: "a", other: [] }',
      "Closed = {}",
    ],
    refuses: [
      'Same = { other: "b" }',
      'Same = { id: "a", other: 1 }',
      'Wider = { id: "a", other: true }',
      "Any = { id: 1 }",
      'Closed = { other: "b" }',
    ],
  },
  {
    name: "patterns of keys",
    schemas: `
HeaderMap: { type: object, patternProperties: { "^x-": { type: string }, "^n-": { type: integer } } }
Beside: { type: object, properties: { on: { type: boolean } }, patternProperties: { "^x-": { type: string } }, additionalProperties: false }
Both: { type: object, patternProperties: { "^x-": { type: string } }, additionalProperties: { type: integer } }`,
    want: `
export interface Beside {
  on?: boolean;
  [key: string]: string | boolean | undefined;
}

export type Both = Record<string, number | string>;

export type HeaderMap = Record<string, string | number>;`,
    takes: [
      'HeaderMap = { "x-a": "b", "n-a": 1 }',
      'Beside = { on: true, "x-a": "b" }',
      'Both = { "x-a": "b", c: 1 }',
    ],
    refuses: [
      "HeaderMap = { a: true }",
      "Beside = { on: 1 }",
      "Both = { a: true }",
    ],
  },
  {
    name: "names that mean something to JavaScript",
    schemas: `
Odd:
  type: object
  required: [__proto__, constructor]
  properties:
    __proto__: { type: string }
    constructor: { type: string }
    toString: { type: string }
    default: { type: string }`,
    want: `
export interface Odd {
  __proto__: string;
  constructor: string;
  toString?: string;
  default?: string;
}`,
    takes: [
      'Odd = { ["__proto__"]: "a", constructor: "b", toString: "c" } as { ["__proto__"]: string; constructor: string; toString: string }',
    ],
    refuses: ['Odd = { ["__proto__"]: "a" }', 'Odd = { constructor: "a" }'],
  },
  {
    name: "names with percent signs and backslashes",
    schemas: `
Share:
  type: object
  required: ["100%"]
  properties:
    "100%":
      type: object
      properties: { "a/b%#/%": { anyOf: [{ type: string }] } }
    "\\\\p": { type: string }
Whole:
  allOf: [{ $ref: "#/components/schemas/Share" }]
  required: ["\\\\p"]`,
    want: `
export interface Share {
  "100%": {
    "a/b%#/%"?: string;
  };
  "\\\\p"?: string;
}

export interface Whole extends Share {
  "\\\\p": string;
}`,
    takes: ['Share = { "100%": {} }', 'Whole = { "100%": {}, "\\\\p": "" }'],
    refuses: ["Share = {}", 'Whole = { "100%": {} }'],
  },
  {
    name: "names that are no identifiers",
    schemas: `
Odd:
  type: object
  properties:
    "": { type: string }
    a-b: { type: string }
    "1": { type: string }
    "-1": { type: string }
    1e3: { type: string }
    ключ: { type: string }
    "日本": { type: string }
    "a\\"b": { type: string }
    "a\\nb": { type: string }
    "\\u202E": { type: string }
    "*/": { type: string }`,
    want: `
export interface Odd {
  "1"?: string;
  ""?: string;
  "a-b"?: string;
  "-1"?: string;
  "1e3"?: string;
  ключ?: string;
  日本?: string;
  'a"b'?: string;
  "a\\nb"?: string;
  "\\u202e"?: string;
  "*/"?: string;
}`,
    takes: [
      'Odd = { "": "a", "a-b": "b", 1: "c", "-1": "d", ключ: "e", "a\\nb": "f", "*/": "g" }',
    ],
    refuses: ['Odd = { "a b": "a" }', "Odd = { ключ: 1 }"],
  },
  {
    name: "names that would be escapes in a URI, at any depth",
    schemas: `
Odd:
  type: object
  required: ["100%", "#/%"]
  properties:
    "100%": { oneOf: [{ type: object, properties: { "%zz": { type: string } } }, { type: number }] }
    "#/%": { type: string, description: Text. }
    "a%20b": { type: string }
    "\\ue000": { type: string }`,
    want: `
export interface Odd {
  "100%":
    | {
        "%zz"?: string;
      }
    | number;
  /** Text. */
  "#/%": string;
  "a%20b"?: string;
  "\\ue000"?: string;
}`,
    takes: ['Odd = { "100%": { "%zz": "a" }, "#/%": "b" }'],
    refuses: ['Odd = { "100%": 1 }'],
  },
]);
