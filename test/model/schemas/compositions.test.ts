/**
 * Schemas made of schemas: composition, unions that a property tells apart, references.
 */
import { describeTypes } from "./type-cases.js";

describeTypes("required beside what is no object", [
  {
    name: "says nothing of it",
    schemas: `
List: { type: array, items: { type: string }, required: [a] }
Either: { anyOf: [{ type: string }, { type: array, items: { type: integer }, required: [a] }] }`,
    want: `
export type Either = string | number[];

export type List = string[];`,
    takes: ["Either = [1]", 'List = ["a"]'],
    refuses: ["Either = { a: 1 }"],
  },
]);

describeTypes("allOf", [
  {
    name: "extends a named object",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Child: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [age], properties: { age: { type: integer } } }] }
Beside: { allOf: [{ $ref: "#/components/schemas/Base" }], type: object, properties: { age: { type: integer } } }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export interface Beside extends Base {
  age?: number;
}

export interface Child extends Base {
  age: number;
}`,
    takes: ['Child = { id: "a", age: 1 }', "Beside = {}"],
    refuses: ['Child = { id: "a" }', "Beside = { id: 1 }"],
  },
  {
    name: "of one part is the part",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Alias: { allOf: [{ $ref: "#/components/schemas/Base" }], description: Just a base. }
Inline: { allOf: [{ type: object, properties: { a: { type: string } } }] }`,
    want: `
/** Just a base. */
export type Alias = Base;

export interface Base {
  id?: string;
  name?: string;
}

export interface Inline {
  a?: string;
}`,
    takes: ['Alias = { id: "a" }', 'Inline = { a: "b" }'],
    refuses: ["Alias = { id: 1 }", "Inline = { a: 1 }"],
  },
  {
    name: "makes inherited properties required, however it says so",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Beside: { allOf: [{ $ref: "#/components/schemas/Base" }], required: [id] }
Inside: { allOf: [{ $ref: "#/components/schemas/Base" }, { required: [id] }] }
Typed: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [id] }] }
More: { allOf: [{ $ref: "#/components/schemas/Base" }], required: [id, zip], properties: { zip: { type: string } } }
Sibling: { $ref: "#/components/schemas/Base", required: [id] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export interface Beside extends Base {
  id: string;
}

export interface Inside extends Base {
  id: string;
}

export interface More extends Base {
  id: string;
  zip: string;
}

export interface Sibling extends Base {
  id: string;
}

export interface Typed extends Base {
  id: string;
}`,
    takes: [
      'Beside = { id: "a" }',
      'Inside = { id: "a" }',
      'Typed = { id: "a", name: "b" }',
      'More = { id: "a", zip: "b" }',
      'Sibling = { id: "a" }',
    ],
    refuses: [
      "Beside = {}",
      "Inside = {}",
      "Typed = {}",
      'More = { zip: "b" }',
      "Sibling = {}",
    ],
  },
  {
    name: "narrows an inherited property",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Narrow: { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { name: { enum: [a, b] } } }] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export interface Narrow extends Base {
  name?: "a" | "b";
}`,
    takes: ['Narrow = { name: "a" }', 'Narrow = { id: "x" }'],
    refuses: ['Narrow = { name: "c" }'],
  },
  {
    name: "of inline objects is one object",
    schemas: `
Merged: { allOf: [{ type: object, properties: { a: { type: string, description: First. } } }, { type: object, required: [a], properties: { a: { type: string }, b: { type: integer } } }] }`,
    want: `
export interface Merged {
  /** First. */
  a: string;
  b?: number;
}`,
    takes: ['Merged = { a: "x" }'],
    refuses: ["Merged = { b: 1 }"],
  },
  {
    name: "of two bases",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Keyed: { type: object, required: [id], properties: { id: { type: string } } }
Sized: { type: object, properties: { size: { type: integer } } }
Apart: { allOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/Sized" }] }
Shared: { allOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/Keyed" }] }`,
    want: `
export interface Apart extends Base, Sized {}

export interface Base {
  id?: string;
  name?: string;
}

export interface Keyed {
  id: string;
}

export interface Shared extends Base, Keyed {
  id: string;
}

export interface Sized {
  size?: number;
}`,
    takes: ['Apart = { id: "a", size: 1 }', 'Shared = { id: "a" }'],
    refuses: ['Apart = { size: "1" }', "Shared = {}"],
  },
  {
    name: "of bases that disagree cannot be an interface",
    schemas: `
Text: { type: object, required: [v], properties: { v: { type: string } } }
Count: { type: object, required: [v], properties: { v: { type: integer } } }
Neither: { allOf: [{ $ref: "#/components/schemas/Text" }, { $ref: "#/components/schemas/Count" }] }`,
    want: `
export interface Count {
  v: number;
}

export type Neither = Text & Count;

export interface Text {
  v: string;
}`,
    takes: ["Text = { v: 'a' }"],
    refuses: ["Neither = { v: 1 }", 'Neither = { v: "a" }'],
  },
  {
    name: "of a union",
    schemas: `
Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
Dog: { type: object, required: [barks], properties: { barks: { type: boolean } } }
Either: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }
Named: { allOf: [{ $ref: "#/components/schemas/Either" }, { type: object, required: [name], properties: { name: { type: string } } }] }`,
    want: `
export interface Cat {
  lives: number;
}

export interface Dog {
  barks: boolean;
}

export type Either = Cat | Dog;

export type Named = Either & {
  name: string;
};`,
    takes: [
      'Named = { name: "a", lives: 9 }',
      'Named = { name: "a", barks: true }',
    ],
    refuses: ['Named = { name: "a" }', "Named = { lives: 9 }"],
  },
  {
    name: "of an object and a map takes both kinds of keys",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Open: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, additionalProperties: true }] }
