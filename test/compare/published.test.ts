/**
 * Published SDKs of others, and what is generated from the documents that they were made of: how many of
 * their methods compile. The packages come from npm when the test runs; it is skipped where they or the
 * documents cannot be had. A number goes up with the generator, and is raised here then.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { comparePublished } from "../../generator/compare/compare.js";
import type { SdkConfig } from "../../generator/config/config.js";
import { generate } from "../../generator/index.js";
import { makeFolder, writeFiles } from "../write/support.js";

const shared = "../shared/stainless";

interface Published {
  readonly folder: string;
  readonly document: string;
  readonly spec: string;
  readonly config: Partial<SdkConfig>;
  /** Methods with an endpoint, and those of them whose calls all compile. */
  readonly methods: number;
  readonly compiling: number;
}

const earlier = {
  bodies: "flat",
  binary: "Response",
  typeNames: "resource",
  compatibility: "stainless",
} as const;

const packages: readonly Published[] = [
  {
    ...{ folder: "honcho", document: "openapi.json", spec: "honcho-ai@0.2.0" },
    config: {
      ...{ ...earlier, arguments: "all" },
      // As their config has it, in which no method streams.
      streaming: {
        "POST /v1/apps/{app_id}/users/{user_id}/sessions/{session_id}/chat": false,
      },
    },
    ...{ methods: 41, compiling: 41 },
  },
  {
    ...{ folder: "luma", document: "openapi.yml", spec: "lumaai@1.16.0" },
    config: { ...earlier, arguments: "all" },
    ...{ methods: 13, compiling: 12 },
  },
  {
    ...{ folder: "onebusaway", document: "openapi.yml" },
    spec: "onebusaway-sdk@1.10.12",
    config: { ...earlier, arguments: "all" },
    ...{ methods: 29, compiling: 26 },
  },
  {
    ...{ folder: "openai", document: "openapi.yml", spec: "openai@7.5.0" },
    config: {
      ...{ ...earlier, arguments: "last", clientName: "OpenAI" },
      casings: { chatkit: "ChatKit" },
      // As the list of its methods has them.
      downloads: [
        "GET /files/{file_id}/content",
        "POST /audio/speech",
        "GET /containers/{container_id}/files/{file_id}/content",
        "GET /skills/{skill_id}/content",
        "GET /skills/{skill_id}/versions/{version}/content",
        "GET /videos/{video_id}/content",
      ],
      // Streams that the document does not list.
      streaming: {
        "POST /completions": { event: "CreateCompletionResponse" },
        "GET /responses/{response_id}": { event: "ResponseStreamEvent" },
        "GET /responses/{response_id}?beta=true": {
          event: "BetaResponseStreamEvent",
        },
        "POST /threads*/runs*": { event: "AssistantStreamEvent" },
      },
      pagination: {
        // Pages that no other follows, which the document does not tell from other lists.
        whole: {
          by: "single",
          items: "data",
          operations: [
            "GET /models",
            "POST /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
            "POST /vector_stores/{vector_store_id}/search",
            "GET /vector_stores/{vector_store_id}/files/{file_id}/content",
            "POST /organization/certificates/activate",
            "POST /organization/certificates/deactivate",
            "POST /organization/projects/{project_id}/certificates/activate",
            "POST /organization/projects/{project_id}/certificates/deactivate",
          ],
        },
      },
    },
    ...{ methods: 279, compiling: 271 },
  },
];

/** The endpoints by method, as the SDK's types have them. */
const endpointsOf = (folder: string): ReadonlyMap<string, string> => {
  const [, ...rows] = readFileSync(join(shared, folder, "surface.tsv"), "utf8")
    .trim()
    .split("\n");
  return new Map(
    rows.flatMap((row) => {
      const [method = "", endpoint = ""] = row.split("\t");
      return endpoint === "" ? [] : [[method, endpoint] as const];
    }),
  );
};

it.skipIf(!existsSync(shared)).for(packages)(
  "$spec",
  { timeout: 900_000 },
  async ({ folder, document, spec, config, methods, compiling }, { skip }) => {
    const endpoints = endpointsOf(folder);
    const names: Record<string, string[]> = {};
    for (const [method, endpoint] of endpoints)
      (names[endpoint] ??= []).push(method);
    const cwd = makeFolder();
    writeFiles(cwd, {
      "sdkwright.config.json": JSON.stringify({
        ...{ input: join(process.cwd(), shared, folder, document) },
        ...{ output: "sdk", package: { name: "sdk", license: "MIT" } },
        ...{ clientName: "Client", ...config, methods: names },
      }),
    });
    expect(await generate({ cwd })).toMatchObject({ ok: true });
    const report = await comparePublished({ published: spec }, { cwd });
    const problems = report.diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    skip(problems.some(({ code }) => code === "side-npm"));
    expect(problems).toEqual([]);
    const compared = report.resources.flatMap((resource) =>
      resource.methods
        .map((method) => ({
          name: [resource.name, method.name].filter(Boolean).join("."),
          misses: method.misses,
        }))
        .filter(({ name }) => endpoints.has(name)),
    );
    expect(compared).toHaveLength(methods);
    const missing = compared.filter(({ misses }) => misses.length > 0);
    expect(
      compared.length - missing.length,
      missing.map(({ name }) => name).join(", "),
    ).toBeGreaterThanOrEqual(compiling);
  },
);
