/**
 * Discriminators (OpenAPI 3.1.1 section 4.8.25): the value that selects an alternative is its constant.
 */
import { describeTypes } from "./type-cases.js";

describeTypes("discriminators", [
  {
    name: "name a schema where nothing else is said",
    schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind } }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, required: [a], properties: { a: { type: number } } }`,
    want: `
export interface Circle {
  kind: string;
  r: number;
}

export type Shape =
  | (Circle & {
      kind: "Circle";
    })
  | (Square & {
      kind: "Square";
    });

export interface Square {
  a: number;
}`,
    takes: [
      'Shape = { kind: "Circle", r: 1 }',
      'Shape = { kind: "Square", a: 1 }',
    ],
    refuses: ['Shape = { kind: "Circle", a: 1 }', "Shape = { r: 1 }"],
  },
  {
    name: "select no schema by its name where that is the value of another",
    schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind, mapping: { Square: Circle } } }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, required: [kind, a], properties: { kind: { type: string }, a: { type: number } } }`,
    want: `
export interface Circle {
  kind: string;
  r: number;
}

export type Shape =
  | (Circle & {
      kind: "Square";
    })
  | Square;

export interface Square {
  kind: string;
  a: number;
}`,
    takes: [
      'Shape = { kind: "Square", r: 1 }',
      'Shape = { kind: "other", a: 1 }',
    ],
    refuses: ['Shape = { kind: "Circle", r: 1 }'],
  },
  {
    name: "select no child by its name where that is the value of another",
    schemas: `
Base: { type: object, required: [k], properties: { k: { type: string } }, discriminator: { propertyName: k, mapping: { Two: One } } }
One: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { x: { type: number } } }] }
Two: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { y: { type: number } } }] }`,
    want: `
export type Base = One | Two;

export interface BaseBase {
  k: string;
}

export interface One extends BaseBase {
  x?: number;
  k: "Two";
}

export interface Two extends BaseBase {
  y?: number;
}`,
    takes: ['One = { k: "Two", x: 1 }', 'Two = { k: "other", y: 1 }'],
    refuses: ['One = { k: "One", x: 1 }'],
  },
  {
    name: "with a mapping use its values",
    schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind, mapping: { circle: "#/components/schemas/Circle", sq: Square, square: Square } } }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, required: [kind, a], properties: { kind: { type: string }, a: { type: number } } }`,
    want: `
export interface Circle {
  kind: string;
  r: number;
}

export type Shape =
  | (Circle & {
      kind: "circle";
    })
  | (Square & {
      kind: "sq" | "square";
    });