Counted: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, additionalProperties: { type: integer } }] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export type Counted = Base & Record<string, number | string | undefined>;

export type Open = Base & Record<string, unknown>;`,
    takes: ['Open = { id: "a", b: [] }', 'Counted = { id: "a", b: 1 }'],
    refuses: [
      "Open = { id: 1 }",
      "Counted = { id: 1 }",
      "Counted = { b: true }",
    ],
  },
  {
    name: "of a part that is closed and empty says nothing more",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Closed: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, additionalProperties: false }] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export type Closed = Base;`,
    takes: ['Closed = { id: "a" }'],
    refuses: ["Closed = { id: 1 }"],
  },
  {
    name: "of scalars",
    schemas: `
Short: { allOf: [{ type: string }, { maxLength: 3 }] }
Choice: { allOf: [{ type: string }, { enum: [a, b] }] }
All: { allOf: [true, { type: string }] }
None: { allOf: [false, { type: string }] }
Empty: { allOf: [], type: [string, "null"] }`,
    want: `
export type All = string;

export type Choice = "a" | "b";

export type Empty = string | null;

export type None = never;

export type Short = string;`,
    takes: ['Short = "a"', 'Choice = "b"', 'All = "a"', "Empty = null"],
    refuses: ["Short = 1", 'Choice = "c"', "All = 1", 'None = "a"'],
  },
  {
    name: "that may be null",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Maybe: { type: [object, "null"], allOf: [{ $ref: "#/components/schemas/Base" }] }
More: { type: [object, "null"], allOf: [{ $ref: "#/components/schemas/Base" }], properties: { zip: { type: string } }, required: [id] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export type Maybe = Base | null;

export type More =
  | (WithRequired<Base, "id"> & {
      zip?: string;
    })
  | null;

/** T with the properties K made required. */
export type WithRequired<T, K extends PropertyKey> = T & {
  [P in K & keyof T]-?: T[P];
};`,
    takes: [
      "Maybe = null",
      'Maybe = { id: "a" }',
      "More = null",
      'More = { id: "a", zip: "b" }',
    ],
    refuses: ["Maybe = 1", "More = {}"],
  },
]);

describeTypes("oneOf and anyOf", [
  {
    name: "are unions",
    schemas: `
Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
Dog: { type: object, required: [barks], properties: { barks: { type: boolean } } }
Either: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }
Or: { anyOf: [{ $ref: "#/components/schemas/Cat" }, { type: string }] }
Maybe: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { type: "null" }] }
Inline: { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: integer }] }`,
    want: `
