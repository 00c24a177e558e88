/**
 * Discriminators by inheritance: children at any distance have values of their own, and where their
 * base is used, any of them can be there.
 */
import { expect, it } from "vitest";
import { emitted, declarations } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";
import { describeTypes } from "./type-cases.js";

const ref = (name: string): string =>
  `{ $ref: "#/components/schemas/${name}" }`;
const child = (base: string, properties: string): string =>
  `{ allOf: [${ref(base)}, { type: object, properties: { ${properties} } }] }`;

describeTypes("children of a discriminated base", [
  {
    name: "of a child have its values and their own",
    schemas: `
Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t, mapping: { dog: Dog, poodle: Poodle, cat: Cat } } }
Dog: ${child("Pet", "barks: { type: boolean }")}
Poodle: ${child("Dog", "curls: { type: integer }")}
Cat: ${child("Pet", "lives: { type: integer }")}
Owner: { type: object, properties: { pet: ${ref("Pet")}, dog: ${ref("Dog")} } }`,
    want: `
export interface Cat extends PetBase {
  lives?: number;
  t: "cat";
}

export interface Dog extends PetBase {
  barks?: boolean;
  t: "dog" | "poodle";
}

export interface Owner {
  pet?: Pet;
  dog?: Dog;
}

export type Pet =
  | Cat
  | (Dog & {
      t: "dog";
    })
  | Poodle;

export interface PetBase {
  t: string;
}

export interface Poodle extends Dog {
  curls?: number;
  t: "poodle";
}`,
    takes: [
      'Owner = { pet: { t: "poodle", curls: 3 }, dog: { t: "poodle" } }',
      'Pet = { t: "dog", barks: true }',
    ],
    refuses: ['Owner = { pet: { t: "bug" } }', 'Pet = { t: "dog", lives: 9 }'],
  },
  {
    name: "say their value themselves",
    schemas: `
Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t } }
Dog: ${child("Pet", "t: { const: dog }")}
Poodle: { allOf: [${ref("Dog")}], type: object, properties: { t: { enum: [poodle] }, curls: { type: integer } } }
Cat: { allOf: [${ref("Pet")}], required: [t], properties: { t: { allOf: [${ref("CatKind")}] } } }
CatKind: { oneOf: [{ const: cat }, { const: kitten }] }`,
    want: `
export type Cat = WithRequired<PetBase, "t"> & {
  t: CatKind;
};

export type CatKind = "cat" | "kitten";

export interface Dog extends PetBase {
  t: "dog";
}

export type Pet = Cat | Dog | Poodle;

export interface PetBase {
  t: string;
}

export interface Poodle extends PetBase {
  t: "poodle";
  curls?: number;
}

/** T with the properties K made required. */
export type WithRequired<T, K extends PropertyKey> = T & {
  [P in K & keyof T]-?: T[P];
};`,
    takes: ['Poodle = { t: "poodle" }', 'Pet = { t: "kitten" }'],
    refuses: ['Poodle = { t: "dog" }', 'Pet = { t: "Poodle" }'],
  },
  {
    name: "get no value that their base does not list",
    schemas: `
Pet: { type: object, required: [t], properties: { t: ${ref("Kind")} }, discriminator: { propertyName: t, mapping: { cat: Cat, DOG: Dog } } }
Kind: { type: string, enum: [cat, dog, bird] }
Cat: ${child("Pet", "lives: { type: integer }")}
Dog: ${child("Pet", "barks: { type: boolean }")}`,
    want: `
export type Cat = PetBase & {
  lives?: number;
  t: "cat";
};

export interface Dog extends PetBase {
  barks?: boolean;
}

export type Kind = "cat" | "dog" | "bird";

export type Pet =
  | Cat
  | Dog
  | (PetBase & {
      t: "dog" | "bird";
    });

export interface PetBase {
  t: Kind;
}`,
    takes: ['Dog = { t: "dog" }', 'Pet = { t: "bird" }'],
    refuses: ['Cat = { t: "dog" }', 'Pet = { t: "DOG" }'],
  },
  {
    name: "contradict a constant of the base, which is the base's own",
    schemas: `
Pet: { type: object, required: [t, name], properties: { t: { const: pet }, name: { type: string } }, discriminator: { propertyName: t, mapping: { pet: Pet, cat: Cat } } }
Cat: ${child("Pet", "lives: { type: integer }")}`,
    want: `
export interface Cat {
  t: "cat";
  name: string;
  lives?: number;
}

export type Pet =
  | Cat
  | (PetBase & {
      t: "pet";
    });

export interface PetBase {
  t: "pet";
  name: string;
}`,
    takes: [
      'Pet = { t: "pet", name: "a" }',
      'Pet = { t: "cat", name: "a", lives: 9 }',
    ],
    refuses: [
      'Pet = { t: "pet", name: "a", lives: 9 }',
      'Cat = { t: "pet", name: "a" }',
    ],
  },
  {
    name: "are told apart by another property below",
    schemas: `
Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t, mapping: { dog: Dog } } }
Dog: { allOf: [${ref("Pet")}], type: object, required: [breed], properties: { breed: { type: string } }, discriminator: { propertyName: breed, mapping: { poodle: Poodle } } }
Poodle: ${child("Dog", "curls: { type: integer }")}`,
    want: `
export type Dog = Poodle;

export interface DogBase extends PetBase {
  breed: string;
  t: "dog";
}

export type Pet = Dog | Poodle;

export interface PetBase {
  t: string;
}

export interface Poodle extends DogBase {
  curls?: number;
  breed: "poodle";
}`,
    takes: ['Pet = { t: "dog", breed: "poodle" }'],
    refuses: ['Pet = { t: "Poodle", breed: "poodle" }'],
  },
  {
    name: "are no other names, and no null",
    schemas: `
Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t } }
Cat: ${child("Pet", "lives: { type: integer }")}
Alias: { allOf: [${ref("Pet")}], description: A pet. }
Maybe: { oneOf: [${ref("Pet")}, { type: "null" }] }`,
    want: `
/** A pet. */
export type Alias = Pet;

export interface Cat extends PetBase {
  lives?: number;
  t: "Cat";
}

export type Maybe = Pet | null;

export type Pet = Cat;

export interface PetBase {
  t: string;
}`,
    takes: ['Alias = { t: "Cat" }', "Maybe = null"],
    refuses: ['Alias = { t: "Alias" }'],
  },
  {
    name: "include one for every other value",
    schemas: `
Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t, defaultMapping: Other } }
Cat: ${child("Pet", "lives: { type: integer }")}
Other: ${child("Pet", "words: { type: string }")}`,
    want: `
export interface Cat extends PetBase {
  lives?: number;
  t: "Cat";
}

export interface Other extends PetBase {
  words?: string;
}

export type Pet = Cat | Other;

export interface PetBase {
  t: string;
}`,
    takes: ['Pet = { t: "Cat", lives: 9 }', 'Pet = { t: "any", words: "a" }'],
    refuses: ['Pet = { t: "any", lives: 9 }'],
  },
]);