export interface Square {
  kind: string;
  a: number;
}`,
    takes: [
      'Shape = { kind: "circle", r: 1 }',
      'Shape = { kind: "sq", a: 1 }',
      'Shape = { kind: "square", a: 1 }',
    ],
    refuses: [
      'Shape = { kind: "Circle", r: 1 }',
      'Shape = { kind: "sq", r: 1 }',
    ],
  },
  {
    name: "leave alone what says its value itself",
    schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }, { $ref: "#/components/schemas/Oval" }], discriminator: { propertyName: kind } }
Circle: { type: object, required: [kind], properties: { kind: { const: c } } }
Square: { type: object, required: [kind], properties: { kind: { enum: [s1, s2] } } }
OvalKind: { enum: [o1, o2] }
Oval: { type: object, required: [kind], properties: { kind: { allOf: [{ $ref: "#/components/schemas/OvalKind" }], description: Round. } } }`,
    want: `
export interface Circle {
  kind: "c";
}

export interface Oval {
  /** Round. */
  kind: OvalKind;
}

export type OvalKind = "o1" | "o2";

export type Shape = Circle | Square | Oval;

export interface Square {
  kind: "s1" | "s2";
}`,
    takes: [
      'Shape = { kind: "c" }',
      'Shape = { kind: "s2" }',
      'Shape = { kind: "o1" }',
    ],
    refuses: ['Shape = { kind: "Circle" }', 'Shape = { kind: "Square" }'],
  },
  {
    name: "narrow an enum to the values of the mapping",
    schemas: `
Kind: { enum: [c, s, o] }
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind, mapping: { c: Circle, s: Square } } }
Circle: { type: object, required: [kind], properties: { kind: { $ref: "#/components/schemas/Kind" }, r: { type: number } } }
Square: { type: object, required: [kind], properties: { kind: { $ref: "#/components/schemas/Kind" }, a: { type: number } } }`,
    want: `
export interface Circle {
  kind: Kind;
  r?: number;
}

export type Kind = "c" | "s" | "o";

export type Shape =
  | (Circle & {
      kind: "c";
    })
  | (Square & {
      kind: "s";
    });

export interface Square {
  kind: Kind;
  a?: number;
}`,
    takes: ['Shape = { kind: "c", r: 1 }'],
    refuses: ['Shape = { kind: "o" }', 'Shape = { kind: "c", a: 1 }'],
  },
  {
    name: "of numbers and booleans",
    schemas: `
Version: { oneOf: [{ $ref: "#/components/schemas/V1" }, { $ref: "#/components/schemas/V2" }], discriminator: { propertyName: v, mapping: { "1": V1, "2": V2, "3": V2 } } }
V1: { type: object, required: [v], properties: { v: { type: integer } } }
V2: { type: object, required: [v], properties: { v: { type: integer, enum: [2, 3] }, more: { type: string } } }`,
    want: `
export interface V1 {
  v: number;
}

export interface V2 {
  v: 2 | 3;
  more?: string;
}

export type Version =
  | (V1 & {
      v: 1;
    })
  | V2;`,
    takes: ["Version = { v: 1 }", 'Version = { v: 3, more: "a" }'],
    refuses: ['Version = { v: "1" }', 'Version = { v: 1, more: "a" }'],
  },
  {
    name: "of inline alternatives that say their value",
    schemas: `
Shape: { oneOf: [{ type: object, required: [kind, r], properties: { kind: { const: c }, r: { type: number } } }, { type: object, required: [kind, a], properties: { kind: { enum: [s] }, a: { type: number } } }], discriminator: { propertyName: kind } }`,
    want: `
export type Shape =
  | {
      kind: "c";
      r: number;
    }
  | {
      kind: "s";
      a: number;
    };`,
    takes: ['Shape = { kind: "c", r: 1 }'],
    refuses: ['Shape = { kind: "s", r: 1 }'],
  },
  {
    name: "of unions inside unions",
    schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Round" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: kind } }
Round: { oneOf: [{ $ref: "#/components/schemas/Circle" }], discriminator: { propertyName: kind } }
Circle: { type: object, required: [kind], properties: { kind: { type: string } } }
Square: { type: object, required: [kind], properties: { kind: { type: string } } }`,
    want: `
export interface Circle {
  kind: string;
}

export interface Round extends Circle {
  kind: "Circle";
}

export type Shape =
  | Round
  | (Square & {
      kind: "Square";
    });

export interface Square {
  kind: string;
}`,
    takes: ['Shape = { kind: "Circle" }'],
    refuses: ['Shape = { kind: "Round" }'],
  },
  {
    name: "of a base give each child its value",
    schemas: `
Animal: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { bird: "#/components/schemas/Bird", fish: Fish } } }
Bird: { allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, properties: { wings: { type: integer } } }] }
Fish: { allOf: [{ $ref: "#/components/schemas/Animal" }], properties: { fins: { type: integer } } }
Eagle: { allOf: [{ $ref: "#/components/schemas/Bird" }, { properties: { sharp: { type: boolean } } }] }
Animals: { oneOf: [{ $ref: "#/components/schemas/Bird" }, { $ref: "#/components/schemas/Fish" }] }`,
    want: `
export type Animal =
  | (Bird & {
      kind: "bird";
    })
  | Eagle
  | Fish;

export interface AnimalBase {
  kind: string;
}

export type Animals = Bird | Fish;

export interface Bird extends AnimalBase {
  wings?: number;
  kind: "bird" | "Eagle";
}

export interface Eagle extends Bird {
  sharp?: boolean;
  kind: "Eagle";
}

export interface Fish extends AnimalBase {
  fins?: number;
  kind: "fish";
}`,
    takes: [
      'Animals = { kind: "bird", wings: 2 }',
      'Eagle = { kind: "Eagle", sharp: true }',
      'Animal = { kind: "fish", fins: 2 }',
    ],
    refuses: [
      'Animals = { kind: "bug" }',
      'Bird = { kind: "fish" }',
      'Eagle = { kind: "bird", sharp: true }',
      'Animal = { kind: "bug" }',
      'Animal = { kind: "fish", sharp: true }',
      'Animals = { kind: "fish", wings: 2 }',
    ],
  },
  {
    name: "of a base that lists its children",
    schemas: `
Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], type: object, required: [name], properties: { name: { type: string }, pet_type: { type: string } }, discriminator: { propertyName: pet_type } }
Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { barks: { type: boolean } } }] }`,
    want: `
export interface Cat {
  name: string;
  pet_type: "Cat";
  lives: number;
}

export interface Dog {
  name: string;
  pet_type: "Dog";
  barks?: boolean;
}

export type Pet = {
  name: string;
  pet_type?: string;
} & (Cat | Dog);`,
    takes: [
      'Pet = { pet_type: "Cat", name: "a", lives: 9 }',
      'Cat = { pet_type: "Cat", name: "a", lives: 9 }',
    ],
    refuses: [
      'Pet = { pet_type: "Dog", name: "a", lives: 9 }',
      'Pet = { pet_type: "Cat", name: "a" }',
    ],
  },
]);
