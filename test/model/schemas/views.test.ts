/**
 * One schema, two directions: what is only sent, what is only received, dates and files.
 */
import { describe, expect, it } from "vitest";
import { declarations, emitted } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";

interface Use {
  /** Sent as JSON. */
  readonly sent?: readonly string[];
  /** Sent as a form that can carry files. */
  readonly uploaded?: readonly string[];
  readonly received?: readonly string[];
}

/** A document in which operations use the schemas in these directions, inside a wrapper. */
function api(
  schemas: string,
  { sent = [], uploaded = [], received = [] }: Use,
): string {
  const content = (type: string, name: string): string =>
    `{ content: { ${type}: { schema: { type: object, properties: { it: { $ref: "#/components/schemas/${name}" } } } } } }`;
  const body = (type: string, name: string): string => `
  /${type.split("/")[0]}/${name}:
    post:
      requestBody: ${content(type, name)}
      responses: { "204": { description: Done. } }`;
  const paths = [
    ...sent.map((name) => body("application/json", name)),
    ...uploaded.map((name) => body("multipart/form-data", name)),
    ...received.map(
      (name) => `
  /received/${name}:
    get: { responses: { "200": { description: It., $ref: "#/components/responses/${name}" } } }`,
    ),
  ];
  return `paths: ${paths.join("") || "{}"}
components:
  responses: ${
    received
      .map(
        (name) => `
    ${name}: { description: It., ${content("application/json", name).slice(2)}`,
      )
      .join("") || "{}"
  }
  schemas:${schemas.replace(/^(?=.)/gm, "    ")}`;
}

/** The declarations without the ones that the wrappers got. */
const modelsOf = async (schemas: string, use: Use): Promise<string> => {
  const text = await declarations(api(schemas, use));
  return (
    "\n" +
    text
      .split(/\n\n(?=export|\/\*\*)/)
      .filter((one) => !/^export interface \w+Response\b/.test(one))
      .join("\n\n")
      .trimEnd()
  );
};

const pet = `
Pet:
  type: object
  required: [id, name, secret]
  properties:
    id: { type: string, readOnly: true }
    name: { type: string }
    secret: { type: string, writeOnly: true }`;

describe("readOnly and writeOnly", () => {
  it("a model that is only received has what the server sends", async () => {
    expect(await modelsOf(pet, { received: ["Pet"] })).toBe(`
export interface Pet {
  id: string;
  name: string;
}`);
  });

  it("a model that is only sent has what the client sends", async () => {
    expect(await modelsOf(pet, { sent: ["Pet"] })).toBe(`
export interface Pet {
  name: string;
  secret: string;
}`);
  });

  it("a model that no operation uses keeps everything", async () => {
    expect(await modelsOf(pet, {})).toBe(`
export interface Pet {
  id: string;
  name: string;
  secret: string;
}`);
  });

  it("a model that travels both ways is declared twice", async () => {
    expect(await modelsOf(pet, { sent: ["Pet"], received: ["Pet"] })).toBe(`
export interface Pet {
  id: string;
  name: string;
}

export interface PetInput {
  name: string;
  secret: string;
}`);
  });

  it("what holds such a model is declared twice too, and nothing else is", async () => {
    const text = await modelsOf(
      `${pet}
Shop: { type: object, properties: { best: { $ref: "#/components/schemas/Pet" }, all: { type: array, items: { $ref: "#/components/schemas/Pet" } }, byName: { type: object, additionalProperties: { $ref: "#/components/schemas/Pet" } }, street: { $ref: "#/components/schemas/Street" } } }
Street: { type: object, properties: { name: { type: string } } }`,
      { sent: ["Shop"], received: ["Shop"] },
    );
    expect(text).toBe(`
export interface Pet {
  id: string;
  name: string;
}

export interface PetInput {
  name: string;
  secret: string;
}

export interface Shop {
  best?: Pet;
  all?: Pet[];
  byName?: { [key: string]: Pet };
  street?: Street;
}

export interface ShopInput {
  best?: PetInput;
  all?: PetInput[];
  byName?: { [key: string]: PetInput };
  street?: Street;
}

export interface Street {
  name?: string;
}`);
  });

  it("follows recursion and inheritance", async () => {
    const text = await modelsOf(
      `
Node: { type: object, properties: { id: { type: string, readOnly: true }, next: { $ref: "#/components/schemas/Node" } } }
Leaf: { allOf: [{ $ref: "#/components/schemas/Node" }, { type: object, required: [color], properties: { color: { type: string } } }] }
Either: { oneOf: [{ $ref: "#/components/schemas/Leaf" }, { type: string }] }`,
      { sent: ["Either"], received: ["Either"] },
    );
    expect(text).toBe(`
export type Either = Leaf | string;

export type EitherInput = LeafInput | string;

export interface Leaf extends Node {
  color: string;
}

export interface LeafInput extends NodeInput {
  color: string;
}

export interface Node {
  id?: string;
  next?: Node;
}

export interface NodeInput {
  next?: NodeInput;
}`);
    expect(typeErrors({ "models.ts": text })).toEqual([]);
  });

  it("sees the mark through references and through allOf", async () => {
    const text = await modelsOf(
      `
Id: { type: string, readOnly: true }
Pet: { type: object, properties: { a: { $ref: "#/components/schemas/Id" }, b: { allOf: [{ $ref: "#/components/schemas/Id" }] }, c: { allOf: [{ type: string }], readOnly: true }, d: { type: string } } }`,
      { sent: ["Pet"], received: ["Pet"] },
    );
    expect(text).toContain(`
export interface PetInput {
  d?: string;
}`);
  });

  it("both marks at once exclude each other: the property stays", async () => {
    const text = await modelsOf(
      `
Pet: { type: object, properties: { a: { type: string, readOnly: true, writeOnly: true } } }`,
      { sent: ["Pet"], received: ["Pet"] },
    );
    expect(text).toBe(`
export interface Pet {
  a?: string;
}`);
  });

  const item = `
Item: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }`;

  it("sees the mark that another part adds", async () => {
    const text = await modelsOf(
      `${item}
Read: { allOf: [{ $ref: "#/components/schemas/Item" }, { type: object, properties: { id: { readOnly: true } } }] }
Inline: { allOf: [{ type: object, properties: { a: { type: string }, b: { type: string } } }, { type: object, properties: { a: { writeOnly: true } } }] }`,
      { sent: ["Read", "Inline"], received: ["Read", "Inline"] },
    );
    expect(text).toBe(`
export interface Inline {
  b?: string;
}

export interface InlineInput {
  a?: string;
  b?: string;
}

export interface Item {
  id: string;
  name?: string;
}

export type Read = Item;

export interface ReadInput {
  name?: string;
}`);
    expect(typeErrors({ "models.ts": text })).toEqual([]);
  });

  it("sees the mark of what another part declares again", async () => {
    const text = await modelsOf(
      `
Item: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }
More: { allOf: [{ $ref: "#/components/schemas/Item" }, { type: object, properties: { id: { type: string, minLength: 1 }, more: { type: string } } }] }`,
      { sent: ["More"], received: ["More"] },
    );
    expect(text).toContain(`
export interface MoreInput extends ItemInput {
  more?: string;
}`);
  });

  it("declares nothing twice for a mark that changes nothing", async () => {
    const text = await modelsOf(
      `${item}
Same: { allOf: [{ $ref: "#/components/schemas/Item" }, { type: object, properties: { id: { readOnly: true, writeOnly: true } } }] }`,
      { sent: ["Same"], received: ["Same"] },
    );
    expect(text).not.toContain("Input");
  });

  it("requires only what is there", async () => {
    const text = await modelsOf(
      `${pet}
Full: { allOf: [{ $ref: "#/components/schemas/Pet" }], required: [id, name, secret] }`,
      { sent: ["Full"], received: ["Full"] },
    );
    expect(text).toContain(`
export type FullInput = PetInput;`);
    expect(typeErrors({ "models.ts": text })).toEqual([]);
  });

  it("the document's own PetInput keeps its name", async () => {
    const text = await modelsOf(
      `${pet}
PetInput: { type: object, properties: { mine: { type: boolean } } }`,
      { sent: ["Pet"], received: ["Pet"] },
    );
    expect(text).toContain(`
export interface PetInput {
  mine?: boolean;
}

export interface PetInput2 {
  name: string;
  secret: string;
}`);
  });
});

describe("dates", () => {
  const event = `
Event: { type: object, properties: { at: { type: string, format: date-time }, on: { type: string, format: date } } }
Times: { type: array, items: { type: [string, "null"], format: date-time } }`;

  it("are text or Date where they are sent", async () => {
    expect(await modelsOf(event, { sent: ["Event", "Times"] })).toBe(`
export interface EventModel {
  /** Format: date-time. */
  at?: string | Date;
  /** Format: date. */
  on?: string;
}

export type Times = (string | Date | null)[];`);
  });

  it("are text where they are received, and have a type of their own where they are sent too", async () => {
    expect(
      await modelsOf(event, {
        sent: ["Event", "Times"],
        received: ["Event", "Times"],
      }),
    ).toBe(`
export interface EventModel {
  /** Format: date-time. */
  at?: string;
  /** Format: date. */
  on?: string;
}

export interface EventModelInput {
  /** Format: date-time. */
  at?: string | Date;
  /** Format: date. */
  on?: string;
}

export type Times = (string | null)[];

export type TimesInput = (string | Date | null)[];`);
  });

  const both = `
paths:
  /x:
    post:
      operationId: createX
      parameters:
        - { name: since, in: query, schema: { $ref: "#/components/schemas/When" } }
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { users: { type: array, items: { $ref: "#/components/schemas/User" } }, when: { $ref: "#/components/schemas/When" } } } } } }
      responses:
        "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/User" } } } }
components:
  schemas:
    When: { anyOf: [{ type: string, format: date-time }, { type: integer }] }
    User: { type: object, required: [born], properties: { born: { type: string, format: date-time }, when: { $ref: "#/components/schemas/When" } } }`;

  it("are sent in parameters, nested models and under names that are received too", async () => {
    const text = await declarations(both);
    expect(text).toContain("export type When = string | number;");
    expect(text).toContain("export type WhenInput = string | Date | number;");
    expect(text).toContain("born: string | Date;");
    const calls = await emitted(both, "src/resources/x.ts");
    expect(calls).toContain("since?: WhenInput | undefined;");
    expect(calls).toContain("users?: readonly UserInput[] | undefined;");
  });

  it("are text everywhere where the config says so", async () => {
    const text = await declarations(both, { dates: "string" });
    expect(text).not.toContain("Date;");
    expect(text).not.toContain("Input");
  });
});

describe("files", () => {
  const photo = `
Photo: { type: object, required: [file], properties: { file: { type: string, format: binary }, more: { type: array, items: { contentMediaType: image/png } }, note: { type: string, contentMediaType: application/json } } }`;

  it("are bytes in a form", async () => {
    expect(await modelsOf(photo, { uploaded: ["Photo"] })).toBe(`
import type { Uploadable } from "./core/upload.js";

export interface Photo {
  file: Uploadable;
  more?: Uploadable[];
  note?: string;
}`);
  });

  it("are text in JSON, whichever way it goes", async () => {
    const want = `
export interface Photo {
  file: string;
  more?: string[];
  note?: string;
}`;
    expect(await modelsOf(photo, { sent: ["Photo"] })).toBe(want);
    expect(await modelsOf(photo, { received: ["Photo"] })).toBe(want);
  });

  const asText = `
export interface Photo {
  file: string;
  more?: string[];
  note?: string;
}`;
  const asBytes = `

export interface PhotoUpload {
  file: Uploadable;
  more?: Uploadable[];
  note?: string;
}`;
  const uploadable = `
import type { Uploadable } from "./core/upload.js";
`;

  it.each([
    ["received", { received: ["Photo"] }],
    ["sent as JSON", { sent: ["Photo"] }],
    ["both", { sent: ["Photo"], received: ["Photo"] }],
  ])("are bytes in a form and text in JSON that is %s", async (_, use) => {
    expect(await modelsOf(photo, { uploaded: ["Photo"], ...use })).toBe(
      uploadable + asText + asBytes,
    );
  });

  it("what holds them is declared twice too, and nothing else is", async () => {
    const text = await modelsOf(
      `${photo}
Album: { type: object, properties: { cover: { $ref: "#/components/schemas/Photo" }, owner: { $ref: "#/components/schemas/Owner" } } }
Owner: { type: object, properties: { name: { type: string } } }`,
      { uploaded: ["Album"], received: ["Album"] },
    );
    expect(text).toBe(`${uploadable}
export interface Album {
  cover?: Photo;
  owner?: Owner;
}

export interface AlbumUpload {
  cover?: PhotoUpload;
  owner?: Owner;
}

export interface Owner {
  name?: string;
}
${asText}${asBytes}`);
    expect(
      typeErrors({
        "models.ts": text,
        "core/upload.ts": "export type Uploadable = Blob;",
      }),
    ).toEqual([]);
  });

  const pass = `
Pass: { type: object, required: [id, scan], properties: { id: { type: string, readOnly: true }, scan: { type: string, format: binary } } }`;

  it("beside what is only received, there are up to three", async () => {
    expect(
      await modelsOf(pass, {
        sent: ["Pass"],
        uploaded: ["Pass"],
        received: ["Pass"],
      }),
    ).toBe(`${uploadable}
export interface Pass {
  id: string;
  scan: string;
}

export interface PassInput {
  scan: string;
}

export interface PassUpload {
  scan: Uploadable;
}`);
  });

  it("a document's own PassUpload keeps its name", async () => {
    const text = await modelsOf(
      `${pass}
PassUpload: { type: object, properties: { mine: { type: boolean } } }`,
      { uploaded: ["Pass"], received: ["Pass"] },
    );
    expect(text).toContain("export interface PassUpload {\n  mine?: boolean;");
    expect(text).toContain(
      "export interface PassUpload2 {\n  scan: Uploadable;",
    );
  });
});
