/**
 * The table of `constructs.test.ts`.
 */

export interface Construct {
  /** Members of `components.schemas`, in YAML; a name is used once in the whole table. */
  readonly schemas: string;
  /** The exact type of models by name; `$Pet` stands for another model. */
  readonly is: Readonly<Record<string, string>>;
  /** `Pet = { name: "Rex" }` */
  readonly takes: readonly string[];
  readonly refuses: readonly string[];
}

export const constructs: Readonly<Record<string, Construct>> = {
  string: {
    schemas: `
V1: { type: string }`.trim(),
    is: { V1: "string" },
    takes: ['V1 = "a"'],
    refuses: ["V1 = 1"],
  },
  integer: {
    schemas: `
V2: { type: integer, format: int64 }`.trim(),
    is: { V2: "number" },
    takes: ["V2 = 1"],
    refuses: ["V2 = 1n"],
  },
  null: {
    schemas: `
V3: { type: "null" }`.trim(),
    is: { V3: "null" },
    takes: ["V3 = null"],
    refuses: ["V3 = undefined"],
  },
  "boolean schemas": {
    schemas: `
V4: true
V5: false`.trim(),
    is: { V4: "unknown", V5: "never" },
    takes: ["V4 = Symbol()"],
    refuses: ["V5 = 1"],
  },
  "an empty schema": {
    schemas: `
V6: {}`.trim(),
    is: { V6: "unknown" },
    takes: ["V6 = 1"],
    refuses: [],
  },
  "a list of types": {
    schemas: `
V7: { type: [string, integer, "null"] }`.trim(),
    is: { V7: "string | number | null" },
    takes: ["V7 = null"],
    refuses: ["V7 = true"],
  },
  "enum of texts": {
    schemas: `
E1: { type: string, enum: [a, b-c, ""] }`.trim(),
    is: { E1: '"a" | "b-c" | ""' },
    takes: ['E1 = ""'],
    refuses: ['E1 = "c"'],
  },
  "enum of mixed types": {
    schemas: `
E2: { enum: [a, 1, true, null] }`.trim(),
    is: { E2: '"a" | 1 | true | null' },
    takes: ["E2 = null"],
    refuses: ["E2 = false"],
  },
  "enum of numbers with names": {
    schemas: `
E3: { type: integer, enum: [1, 2], x-enum-varnames: [One, Two] }`.trim(),
    is: { E3: "1 | 2" },
    takes: ["E3 = 1"],
    refuses: ["E3 = 3"],
  },
  "enum of objects": {
    schemas: `
E4: { enum: [{ a: 1 }, [1]] }`.trim(),
    is: { E4: "{ a: 1 } | [1]" },
    takes: ["E4 = [1]"],
    refuses: ["E4 = { a: 2 }"],
  },
  "nullable enum": {
    schemas: `
E5: { type: [string, "null"], enum: [a, null] }`.trim(),
    is: { E5: '"a" | null' },
    takes: ["E5 = null"],
    refuses: ['E5 = "b"'],
  },
  const: {
    schemas: `
C1: { const: a }
C2: { const: null }
C3: { const: { a: [1] } }`.trim(),
    is: { C1: '"a"', C2: "null" },
    takes: ['C1 = "a"', "C3 = { a: [1] }"],
    refuses: ['C1 = "b"', "C2 = 0", "C3 = { a: [2] }"],
  },
  "required and optional": {
    schemas: `
O1: { type: object, required: [a], properties: { a: { type: string }, b: { type: number } } }`.trim(),
    is: { O1: "{ a: string; b?: number }" },
    takes: ['O1 = { a: "" }'],
    refuses: ["O1 = {}", 'O1 = { a: "", b: undefined }'],
  },
  "a default does not make required": {
    schemas: `
O2: { type: object, properties: { a: { type: string, default: x } } }`.trim(),
    is: { O2: "{ a?: string }" },
    takes: ["O2 = {}"],
    refuses: ["O2 = { a: 1 }"],
  },
  "a required property that is not declared": {
    schemas: `
O3: { type: object, required: [b], properties: { a: { type: string } } }`.trim(),
    is: { O3: "{ a?: string; b: unknown }" },
    takes: ["O3 = { b: 1 }"],
    refuses: ["O3 = {}", "O3 = { a: 1, b: 1 }"],
  },
  "a map": {
    schemas: `
M1: { type: object, additionalProperties: { type: number } }`.trim(),
    is: { M1: "Record<string, number>" },
    takes: ["M1 = { x: 1 }"],
    refuses: ['M1 = { x: "" }'],
  },
  "an open object": {
    schemas: `
M2: { type: object }`.trim(),
    is: { M2: "Record<string, unknown>" },
    takes: ["M2 = { x: 1 }"],
    refuses: ["M2 = 1"],
  },
  "other keys beside named ones": {
    schemas: `
M3: { type: object, required: [id], properties: { id: { type: number } }, additionalProperties: { type: string } }`.trim(),
    is: { M3: "{ id: number; [key: string]: string | number }" },
    takes: ['M3 = { id: 1, x: "" }'],
    refuses: ['M3 = { id: "" }', "M3 = { id: 1, x: true }"],
  },
  patternProperties: {
    schemas: `
M4: { type: object, patternProperties: { "^x-": { type: string } } }`.trim(),
    is: {},
    takes: ['M4 = { "x-a": "" }'],
    refuses: ['M4 = { "x-a": 1 }'],
  },
  "propertyNames that are listed": {
    schemas: `
M5: { type: object, propertyNames: { enum: [en, de] }, additionalProperties: { type: string } }`.trim(),
    is: { M5: "{ en?: string; de?: string }" },
    takes: ['M5 = { en: "" }'],
    refuses: ['M5 = { fr: "" }', "M5 = { en: 1 }"],
  },
  "propertyNames by reference": {
    schemas: `
Language: { type: string, enum: [en] }
M6: { type: object, propertyNames: { $ref: "#/components/schemas/Language" }, additionalProperties: { type: string } }`.trim(),
    is: { M6: "{ en?: string }" },
    takes: ["M6 = {}"],
    refuses: ['M6 = { x: "" }'],
  },
  "unevaluatedProperties with a schema": {
    schemas: `
M7: { type: object, properties: { a: { type: string } }, unevaluatedProperties: { type: string } }`.trim(),
    is: { M7: "{ a?: string; [key: string]: string | undefined }" },
    takes: ['M7 = { b: "" }'],
    refuses: ["M7 = { b: 1 }"],
  },
  "unevaluatedProperties: false": {
    schemas: `
M8: { type: object, properties: { a: { type: string } }, unevaluatedProperties: false }`.trim(),
    is: { M8: "{ a?: string }" },
    takes: ["M8 = {}"],
    refuses: ['M8 = { b: "" }'],
  },
  "a property that must not be there": {
    schemas: `
M9: { type: object, properties: { a: false } }`.trim(),
    is: { M9: "{ a?: never }" },
    takes: ["M9 = {}"],
    refuses: ["M9 = { a: 1 }"],
  },
  "a list": {
    schemas: `
A1: { type: array, items: { type: [string, "null"] } }`.trim(),
    is: { A1: "(string | null)[]" },
    takes: ["A1 = [null]"],
    refuses: ["A1 = [1]"],
  },
  "a list of anything": {
    schemas: `
A2: { type: array }`.trim(),
    is: { A2: "unknown[]" },
    takes: ["A2 = [1]"],
    refuses: ["A2 = 1"],
  },
  prefixItems: {
    schemas: `
A3: { type: array, prefixItems: [{ type: string }, { type: number }] }`.trim(),
    is: { A3: "[string, number, ...unknown[]]" },
    takes: ['A3 = ["", 1, true]'],
    refuses: ["A3 = [1]"],
  },
  "prefixItems and no more": {
    schemas: `
A4: { type: array, prefixItems: [{ type: string }], items: false }`.trim(),
    is: { A4: "[string]" },
    takes: ['A4 = [""]'],
    refuses: ['A4 = ["", 1]'],
  },
  "prefixItems that may be left out": {
    schemas: `
A5: { type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 1 }`.trim(),
    is: { A5: "[string, number?]" },
    takes: ['A5 = [""]'],
    refuses: ["A5 = []"],
  },
  "prefixItems and others": {
    schemas: `
A6: { type: array, prefixItems: [{ type: string }], items: { type: number } }`.trim(),
    is: { A6: "[string, ...number[]]" },
    takes: ['A6 = ["", 1]'],
    refuses: ['A6 = ["", ""]'],
  },
  "unevaluatedItems: false": {
    schemas: `
A7: { type: array, prefixItems: [{ type: string }], unevaluatedItems: false }`.trim(),
    is: { A7: "[string]" },
    takes: ['A7 = [""]'],
    refuses: ['A7 = ["", 1]'],
  },
  "no items at all": {
    schemas: `
A8: { type: array, items: false }`.trim(),
    is: { A8: "[]" },
    takes: ["A8 = []"],
    refuses: ["A8 = [1]"],
  },
  contains: {
    schemas: `
A9: { type: array, items: { type: string }, contains: { const: a } }`.trim(),
    is: { A9: "string[]" },
    takes: ['A9 = ["b"]'],
    refuses: ["A9 = [1]"],
  },
  oneOf: {
    schemas: `
U1: { oneOf: [{ type: string }, { type: number }] }`.trim(),
    is: { U1: "string | number" },
    takes: ["U1 = 1"],
    refuses: ["U1 = null"],
  },
  "anyOf with null": {
    schemas: `
U2: { anyOf: [{ type: string }, { type: "null" }] }`.trim(),
    is: { U2: "string | null" },
    takes: ["U2 = null"],
    refuses: ["U2 = 1"],
  },
  "properties beside oneOf": {
    schemas: `
U3: { type: object, required: [a], properties: { a: { type: string } }, oneOf: [{ type: object, required: [b], properties: { b: { type: string } } }, { type: object, required: [c], properties: { c: { type: string } } }] }`.trim(),
    is: { U3: "{ a: string } & ({ b: string } | { c: string })" },
    takes: ['U3 = { a: "", b: "" }'],
    refuses: ['U3 = { a: "" }', 'U3 = { b: "" }'],
  },
  "alternatives that only require": {
    schemas: `
U4: { type: object, properties: { mail: { type: string }, phone: { type: number } }, anyOf: [{ required: [mail] }, { required: [phone] }] }`.trim(),
    is: {
      U4: "{ mail?: string; phone?: number } & ({ mail: string } | { phone: number })",
    },
    takes: ['U4 = { mail: "" }', 'U4 = { mail: "", phone: 1 }'],
    refuses: ["U4 = {}", "U4 = { mail: 1 }"],
  },
  "alternatives that require what a part declares": {
    schemas: `
U5: { allOf: [{ $ref: "#/components/schemas/O1" }], anyOf: [{ required: [b] }] }`.trim(),
    is: {},
    takes: ['U5 = { a: "", b: 1 }'],
    refuses: ['U5 = { a: "" }'],
  },
  allOf: {
    schemas: `
X1: { allOf: [{ $ref: "#/components/schemas/O1" }, { type: object, required: [c], properties: { c: { type: string } } }] }`.trim(),
    is: {},
    takes: ['X1 = { a: "", c: "" }'],
    refuses: ['X1 = { a: "" }', 'X1 = { c: "" }'],
  },
  "allOf that makes required": {
    schemas: `
X2: { allOf: [{ $ref: "#/components/schemas/O1" }], required: [b] }`.trim(),
    is: {},
    takes: ['X2 = { a: "", b: 1 }'],
    refuses: ['X2 = { a: "" }'],
  },
  "allOf of what excludes each other": {
    schemas: `
X3: { allOf: [{ type: string }, { type: number }] }`.trim(),
    is: { X3: "never" },
    takes: [],
    refuses: ['X3 = ""'],
  },
  "a reference beside other keywords": {
    schemas: `
X4: { $ref: "#/components/schemas/O1", required: [b] }`.trim(),
    is: {},
    takes: ['X4 = { a: "", b: 1 }'],
    refuses: ['X4 = { a: "" }'],
  },
  "not: values of an enum": {
    schemas: `
N1: { enum: [a, b, c], not: { const: a } }
N2: { type: string, enum: [a, b], not: { enum: [b] } }`.trim(),
    is: { N1: '"b" | "c"', N2: '"a"' },
    takes: ['N1 = "b"'],
    refuses: ['N1 = "a"', 'N2 = "b"'],
  },
  "not: a type": {
    schemas: `
N3: { not: { type: string } }
N4: { type: [string, number], not: { type: string } }`.trim(),
    is: {
      N3: "number | boolean | Record<string, unknown> | unknown[] | null",
      N4: "number",
    },
    takes: ["N3 = null", "N4 = 1"],
    refuses: ['N3 = ""', 'N4 = ""'],
  },
  "not: null": {
    schemas: `
N5: { type: [string, "null"], not: { type: "null" } }
N6: { type: [string, "null"], not: { const: null } }`.trim(),
    is: { N5: "string", N6: "string" },
    takes: ['N5 = ""'],
    refuses: ["N5 = null", "N6 = null"],
  },
  "not: one of the booleans": {
    schemas: `
N7: { type: boolean, not: { const: false } }`.trim(),
    is: { N7: "true" },
    takes: ["N7 = true"],
    refuses: ["N7 = false"],
  },
  "not: anything": {
    schemas: `
N8: { type: string, not: {} }`.trim(),
    is: { N8: "never" },
    takes: [],
    refuses: ['N8 = ""'],
  },
  "not: a property": {
    schemas: `
N9: { type: object, properties: { a: { type: string }, b: { type: string } }, not: { required: [a] } }`.trim(),
    is: {},
    takes: ['N9 = { b: "" }'],
    refuses: ['N9 = { a: "" }'],
  },
  "not: two properties at once": {
    schemas: `
N10: { type: object, properties: { a: { type: string }, b: { type: string } }, not: { required: [a, b] } }`.trim(),
    is: {},
    takes: ['N10 = { a: "" }', 'N10 = { b: "" }', "N10 = {}"],
    refuses: ['N10 = { a: "", b: "" }'],
  },
  "not: any of several properties": {
    schemas: `
N11: { type: object, properties: { a: { type: string }, b: { type: string } }, not: { anyOf: [{ required: [a] }, { required: [b] }] } }`.trim(),
    is: {},
    takes: ["N11 = {}"],
    refuses: ['N11 = { a: "" }', 'N11 = { b: "" }'],
  },
  dependentRequired: {
    schemas: `
D1: { type: object, properties: { card: { type: string }, address: { type: string } }, dependentRequired: { card: [address] } }`.trim(),
    is: {},
    takes: [
      'D1 = { address: "" }',
      'D1 = { card: "", address: "" }',
      "D1 = {}",
    ],
    refuses: ['D1 = { card: "" }'],
  },
  dependentSchemas: {
    schemas: `
D2: { type: object, properties: { card: { type: string } }, dependentSchemas: { card: { type: object, required: [address], properties: { address: { type: string } } } } }`.trim(),
    is: {},
    takes: ["D2 = {}", 'D2 = { card: "", address: "" }'],
    refuses: ['D2 = { card: "" }'],
  },
  "if, then and else by a constant": {
    schemas: `
F1: { type: object, required: [kind], properties: { kind: { enum: [a, b] }, x: { type: string }, y: { type: number } }, if: { properties: { kind: { const: a } } }, then: { required: [x] }, else: { required: [y] } }`.trim(),
    is: {},
    takes: ['F1 = { kind: "a", x: "" }', 'F1 = { kind: "b", y: 1 }'],
    refuses: ['F1 = { kind: "a", y: 1 }', 'F1 = { kind: "b", x: "" }'],
  },
  "if and then, with the other values": {
    schemas: `
F2: { type: object, required: [kind], properties: { kind: { enum: [a, b, c] }, x: { type: string } }, if: { properties: { kind: { enum: [a, b] } } }, then: { required: [x] } }`.trim(),
    is: {},
    takes: ['F2 = { kind: "a", x: "" }', 'F2 = { kind: "c" }'],
    refuses: ['F2 = { kind: "a" }', 'F2 = { kind: "b" }'],
  },
  "if by a flag": {
    schemas: `
F3: { type: object, required: [on], properties: { on: { type: boolean }, at: { type: string } }, if: { properties: { on: { const: true } } }, then: { required: [at] } }`.trim(),
    is: {},
    takes: ['F3 = { on: true, at: "" }', "F3 = { on: false }"],
    refuses: ["F3 = { on: true }"],
  },
  "a discriminator by names": {
    schemas: `
G1: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind } }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, required: [kind, a], properties: { kind: { type: string }, a: { type: number } } }`.trim(),
    is: {
      G1: '($Circle & { kind: "Circle" }) | ($Square & { kind: "Square" })',
    },
    takes: ['G1 = { kind: "Circle", r: 1 }'],
    refuses: ['G1 = { kind: "Circle", a: 1 }', 'G1 = { kind: "x", r: 1 }'],
  },
  "a discriminator with a mapping": {
    schemas: `
G2: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind, mapping: { round: "#/components/schemas/Circle", oval: Circle, angular: Square } } }`.trim(),
    is: {
      G2: '($Circle & { kind: "round" | "oval" }) | ($Square & { kind: "angular" })',
    },
    takes: ['G2 = { kind: "oval", r: 1 }'],
    refuses: ['G2 = { kind: "Circle", r: 1 }'],
  },
  "a discriminator with a default": {
    schemas: `
G3: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Other" }], discriminator: { propertyName: kind, mapping: { round: Circle }, defaultMapping: Other } }
Other: { type: object, properties: { kind: { type: string }, text: { type: string } } }`.trim(),
    is: { G3: '($Circle & { kind: "round" }) | $Other' },
    takes: [
      'G3 = { kind: "round", r: 1 }',
      'G3 = { text: "" }',
      'G3 = { kind: "new" }',
    ],
    refuses: ["G3 = { kind: 1 }"],
  },
  "inline alternatives with constants": {
    schemas: `
G4: { oneOf: [{ type: object, required: [k, a], properties: { k: { const: a }, a: { type: string } } }, { type: object, required: [k, b], properties: { k: { const: b }, b: { type: string } } }], discriminator: { propertyName: k } }`.trim(),
    is: { G4: '{ k: "a"; a: string } | { k: "b"; b: string }' },
    takes: ['G4 = { k: "a", a: "" }'],
    refuses: ['G4 = { k: "a", b: "" }'],
  },
  "a tree": {
    schemas: `
R1: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/R1" } } } }`.trim(),
    is: { R1: "{ children?: $R1[] }" },
    takes: ["R1 = { children: [{ children: [] }] }"],
    refuses: ["R1 = { children: [1] }"],
  },
  "two that need each other": {
    schemas: `
R2: { type: object, properties: { other: { $ref: "#/components/schemas/R3" } } }
R3: { type: object, properties: { other: { $ref: "#/components/schemas/R2" } } }`.trim(),
    is: { R2: "{ other?: $R3 }", R3: "{ other?: $R2 }" },
    takes: ["R2 = { other: { other: {} } }"],
    refuses: ["R2 = { other: { other: 1 } }"],
  },
  JSON: {
    schemas: `
R4: { anyOf: [{ type: string }, { type: array, items: { $ref: "#/components/schemas/R4" } }, { type: object, additionalProperties: { $ref: "#/components/schemas/R4" } }] }`.trim(),
    is: {},
    takes: ['R4 = { a: [{ b: "" }] }'],
    refuses: ["R4 = { a: [1] }"],
  },
  "formats of text": {
    schemas: `
T1: { type: string, format: date-time }
T2: { type: string, format: date }
T3: { type: string, format: uuid }
T4: { type: string, format: byte }`.trim(),
    is: { T1: "string", T2: "string", T3: "string", T4: "string" },
    takes: ['T1 = ""'],
    refuses: ["T1 = new Date()"],
  },
  "files outside of bodies": {
    schemas: `
T5: { type: string, format: binary }
T6: { type: string, contentMediaType: image/png }`.trim(),
    is: { T5: "string", T6: "string" },
    takes: ['T5 = ""'],
    refuses: ["T5 = new Blob()"],
  },
  "keys that are no identifiers": {
    schemas: `
K1: { type: object, required: [a-b, __proto__, "1"], properties: { a-b: { type: string }, __proto__: { type: string }, "1": { type: string } } }`.trim(),
    is: {},
    takes: ['K1 = { "a-b": "", ["__proto__"]: "", 1: "" }'],
    refuses: ['K1 = { "a-b": "" }'],
  },
  "an object without keys": {
    schemas: `
Z1: { type: object, additionalProperties: false }
Z2: { type: object, properties: {}, additionalProperties: false }
Z3: { allOf: [{ $ref: "#/components/schemas/O1" }, { type: object, additionalProperties: false }] }`.trim(),
    is: { Z1: "Record<string, never>", Z2: "Record<string, never>", Z3: "$O1" },
    takes: ["Z1 = {}", 'Z3 = { a: "" }'],
    refuses: ["Z1 = { a: 1 }", "Z2 = { a: 1 }"],
  },
  "not: properties that may be anything": {
    schemas: `
Z4: { type: object, properties: { a: { type: string } }, not: { anyOf: [{ properties: { b: { x-note: 1 } }, required: [b] }] } }`.trim(),
    is: {},
    takes: ['Z4 = { a: "" }'],
    refuses: ['Z4 = { a: "", b: 1 }'],
  },
};
