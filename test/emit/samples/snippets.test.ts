/**
 * Samples in other languages make the request that the SDK makes: every sample of the small documents
 * and of the three APIs is run against a server on this machine, and what arrives is compared.
 */
import { execFile, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { operationsOf } from "../../../generator/emit/source/tree.js";
import { sampleRequest } from "../../../generator/emit/samples/request.js";
import {
  exampleBaseURL,
  programCode,
} from "../../../generator/emit/samples/calls.js";
import { curlSnippet } from "../../../generator/emit/samples/snippets/curl.js";
import { javascriptSnippet } from "../../../generator/emit/samples/snippets/javascript.js";
import { pythonSnippet } from "../../../generator/emit/samples/snippets/python.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { listen, type Received } from "../../packages/support/loopback.js";
import { sdkOf } from "../../support/pipeline.js";
import { printed } from "../../support/printed.js";

const features = new URL("../features/", import.meta.url);
const specs = new URL("../../../spec/", import.meta.url);

const documents = [
  ...readdirSync(features)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({
      name: basename(name, ".yaml"),
      url: new URL(name, features),
    })),
  ...["ahasend", "feldera", "openrouter"].map((name) => ({
    name,
    url: new URL(`${name}/openapi.yaml`, specs),
  })),
];

const run = promisify(execFile);
const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Enough of `requests` to send what it would send. */
const pythonRequests = `
import json as encoder
import urllib.request
import urllib.error

class Response:
    text = ""
    def raise_for_status(self):
        pass
    def json(self):
        return None

def request(method, url, headers, json=None, data=None, files=None, auth=None):
    headers = dict(headers)
    if json is not None:
        data = encoder.dumps(json).encode()
    if hasattr(data, "read"):
        data = data.read()
    if files is not None:
        parts = []
        for name, part in files:
            text = part[1].read().decode() if part[0] else part[1]
            file = '; filename="%s"' % part[0] if part[0] else ""
            type = "\\r\\nContent-Type: %s" % part[2] if len(part) > 2 else ""
            parts.append('--x\\r\\nContent-Disposition: form-data; name="%s"%s%s\\r\\n\\r\\n%s\\r\\n' % (name, file, type, text))
        data = ("".join(parts) + "--x--\\r\\n").encode()
        headers["Content-Type"] = "multipart/form-data; boundary=x"
    if auth is not None:
        import base64
        headers["Authorization"] = "Basic " + base64.b64encode((auth[0] + ":" + auth[1]).encode()).decode()
    try:
        urllib.request.urlopen(urllib.request.Request(url, data=data, headers=headers, method=method)).read()
    except urllib.error.HTTPError:
        pass
    return Response()
`;

/** What a request says, without what only its client decided. */
function received({ method, url, headers, body }: Received): object {
  const [type = "", parameter] = (headers["content-type"] ?? "").split(
    "; boundary=",
  );
  const content = type.startsWith("multipart/")
    ? body
        .split(`--${parameter ?? ""}`)
        .slice(1, -1)
        .map((part) => {
          const [head = "", ...rest] = part.trim().split("\r\n\r\n");
          const name = / name="(.*?)"/.exec(head)?.[1];
          return head.includes("filename=")
            ? { name }
            : { name, text: rest.join("\r\n\r\n") };
        })
    : /\bjson\b/.test(type)
      ? (JSON.parse(body) as unknown)
      : type === "application/octet-stream" || body === "string"
        ? "a file"
        : body;
  const sent = Object.entries(headers).filter(
    ([name]) =>
      !/^(host|connection|content-length|content-type|user-agent|accept-encoding|accept-language|sec-fetch-mode|transfer-encoding|expect|idempotency-key|x-stainless.*)$/.test(
        name,
      ),
  );
  return {
    method,
    url,
    type,
    content,
    headers: Object.fromEntries(sent.sort()),
  };
}

const environmentOf = (
  { client }: Sdk,
  url: string,
): Record<string, string> => ({
  ...Object.fromEntries(
    client.schemes.flatMap(({ environment, scheme }) =>
      scheme.kind === "basic"
        ? [
            [`${environment}_USERNAME`, "ada"],
            [`${environment}_PASSWORD`, "secret"],
          ]
        : [[environment, "key-1"]],
    ),
  ),
  ...Object.fromEntries(
    client.parameters.map(({ environment }) => [environment, "account-1"]),
  ),
  [`${client.environmentPrefix}_BASE_URL`]: url,
});

describe.each(documents)("$name", ({ name, url: source }) => {
  let folder = "";
  let sdk: Sdk;
  let arrived: readonly Received[] = [];
  let server: Awaited<ReturnType<typeof listen>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sdkwright-samples-"));
    sdk = await sdkOf(
      readFileSync(source, "utf8"),
      name === "ahasend" ? { clientParameters: ["account_id"] } : {},
    );
    for (const file of emit(sdk).files)
      if (file.path.startsWith("src/")) {
        mkdirSync(join(folder, file.path, ".."), { recursive: true });
        writeFileSync(join(folder, file.path), printed(file));
      }
    await build({
      entryPoints: [join(folder, "src/index.ts")],
      bundle: true,
      format: "esm",
      platform: "neutral",
      outfile: join(folder, "node_modules", sdk.package.name, "index.js"),
    });
    writeFileSync(
      join(folder, "node_modules", sdk.package.name, "package.json"),
      JSON.stringify({ type: "module", exports: "./index.js" }),
    );
    writeFileSync(join(folder, "file"), "string");
    writeFileSync(join(folder, "requests.py"), pythonRequests);
    server = await listen((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end("{}");
    });
    arrived = server.received;
  }, 60_000);

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs programs one after the other; gives what the server got of each. */
  const requestsOf = async (
    command: string,
    extension: string,
    programs: readonly string[],
  ): Promise<readonly object[]> => {
    const before = arrived.length;
    const servers = [
      sdk.client.baseURL ?? exampleBaseURL(sdk.client),
      ...operations().flatMap(({ operation }) => operation.server ?? []),
    ].map((one) => one.replace(/\/$/, ""));
    for (const [index, program] of programs.entries()) {
      const file = join(folder, `${extension}-${index}.${extension}`);
      writeFileSync(
        file,
        servers.reduce(
          (text, one) => text.replaceAll(one, server.url),
          program,
        ),
      );
      // what it makes of the answer is not the point
      await run(command, [file], {
        cwd: folder,
        env: { PATH: process.env["PATH"], ...environmentOf(sdk, server.url) },
      }).catch(() => undefined);
      expect([program, arrived.length]).toEqual([program, before + index + 1]);
    }
    return arrived.slice(before).map(received);
  };

  const operations = () => [...operationsOf(sdk)];
  const requests = () =>
    operations().flatMap(
      ({ operation }) => sampleRequest(operation, sdk) ?? [],
    );

  it("all languages ask for the same", async () => {
    const wanted = await requestsOf(
      process.execPath,
      "mjs",
      operations().map(({ operation, path }) =>
        programCode(operation, path, sdk),
      ),
    );
    expect(wanted).toHaveLength(operations().length);
    expect(await requestsOf("sh", "sh", requests().map(curlSnippet))).toEqual(
      wanted,
    );
    expect(
      await requestsOf(
        process.execPath,
        "mjs",
        requests().map(javascriptSnippet),
      ),
    ).toEqual(wanted);
    if (hasPython)
      expect(
        await requestsOf("python3", "py", requests().map(pythonSnippet)),
      ).toEqual(wanted);
  }, 120_000);
});
