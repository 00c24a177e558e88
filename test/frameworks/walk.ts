/** Everything that a small app does, through the SDK generated from the document that its server serves. */
import {
  afterAll,
  afterEach,
  beforeAll,
  expect,
  it,
  onTestFinished,
  vi,
} from "vitest";
import { firstCall } from "../packages/support/readme.js";
import { typeErrors } from "../support/type-errors.js";
import { password } from "./double/app.js";
import { id, type Framework, type Provoked } from "./expected.js";
import {
  packageOf,
  start,
  type BuiltPackage,
  type Running,
} from "./package.js";

/** A server on the loopback interface. */
export interface Served {
  readonly origin: string;
  /** `GET /items?page=2 200` of each request, in order. */
  readonly log: string[];
  close(): void;
}

/** The code of a user, which imports the package by its name. */
export const callsOf = (framework: string): URL =>
  new URL(`fixtures/${framework}.ts`, import.meta.url);

const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

/** Declares the tests. @param serve starts the server; called once, before them */
export const walk = (
  { framework, convention, pages, says, text, explains, first }: Framework,
  serve: () => Promise<Served>,
): void => {
  let server: Served;
  let built: BuiltPackage;
  let running: Running;
  let calls: Running["calls"];
  let baseURL: string;
  let token: string;
  let client: unknown;
  beforeAll(async () => {
    server = await serve();
    const served = await fetch(server.origin + convention.document);
    const document = await served.text();
    built = await packageOf(document, callsOf(framework));
    running = await start(built);
    calls = running.calls;
    // Relative to where the document is (OpenAPI 3.1.1, 4.8.5); `/` where it names no server.
    const { servers = [] } = JSON.parse(document) as {
      readonly servers?: readonly { readonly url: string }[];
    };
    baseURL = new URL(servers[0]?.url ?? "/", served.url).href;
    token = await calls.login(calls.connect(baseURL), "alice", password);
    client = calls.connect(baseURL, token);
    server.log.length = 0;
  });
  afterEach(() => {
    server.log.length = 0;
  });
  afterAll(() => {
    server.close();
    running.remove();
  });

  it("generates from what the server serves; calls compile as users type them", () => {
    expect(typeErrors(built.files)).toEqual([]);
  });

  it("lists every page", async () => {
    expect(await calls.list(client)).toEqual([
      "ball",
      "cup",
      "lamp",
      "pen",
      "sofa",
    ]);
    expect(server.log).toEqual(pages.map((target) => `GET ${target} 200`));
  });

  it("creates, updates, gets and deletes", async () => {
    const { id: created } = await calls.create(client, "kite", 3);
    expect(created).toBe(id(6));
    await calls.update(client, created, "red");
    expect(await calls.get(client, created)).toBe("kite: red");
    const gone = await calls.remove(client, created);
    if (framework !== "trpc") expect(gone).toBe(undefined);
    await expect(calls.get(client, created)).rejects.toThrow(/^404 /);
  });

  it("uploads and downloads a photo", async () => {
    const photo = new Blob([bytes], { type: "image/png" });
    await calls.upload(client, id(1), photo);
    const downloaded = await calls.download(client, id(1));
    expect(new Uint8Array(await downloaded.arrayBuffer())).toEqual(bytes);
  });

  it.runIf(convention.redirectsSlashes)(
    "follows the redirect to a path with a slash, with its body and token",
    async () => {
      // A proxy that takes the slash away, once.
      let isFirst = true;
      const proxied = calls.connect(baseURL, token, (url, init) => {
        const target = isFirst ? url.replace(/\/$/, "") : url;
        isFirst = false;
        return fetch(target, init);
      });
      const { id: created } = await calls.create(proxied, "drum", 3);
      expect(server.log).toEqual(["POST /items 307", "POST /items/ 201"]);
      await calls.remove(client, created);
    },
  );

  it.runIf(text !== undefined)("reads what comes as text", async () => {
    expect(await calls.text?.(client)).toBe(text);
  });

  const provoke: Readonly<Record<Provoked, () => PromiseLike<unknown>>> = {
    unauthorized: () =>
      calls.create(calls.connect(baseURL, "wrong"), "kite", 3),
    missing: () => calls.get(client, id(9)),
    conflict: () => calls.create(client, "ball", 3),
    invalid: () => calls.create(client, "", 3),
    refused: () => calls.create(client, "kite", -1),
  };
  it.each(Object.entries(says))(
    "%s: %s, in the server's words",
    async (what, [name, ...messages]) => {
      const error: unknown = await provoke[what as Provoked]().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const { [name]: Class } = running.sdk;
      expect(error).toBeInstanceOf(Class);
      // What follows is the request.
      const words = String(error).replace(/ \([A-Z]+ \/[^()]*\)$/, "");
      expect(messages.map((message) => `${name}: ${message}`)).toContain(words);
      const status = Number(messages[0].slice(0, 3));
      expect(error).toMatchObject({ name, status });
      expect(server.log).toEqual([expect.stringMatching(` ${status}$`)]);
    },
  );

  it.runIf(explains !== undefined)(
    "explains by the typed body of an error",
    async () => {
      expect(explains).toContain(await calls.explain?.(client));
    },
  );

  it("the README's first call works as printed", async () => {
    const { readme } = built;
    const [, key] = /`(\w+_(?:API_KEY|ACCESS_TOKEN))`/.exec(readme) ?? [];
    if (key === undefined) throw new Error("the README names no credentials");
    vi.stubEnv(key, convention.scheme === "Token" ? `Token ${token}` : token);
    const print = vi.spyOn(console, "log").mockReturnValue();
    onTestFinished(() => {
      vi.unstubAllEnvs();
      print.mockRestore();
    });
    await running.run(
      firstCall(readme).replaceAll("https://api.example.com", server.origin),
    );
    expect(server.log[0]).toBe(first[0]);
    expect(print.mock.calls[0]).toEqual([first[1]]);
  });
};
