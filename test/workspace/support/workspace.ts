/** A workspace of packages that have a document, a config and an SDK each, in a scratch folder with git. */
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../packages/support/apis.js";
import { run, succeed, type Outcome } from "../../packages/support/run.js";

export const names = ["billing", "events", "rooms", "search", "users"] as const;

const documentOf = (name: string): string => `openapi: 3.1.0
info: { title: ${name}, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: https://${name}.example }]
security: []
paths:
  /${name}:
    get:
      operationId: list
      summary: Lists ${name}.
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/List" }
components:
  schemas:
    List: { type: array, items: { type: string } }
`;

const json = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2)}\n`;

export class Workspace {
  constructor(
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  run(command: string, ...args: readonly string[]): Promise<Outcome> {
    return run(command, args, this.folder, this.env);
  }

  succeed(command: string, ...args: readonly string[]): Promise<string> {
    return succeed(command, args, this.folder, this.env);
  }

  async commit(message: string): Promise<void> {
    await this.succeed("git", "add", "--all");
    await this.succeed("git", "commit", "--quiet", "-m", message);
  }

  /** Puts a link where an installation would put what is there. */
  link(from: string, path: string): void {
    const place = join(this.folder, "node_modules", path);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(from, place);
  }

  /** An installation makes the program executable, which the build does not. */
  linkSdkwright(): void {
    const path = "node_modules/.bin/sdkwright";
    const program = pathToFileURL(join(root, "dist/cli/main.js"));
    this.write(
      path,
      `#!/usr/bin/env node\nimport(${JSON.stringify(program)});\n`,
    );
    chmodSync(join(this.folder, path), 0o755);
  }

  /** The packages, not yet generated. @param settings files at the root */
  async make(settings: Readonly<Record<string, object>>): Promise<void> {
    const scripts = {
      check: "sdkwright check",
      generate: "sdkwright generate",
    };
    this.write(".gitignore", "node_modules/\n.turbo/\n.nx/\n");
    this.write(
      "package.json",
      json({
        ...{ name: "apis", private: true, workspaces: ["apis/*"] },
        packageManager: "npm@11.0.0",
      }),
    );
    const packages = Object.fromEntries(
      names.flatMap((name) => [
        [`apis/${name}`, { name: `@apis/${name}`, version: "1.0.0" }],
        [
          `node_modules/@apis/${name}`,
          { resolved: `apis/${name}`, link: true },
        ],
      ]),
    );
    this.write(
      "package-lock.json",
      json({
        ...{ name: "apis", lockfileVersion: 3, requires: true },
        packages: { "": { name: "apis", workspaces: ["apis/*"] }, ...packages },
      }),
    );
    for (const [path, value] of Object.entries(settings))
      this.write(path, json(value));
    for (const name of names) {
      const own = { name: `@apis/${name}`, version: "1.0.0", private: true };
      this.write(`apis/${name}/package.json`, json({ ...own, scripts }));
      this.write(`apis/${name}/openapi.yaml`, documentOf(name));
      this.write(
        `apis/${name}/sdkwright.config.json`,
        json({
          ...{ input: "openapi.yaml", output: "sdk" },
          package: { name: `@acme/${name}` },
        }),
      );
    }
    this.linkSdkwright();
    await this.succeed("git", "init", "--quiet", "-b", "main");
  }
}
