/**
 * A folder with a config of another generator and its document, imported.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  importConfig,
  type ImportReport,
} from "../../generator/import/import.js";
import type { ImportOptions } from "../../generator/import/import-options.js";
import { makeFolder } from "../write/support.js";

export interface Imported {
  readonly report: ImportReport;
  readonly cwd: string;
  /** The text of a file that was written. */
  readonly text: (path: string) => string;
  /** Of the list: `lost 12 targets.typescript.skip: why`. */
  readonly list: readonly string[];
}

export const importFrom = async (
  files: Readonly<Record<string, string>>,
  options: Partial<ImportOptions> = {},
): Promise<Imported> => {
  const cwd = makeFolder(files);
  const report = await importConfig({ file: "stainless.yml", ...options, cwd });
  return {
    report,
    cwd,
    text: (path) => readFileSync(join(cwd, path), "utf8"),
    list: report.entries.map(
      ({ fate, line, key, note }) => `${fate} ${line} ${key}: ${note}`,
    ),
  };
};

/** Diagnostics as `code line: message`. */
export const problemsOf = ({ report }: Imported): readonly string[] =>
  report.diagnostics.map(
    ({ code, message, position, help }) =>
      `${code} ${position?.line ?? "-"}: ${message}. ${help}`,
  );

/** A shop: pets in pages of the size, orders below them. */
export const shop = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  license:
    name: MIT
servers:
  - url: https://api.shop.example
security:
  - key: []
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - name: after
          in: query
          schema: { type: string }
        - name: tags
          in: query
          schema: { type: array, items: { type: string } }
      responses:
        "200":
          description: Some.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data:
                    type: array
                    items: { $ref: "#/components/schemas/Pet" }
                  next: { type: string }
    post:
      operationId: createPet
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Pet" }
      responses:
        "200":
          description: Made.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
  /pets/{petId}:
    get:
      operationId: getPet
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: One.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
  /pets/{petId}/orders:
    get:
      operationId: listOrders
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
  /internal:
    get:
      operationId: internal
      responses:
        "204":
          description: Nothing.
components:
  securitySchemes:
    key:
      type: http
      scheme: bearer
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        name: { type: string }
`;
