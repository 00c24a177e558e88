import { describe, expect, it } from "vitest";
import { pets, queryPackage } from "./query-package.js";

const small = `
info: { title: Acme, version: 1.0.0 }
paths:
  /keys/{hash}:
    parameters:
      - { name: hash, in: path, required: true, schema: { type: string } }
    get:
      operationId: getKey
      summary: One key.
      tags: [Keys]
      responses:
        "200":
          description: It.
          content: { application/json: { schema: { type: string } } }
    delete:
      operationId: deleteKey
      tags: [Keys]
      responses: { "204": { description: Gone. } }
`;

const head = `import type { DataTag } from "@tanstack/react-query";
import type { AcmeCore } from "./client.js";
import type { RequestOptions } from "./core/options.js";
import {
  type MutationOptions,
  type QueryOptions,
  mutation,
  query,
  queryPrefix,
} from "./core/query.js";
import {
  type DeleteKeyError,
  type GetKeyError,
  deleteKey,
  getKey,
} from "./resources/keys.js";

/** Options of a query. */
export type Query<Data, E extends Error> = QueryOptions<
  DataTag<readonly unknown[], Data, E>,
  Data,
  E
>;

/** Options of a call. When it is cancelled is the cache's business. */
export type QueryRequestOptions = Omit<RequestOptions, "signal">;
`;

const functions = `
export const queryKeys = {
  all: ["acme-sdk"],
  keys: {
    all: ["acme-sdk", "keys"],
    get: (hash?: string): readonly unknown[] =>
      queryPrefix(["acme-sdk", "keys", "get"], hash),
  },
} as const;

/** One key. */
export const getKeyQuery = (
  client: AcmeCore,
  hash: string,
  options?: QueryRequestOptions,
): Query<string, GetKeyError> =>
  query(["acme-sdk", "keys", "get", hash], getKey, [client, hash], options);

export const deleteKeyMutation = (
  client: AcmeCore,
  options?: RequestOptions,
): MutationOptions<null, DeleteKeyError, string> =>
  mutation(["acme-sdk", "keys", "delete"], deleteKey, client, options);
`;

describe("the module of an adapter", () => {
  it("has a function for each operation, and the keys", async () => {
    const { files } = await queryPackage(small, "react");
    expect(files["src/react-query.ts"]).toBe(head + functions);
  });

  it.each(["vue", "solid", "svelte"] as const)(
    "of %s differs in what types are imported from",
    async (adapter) => {
      const { files } = await queryPackage(small, ["react", adapter]);
      expect(files[`src/${adapter}-query.ts`]).toBe(
        files["src/react-query.ts"]?.replace("react-query", `${adapter}-query`),
      );
    },
  );

  it("keeps its own names of earlier runs beside an adapter that has others", async () => {
    const key = "plugin vue-query vue-query getKeyQuery";
    const names = new Map([[key, "readKeyQuery"]]);
    const { files } = await queryPackage(small, ["react", "vue"], names);
    const both = [files["src/react-query.ts"], files["src/vue-query.ts"]];
    expect(
      both.map((text) => /export const (\w+KeyQuery)/.exec(text ?? "")?.[1]),
    ).toEqual(["getKeyQuery", "readKeyQuery"]);
    const alone = await queryPackage(small, "vue", names);
    expect(files["src/vue-query.ts"]).toBe(alone.files["src/vue-query.ts"]);
  });

  it("has nothing for streams and files, and says which named operations there are not", async () => {
    const { files, problems } = await queryPackage(pets, {
      adapters: ["react", "vue"],
      operations: ["POST /search", "GET /none"],
    });
    const text = files["src/react-query.ts"] ?? "";
    expect(text).toContain("searchPetsQuery");
    expect(text).not.toMatch(/watch|photo/i);
    // Once, not for each adapter.
    expect(problems).toMatchObject([
      { kind: "warning", plugin: "react-query", code: "no-such-operation" },
    ]);
  });

  it("has no credentials in keys, and arguments that are named like its helpers", async () => {
    const source = `
info: { title: Acme, version: 1.0.0 }
paths:
  /keys/{queryPrefix}:
    parameters:
      - { name: queryPrefix, in: path, required: true, schema: { type: string } }
      - { name: X-Api-Key, in: header, schema: { type: string } }
      - { name: sessionToken, in: header, schema: { type: string } }
      - { name: theme, in: cookie, schema: { type: string } }
      - { name: X-Author, in: header, schema: { type: string } }
      - { name: key, in: query, schema: { type: string } }
      - { name: access_token, in: query, schema: { type: string } }
    get:
      operationId: getKey
      tags: [Keys]
      responses:
        "200":
          description: It.
          content: { application/json: { schema: { type: string } } }
`;
    const { files } = await queryPackage(source, "react");
    const text = files["src/react-query.ts"] ?? "";
    const inOneLine = text.replace(/\s+/g, "").replace(/,(?=[)\]])/g, "");
    expect(inOneLine).toContain(
      'get:(queryPrefix$?:string,params?:Partial<GetKeyParams>):readonlyunknown[]=>queryPrefix(["acme-sdk","keys","get"],queryPrefix$,withoutCredentials(params,["access_token","X-Api-Key","sessionToken","theme"]))',
    );
    expect(text.split("withoutCredentials(").length).toBe(3);
    expect(text).toContain("[client, queryPrefix$, params]");
  });

  it("keeps clear of the file of a client that has its name", async () => {
    const titled = small.replace("Acme", "SWR");
    const { files, problems } = await queryPackage(titled, "swr");
    expect(problems).toEqual([]);
    expect(files["package.json"]).toContain("./dist/esm/swr-entry.js");
    expect(files["src/swr.ts"]).toContain("class SWR");
  });
});

describe("without queries", () => {
  it("the package is the same; with them, only what names them differs", async () => {
    const { files: before } = await queryPackage(pets, undefined);
    const { files } = await queryPackage(pets, ["react", "swr"]);
    expect(
      Object.keys(files).filter((path) => files[path] !== before[path]),
    ).toEqual([
      ...["README.md", "docs/_react-query.md", "docs/_swr.md", "package.json"],
      ...["src/core/query-links.ts", "src/core/query-pages.ts"],
      ...["src/core/query.ts", "src/core/swr.ts"],
      ...["src/react-query.ts", "src/swr.ts"],
    ]);
  });
});
