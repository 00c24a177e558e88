/** A package with outputs beside it, as a run writes it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { SdkConfig } from "../../generator/config/config.js";
import { generate } from "../../generator/index.js";
import type { Report } from "../../generator/library/library-types.js";
import { makeFolder, readFolder } from "../write/support.js";

interface MadePackage {
  /** Absolute. */
  readonly folder: string;
  /** Texts by their path in the package, without the lock file. */
  readonly files: Readonly<Record<string, string>>;
  readonly report: Report;
}

/** @param source a document in YAML */
export const packageOf = async (
  source: string,
  config: Partial<SdkConfig> = {},
): Promise<MadePackage> => {
  const cwd = makeFolder({ "openapi.yaml": source });
  const folder = join(cwd, "sdk");
  const report = await generate({
    config: {
      ...{ input: join(cwd, "openapi.yaml"), output: folder },
      package: { name: "@acme/keys", license: "MIT" },
      ...config,
    },
  });
  const { "sdkwright.lock": _, ...files } = readFolder(folder);
  return { folder, files, report };
};

/** The folder of a package with mocks, built, for all tests of a file; it is removed after them. */
export const builtPackage = async (
  config: Partial<SdkConfig>,
  source = keys,
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-outputs-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync((await packageOf(source, config)).folder, folder, { recursive: true });
  symlinkSync(
    join(import.meta.dirname, "../../node_modules"),
    join(folder, "node_modules"),
  );
  execFileSync(process.execPath, ["build.mjs"], { cwd: folder });
  return folder;
};

/** A list in pages, one key, one that is made, a stream, a file, and errors. */
export const keys = `openapi: 3.1.0
info: { title: Keys, version: 1.0.0 }
servers: [{ url: https://api.acme.example/v1 }]
security: [{ token: [] }]
paths:
  /keys:
    get:
      operationId: listKeys
      tags: [Keys]
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        "200":
          description: Keys.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: { type: array, items: { $ref: "#/components/schemas/Key" } }
                  next_cursor: { type: [string, "null"] }
    post:
      operationId: createKey
      tags: [Keys]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string, example: It's } } } } }
      responses:
        "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Key" } } } }
        "422": { description: No., content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
  /keys/mine:
    get:
      operationId: getMyKey
      tags: [Keys]
      responses:
        "200": { description: Mine., content: { application/json: { schema: { $ref: "#/components/schemas/Key" }, example: { id: mine, name: Mine, limits: { day: 1, month: 1 } } } } }
  /keys/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getKey
      tags: [Keys]
      responses:
        "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Key" } } } }
        "404": { description: No., content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
        4XX: { description: Other., content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
    delete:
      operationId: deleteKey
      tags: [Keys]
      responses: { "204": { description: Gone. } }
  /keys/{id}/events:
    get:
      operationId: watchKey
      tags: [Keys]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: Events., content: { text/event-stream: { schema: { $ref: "#/components/schemas/Key" } } } }
  /keys/{id}/image:
    get:
      operationId: getImage
      tags: [Keys]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: An image., content: { image/png: {} } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Key:
      type: object
      required: [id, name, limits]
      properties:
        id: { type: string, example: key_1 }
        name: { type: string, example: First }
        limits: { type: object, required: [day, month], properties: { day: { type: integer, example: 5 }, month: { type: integer, example: 50 } } }
    Problem:
      type: object
      required: [message]
      properties: { message: { type: string, example: Something is wrong } }
`;