export interface Cat {
  lives: number;
}

export interface Dog {
  barks: boolean;
}

export type Either = Cat | Dog;

export type Inline =
  | {
      a: string;
    }
  | number;

export type Maybe = Cat | null;

export type Or = Cat | string;`,
    takes: [
      "Either = { lives: 9 }",
      "Either = { lives: 9, barks: true }",
      'Or = "a"',
      "Maybe = null",
      'Inline = { a: "b" }',
      "Inline = 1",
    ],
    refuses: ["Either = {}", "Or = 1", "Maybe = undefined", "Inline = {}"],
  },
  {
    name: "say each type once",
    schemas: `
Same: { oneOf: [{ type: string, format: uuid }, { type: string, format: email }] }
Swallowed: { anyOf: [{ type: string }, { enum: [a, b] }] }
One: { oneOf: [{ type: string }] }
Any: { anyOf: [true, { type: string }] }
Never: { anyOf: [false, { type: string }] }`,
    want: `
export type Any = unknown;

export type Never = string;

export type One = string;

export type Same = string;

export type Swallowed = "a" | "b" | (string & {});`,
    takes: [
      'Same = "a"',
      'Swallowed = "c"',
      'One = "a"',
      "Any = 1",
      'Never = "a"',
    ],
    refuses: ["Same = 1", "Swallowed = 1", "One = 1", "Never = 1"],
  },
  {
    name: "of constants are an enum with words",
    schemas: `
Text: { type: string, oneOf: [{ const: a, title: First }, { const: b }] }
Whole: { type: integer, anyOf: [{ const: 1 }, { const: 2 }] }
Maybe: { type: [string, "null"], oneOf: [{ const: a }, { const: b }] }`,
    want: `
export type Maybe = "a" | "b" | null;

export type Text = "a" | "b";

export type Whole = 1 | 2;`,
    takes: ['Text = "a"', "Whole = 2", "Maybe = null"],
    refuses: ['Text = "c"', "Whole = 3", 'Maybe = "c"'],
  },
  {
    name: "beside properties hold with them",
    schemas: `
Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
Dog: { type: object, required: [barks], properties: { barks: { type: boolean } } }
Pet: { type: object, required: [name], properties: { name: { type: string } }, oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }
Twice: { oneOf: [{ $ref: "#/components/schemas/Cat" }], anyOf: [{ $ref: "#/components/schemas/Dog" }] }`,
    want: `
export interface Cat {
  lives: number;
}

export interface Dog {
  barks: boolean;
}

export type Pet = {
  name: string;
} & (Cat | Dog);

export interface Twice extends Cat, Dog {}`,
    takes: [
      'Pet = { name: "a", lives: 9 }',
      "Twice = { lives: 9, barks: true }",
    ],
    refuses: [
      'Pet = { name: "a" }',
      "Pet = { lives: 9 }",
      "Twice = { lives: 9 }",
    ],
  },
  {
    name: "with an alternative that adds nothing",
    schemas: `
Login: { type: object, required: [user], properties: { user: { type: string } }, oneOf: [{ type: object }, { type: object, required: [password], properties: { password: { type: string } } }] }`,
    want: `
export type Login = {
  user: string;
} & (
  | {}
  | {
      password: string;
    }
);`,
    takes: ['Login = { user: "a" }', 'Login = { user: "a", password: "b" }'],
    refuses: [
      'Login = { user: "a", pasword: "b" }',
      'Login = { password: "b" }',
    ],
  },
  {
    name: "of constraints on values say nothing about the type",
    schemas: `
Code: { type: string, anyOf: [{ maxLength: 3 }, { pattern: "^x" }] }`,
    want: `
