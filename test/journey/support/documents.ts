/**
 * An API of rooms and bookings, and how its document changes in half a year: it only grows, but for
 * names and texts. Calls of the first version go on to work after every change.
 */

export const firstDocument = `openapi: 3.1.0
info:
  title: Roomly API
  version: "2024-05"
  description: Rooms and who has booked them.
servers:
  - url: https://api.roomly.example
security:
  - token: []
tags:
  - name: rooms
    description: What can be booked.
  - name: bookings
paths:
  /rooms:
    get:
      operationId: listRooms
      tags: [rooms]
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        "200":
          description: All rooms.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Room" } }
  /rooms/{id}:
    get:
      operationId: getRoom
      tags: [rooms]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The room.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Room" }
        "404":
          description: There is none.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Problem" }
  /bookings:
    post:
      operationId: createBooking
      tags: [bookings]
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewBooking" }
      responses:
        "201":
          description: The booking.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Booking" }
  /bookings/{id}:
    delete:
      operationId: cancelBooking
      tags: [bookings]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "204": { description: It is free again. }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  schemas:
    Room:
      type: object
      required: [id, kind]
      properties:
        id: { type: string }
        kind: { type: string, enum: [single, double] }
    NewBooking:
      type: object
      properties:
        room: { type: string }
        note: { type: string }
    Booking:
      type: object
      required: [id]
      properties:
        id: { type: string }
        room: { type: string }
    Problem:
      type: object
      properties:
        message: { type: string }
`;

export interface Change {
  readonly title: string;
  /** Texts that are there once, and what stands in their place. */
  readonly edits: readonly (readonly [before: string, after: string])[];
}

const roomParameters = `        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The room.`;

/** Of an operation that comes, and goes again. */
const ratesPath = `  /rates:
    get:
      operationId: listRates
      tags: [rates]
      responses:
        "200":
          description: All rates.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Rate" } }
`;

/** In the order of the half year. */
export const changes = {
  parameter: {
    title: "a first optional parameter of an operation that had none",
    edits: [
      [
        roomParameters,
        `        - { name: include, in: query, schema: { type: string } }\n${roomParameters}`,
      ],
    ],
  },
  operation: {
    title: "a new operation",
    edits: [
      ["components:\n", `${ratesPath}components:\n`],
      [
        "    Problem:\n",
        "    Rate:\n      type: object\n      properties:\n        amount: { type: number }\n    Problem:\n",
      ],
    ],
  },
  texts: {
    title: "other texts",
    edits: [["What can be booked.", "What people sleep in."]],
  },
  property: {
    title: "a new property",
    edits: [
      [
        "        kind: { type: string, enum: [single, double] }\n",
        "        kind: { type: string, enum: [single, double] }\n        beds: { type: integer }\n",
      ],
    ],
  },
  id: {
    title: "another operationId",
    edits: [["operationId: listRooms", "operationId: searchRooms"]],
  },
  title: {
    title: "another title of the API",
    edits: [["title: Roomly API", "title: Acme Stay API"]],
  },
  body: {
    title: "a required body becomes optional",
    edits: [
      ["      requestBody:\n        required: true\n", "      requestBody:\n"],
    ],
  },
  query: {
    title: "a query parameter named like a field of the body",
    edits: [
      [
        "      tags: [bookings]\n      requestBody:\n",
        "      tags: [bookings]\n      parameters:\n        - { name: note, in: query, schema: { type: string } }\n      requestBody:\n",
      ],
    ],
  },
  keys: {
    title: "a body that takes further keys",
    edits: [
      [
        "    NewBooking:\n      type: object\n",
        "    NewBooking:\n      type: object\n      additionalProperties: true\n",
      ],
    ],
  },
  values: {
    title: "a new value of an enum",
    edits: [["enum: [single, double]", "enum: [single, double, suite]"]],
  },
  version: {
    title: "another version of the API, and a comment",
    edits: [['version: "2024-05"', 'version: "2024-06" # every month']],
  },
  deprecated: {
    title: "a deprecated operation",
    edits: [
      [
        "      operationId: cancelBooking\n",
        "      operationId: cancelBooking\n      deprecated: true\n",
      ],
    ],
  },
  removed: {
    title: "an operation that nobody called is removed",
    edits: [[ratesPath, ""]],
  },
} as const satisfies Readonly<Record<string, Change>>;

/** @throws where a text to be changed is not there exactly once */
export const changed = (document: string, { title, edits }: Change): string =>
  edits.reduce((text, [before, after]) => {
    const parts = text.split(before);
    if (parts.length !== 2)
      throw new Error(`${title}: ${parts.length - 1} places have ${before}`);
    return parts.join(after);
  }, document);
