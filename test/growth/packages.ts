/** The packages of all steps, before and after, and what the calls of users send through them. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { built } from "../support/built.js";
import { operationsOf, sdkOf } from "../support/pipeline.js";
import { steps, type Step } from "./steps.js";

const nameOf = (index: number): string => `step${index}`;

/** One document with an operation for each step. */
export const documentOf = (
  which: "before" | "after",
): Record<string, unknown> => ({
  paths: Object.fromEntries(
    steps.map((step, index) => [
      `/${nameOf(index)}${step.path ?? ""}`,
      {
        [step.method]: {
          operationId: nameOf(index),
          responses: { "204": { description: "Done." } },
          ...step[which],
        },
      },
    ]),
  ),
});

/** A package, and the package that callers know: their functions have its names. */
export interface Packages {
  readonly of: "before" | "after";
  readonly known: "before" | "after";
  /** True if the names of the one before bind, as its lock keeps them. */
  readonly isLocked?: boolean;
}

interface Outcome {
  readonly step: Step;
  readonly code: string;
  /** What the compiler says of the call. */
  readonly errors: readonly string[];
  readonly sent: readonly [line: string, body?: string];
  readonly expected: readonly [line: string, body?: string];
}

interface Caller {
  readonly calls: readonly ((url: string) => Promise<unknown>)[];
}

/** Compiles the calls of all steps against a package, and makes them. */
export async function outcomesOf({
  of,
  known,
  isLocked = false,
}: Packages): Promise<readonly Outcome[]> {
  const functions = [...operationsOf(await sdkOf(documentOf(known)))].map(
    ([key, { operation }]) =>
      `${operation.functionName} as ${/step\d+/.exec(key)?.[0]}`,
  );
  const rows = steps.flatMap((step, index) =>
    step.calls.map(({ code, sends }) => ({
      step,
      expected: sends,
      prefix: `/${nameOf(index)}`,
      code: code.replace(/\bf\b/g, nameOf(index)),
    })),
  );
  const header = `import * as sdk from "./src/index.js"; import { createClient, ${functions.join(", ")} } from "./src/index.js"; const options: sdk.RequestOptions = { headers: { "x-old": "1" } };`;
  const lines = rows.map(
    ({ code }) =>
      `  (url: string): Promise<unknown> => { const client = createClient({ baseURL: url }); void client; void options; return ${code}; },`,
  );
  const { exports, errors } = await built(
    documentOf(of),
    [header, "export const calls = [", ...lines, "];"].join("\n"),
    isLocked ? { names: (await sdkOf(documentOf("before"))).names } : {},
  );
  const { calls } = exports as Caller;
  const server = await recorder();
  const outcomes: Outcome[] = [];
  for (const [index, { step, code, expected, prefix }] of rows.entries()) {
    const failure = await calls[index]?.(server.url).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    const [line = failure ?? "nothing", body] = server.take();
    outcomes.push({
      step,
      code,
      expected,
      errors: errors.filter((error) =>
        error.startsWith(`use.ts:${index + 3}:`),
      ),
      sent: [line.replace(prefix, ""), ...(body === "" ? [] : [body])] as [
        string,
      ],
    });
  }
  server.close();
  const others = errors.filter((error) => !error.startsWith("use.ts:"));
  if (others.length > 0) throw new Error(others.join("\n"));
  return outcomes;
}

/** A server on loopback that answers with an empty object, and says what came. */
async function recorder(): Promise<{
  readonly url: string;
  take: () => (string | undefined)[];
  close: () => void;
}> {
  let received: string[][] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      const { method, url = "", headers } = request;
      const isOld = headers["x-old"] === "1";
      received.push([`${method} ${url}${isOld ? " old" : ""}`, body]);
      const type =
        headers.accept === "text/csv" ? "text/csv" : "application/json";
      response.writeHead(200, { "content-type": type }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const [first = [], ...more] = received;
      received = [];
      if (more.length > 0) throw new Error("more than one request");
      return first;
    },
    close: () => void server.close(),
  };
}