export type Code = string;`,
    takes: ['Code = "abc"'],
    refuses: ["Code = 1"],
  },
]);

describeTypes("references", [
  {
    name: "with words of their own",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
Words: { $ref: "#/components/schemas/Base", description: Only words. }
Holder: { type: object, properties: { base: { $ref: "#/components/schemas/Base", description: Own words., deprecated: true } } }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export interface Holder {
  /**
   * Own words.
   *
   * @deprecated
   */
  base?: Base;
}

/** Only words. */
export type Words = Base;`,
    takes: ['Words = { id: "a" }', 'Holder = { base: { id: "a" } }'],
    refuses: ["Words = { id: 1 }", "Holder = { base: null }"],
  },
  {
    name: "with keywords beside them",
    schemas: `
Base: { type: object, properties: { id: { type: string }, name: { type: string } } }
More: { $ref: "#/components/schemas/Base", properties: { extra: { type: string } } }
Maybe: { $ref: "#/components/schemas/Base", type: [object, "null"] }`,
    want: `
export interface Base {
  id?: string;
  name?: string;
}

export type Maybe = Base | null;

export interface More extends Base {
  extra?: string;
}`,
    takes: ['More = { id: "a", extra: "b" }', "Maybe = null"],
    refuses: ["More = { extra: 1 }", "Maybe = 1"],
  },
  {
    name: "to places inside schemas",
    schemas: `
Order: { type: object, properties: { lines: { type: array, items: { type: object, properties: { sku: { type: string } } } }, state: { enum: [open, paid] } } }
Line: { $ref: "#/components/schemas/Order/properties/lines/items" }
Report: { type: object, properties: { state: { $ref: "#/components/schemas/Order/properties/state" }, line: { $ref: "#/components/schemas/Report/$defs/Line" } }, $defs: { Line: { type: object, properties: { text: { type: string } } } } }`,
    want: `
export type Line = OrderLines;

export interface Order {
  lines?: OrderLines[];
  state?: OrderState;
}

export interface OrderLines {
  sku?: string;
}

export type OrderState = "open" | "paid";

export interface Report {
  state?: OrderState;
  line?: ReportLine;
}

export interface ReportLine {
  text?: string;
}`,
    takes: [
      'Line = { sku: "a" }',
      'Report = { state: "open", line: { text: "a" } }',
    ],
    refuses: ["Line = { sku: 1 }", 'Report = { state: "lost" }'],
  },
  {
    name: "back to themselves",
    schemas: `
Node: { type: object, required: [children], properties: { children: { type: array, items: { $ref: "#/components/schemas/Node" } }, parent: { $ref: "#/components/schemas/Node" } } }
Json: { oneOf: [{ type: string }, { type: array, items: { $ref: "#/components/schemas/Json" } }, { type: object, additionalProperties: { $ref: "#/components/schemas/Json" } }] }
Nested: { type: array, items: { $ref: "#/components/schemas/Nested" } }
Folder: { type: object, additionalProperties: { $ref: "#/components/schemas/Folder" } }
Left: { type: object, properties: { right: { $ref: "#/components/schemas/Right" } } }
Right: { allOf: [{ $ref: "#/components/schemas/Left" }, { type: object, properties: { left: { $ref: "#/components/schemas/Left" } } }] }`,
    want: `
export type Folder = { [key: string]: Folder };

export type Json = string | Json[] | { [key: string]: Json };

export interface Left {
  right?: Right;
}

export type Nested = Nested[];

export interface Node {
  children: Node[];
  parent?: Node;
}

export interface Right extends Left {
  left?: Left;
}`,
    takes: [
      "Node = { children: [{ children: [] }] }",
      'Json = { a: ["b", {}] }',
      "Nested = [[], [[]]]",
      "Folder = { a: { b: {} } }",
      "Right = { right: {}, left: {} }",
    ],
    refuses: [
      "Node = { children: [{}] }",
      "Json = [1]",
      "Nested = [1]",
      "Folder = { a: 1 }",
      "Right = { left: { right: 1 } }",
    ],
  },
]);
