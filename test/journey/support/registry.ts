/**
 * A registry on this machine that npm publishes to and installs from: it keeps what is published in
 * memory, serves packages of `node_modules` as they are, and knows nothing else.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { succeed } from "../../packages/support/run.js";

interface Version {
  readonly dist: { readonly tarball: string };
  readonly [field: string]: unknown;
}

/** What npm sends and asks for, as far as it is used here. */
interface Packument {
  readonly name: string;
  readonly "dist-tags": Record<string, string>;
  readonly versions: Record<string, Version>;
  readonly _attachments?: Readonly<Record<string, { readonly data: string }>>;
}

export interface Registry {
  readonly url: string;
  /** `name@version`, in the order in which they were published. */
  readonly published: readonly string[];
  close(): void;
}

/** @param installed folders of packages that can be installed too */
export const startRegistry = async (
  installed: readonly string[],
  scratch: string,
): Promise<Registry> => {
  const packuments = new Map<string, Packument>();
  const tarballs = new Map<string, Buffer>();
  const published: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = decodeURIComponent(
        new URL(request.url ?? "/", "http://host").pathname,
      ).slice(1);
      const tarball = tarballs.get(path);
      if (request.method === "PUT")
        publish(JSON.parse(Buffer.concat(chunks).toString()) as Packument);
      else if (tarball) return void response.end(tarball);
      const known = packuments.get(path);
      response.writeHead(known ? 200 : 404, {
        "content-type": "application/json",
      });
      response.end(JSON.stringify(known ?? { error: "not_found" }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const add = (name: string, version: Version, tarball: Buffer): void => {
    const number = String(version["version"]);
    const path = `${name}/-/${number}.tgz`;
    tarballs.set(path, tarball);
    const before = packuments.get(name);
    packuments.set(name, {
      name,
      "dist-tags": { latest: number },
      versions: {
        ...before?.versions,
        [number]: {
          ...version,
          dist: {
            tarball: `${url}/${path}`,
            integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
          },
        } as Version,
      },
    });
  };
  const publish = (sent: Packument): void => {
    const [attachment] = Object.values(sent._attachments ?? {});
    for (const version of Object.values(sent.versions)) {
      add(sent.name, version, Buffer.from(attachment?.data ?? "", "base64"));
      published.push(`${sent.name}@${String(version["version"])}`);
    }
  };
  for (const folder of installed) {
    const out = await succeed(
      "npm",
      ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch],
      folder,
    );
    const [packed] = JSON.parse(out) as { readonly filename: string }[];
    const manifest = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as Version & { readonly name: string };
    add(
      manifest.name,
      manifest,
      readFileSync(join(scratch, packed?.filename ?? "")),
    );
  }
  return {
    url,
    published,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
