/**
 * The repository of somebody who publishes an SDK: git, npm and sdkwright as they have them, in a
 * scratch folder.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  run,
  succeed,
  type Environment,
  type Outcome,
} from "../../packages/support/run.js";
import { changed, type Change } from "./documents.js";

export class Repository {
  constructor(
    readonly folder: string,
    readonly env: Environment,
  ) {}

  path(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** Changes a file; the text to be replaced has to be there. */
  edit(path: string, before: string | RegExp, after: string): void {
    const text = this.read(path);
    const next = text.replace(before, () => after);
    if (next === text) throw new Error(`${path} has no ${String(before)}`);
    this.write(path, next);
  }

  change(change: Change): void {
    this.write("openapi.yaml", changed(this.read("openapi.yaml"), change));
  }

  run(command: string, ...args: readonly string[]): Promise<Outcome> {
    return run(command, args, this.folder, this.env);
  }

  succeed(command: string, ...args: readonly string[]): Promise<string> {
    return succeed(command, args, this.folder, this.env);
  }

  git(...args: readonly string[]): Promise<string> {
    return this.succeed("git", ...args);
  }

  async commit(message: string): Promise<void> {
    await this.git("add", "--all");
    await this.git("commit", "--quiet", "--allow-empty", "-m", message);
  }

  sdkwright(...args: readonly string[]): Promise<Outcome> {
    return this.run(this.path("node_modules/.bin/sdkwright"), ...args);
  }
}

export interface StandIn {
  readonly name: string;
  readonly version: string;
  /** The program to run, by the name of the command. */
  readonly bin: Readonly<Record<string, string>>;
  /** The module that the package leads to. */
  readonly main?: string;
}

/**
 * Makes a package that npm can install and that leads to what is on this machine already: what it
 * depends on need not be downloaded.
 *
 * @returns its folder
 */
export const makeStandIn = (
  { name, version, bin, main }: StandIn,
  folder: string,
): string => {
  const urlOf = (path: string) => JSON.stringify(pathToFileURL(path).href);
  const commands = Object.entries(bin);
  const files = {
    "package.json": JSON.stringify({
      ...{ name, version, type: "module" },
      bin: Object.fromEntries(
        commands.map(([command]) => [command, `${command}.js`]),
      ),
      exports: { ".": "./index.js", "./package.json": "./package.json" },
    }),
    "index.js": main === undefined ? "" : `export * from ${urlOf(main)};\n`,
    ...Object.fromEntries(
      commands.map(([command, path]) => [
        `${command}.js`,
        `#!/usr/bin/env node\nimport ${urlOf(path)};\n`,
      ]),
    ),
  };
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files))
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  return folder;
};