describeTypes("members of a union", [
  {
    name: "fix the property indirectly",
    schemas: `
Shape: { oneOf: [${ref("Circle")}, ${ref("Square")}, ${ref("Oval")}], discriminator: { propertyName: kind } }
C: { enum: [c] }
Circle: { type: object, required: [kind], properties: { kind: { allOf: [${ref("C")}], description: Round. } } }
Square: { type: object, required: [kind], properties: { kind: { anyOf: [{ const: s1 }, { const: s2 }] } } }
Oval: { allOf: [{ type: object, required: [kind], properties: { kind: { enum: [o, p] } } }, { type: object, properties: { kind: { enum: [o] } } }] }`,
    want: `
export type C = "c";

export interface Circle {
  /** Round. */
  kind: C;
}

export interface Oval {
  kind: "o";
}

export type Shape = Circle | Square | Oval;

export interface Square {
  kind: "s1" | "s2";
}`,
    takes: [
      'Shape = { kind: "c" }',
      'Shape = { kind: "s2" }',
      'Shape = { kind: "o" }',
    ],
    refuses: ['Shape = { kind: "p" }', 'Shape = { kind: "Circle" }'],
  },
]);

const pets = `
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: ${ref("Pet")} } } }
      responses: { "200": { description: It., content: { application/json: { schema: ${ref("Pet")} } } } }
components:
  schemas:
    Pet: { type: object, required: [t], properties: { t: { type: string } }, discriminator: { propertyName: t, mapping: { dog: Dog, poodle: Poodle, cat: Cat } } }
    Dog: { allOf: [${ref("Pet")}], type: object, required: [barks], properties: { barks: { type: boolean } } }
    Poodle: { allOf: [${ref("Dog")}], type: object, required: [curls], properties: { curls: { type: integer } } }
    Cat: { allOf: [${ref("Pet")}], type: object, required: [lives], properties: { lives: { type: integer } } }`;

it("a switch over the property narrows", async () => {
  expect(
    typeErrors({
      "models.ts": await declarations(pets),
      "use.ts": `import type { Pet } from "./models.js";
export function count(pet: Pet): number {
  switch (pet.t) {
    case "dog": return Number(pet.barks);
    case "poodle": return pet.curls;
    case "cat": return pet.lives;
  }
}`,
    }),
  ).toEqual([]);
});

it("samples are of a child", async () => {
  expect(await emitted(pets, "docs/pets.md")).toContain(`{
    lives: 1,
    t: "cat",
  }`);
});
