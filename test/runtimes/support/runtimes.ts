/** The runtimes: which packages of npm bring each of them, and how each is given the checks. */
import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";
import { installed, unpackChromium } from "./install.js";
import type { Project } from "./project.js";
import { workerConfig } from "./workerd.js";

/** What a runtime has to work with. */
export interface Place {
  readonly project: Project;
  /** An empty folder. */
  readonly folder: string;
  /** The server that answers the calls and takes the report. */
  readonly url: string;
}

export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Runtime {
  readonly name: string;
  /** The program's path; rejects where it cannot be had. */
  readonly get: () => Promise<string>;
  readonly command: (place: Place) => Command;
}

const vite = join(root, "node_modules", "vite", "bin", "vite.js");

const script = ({ project }: Place): string =>
  join(project.folder, "command.mjs");

const node = (major: number): Runtime => {
  const name = `node-${process.platform}-${process.arch}`;
  return {
    name: `Node.js ${major}`,
    get: () => installed(`${name}@${major}`, [name], /^bin\/node$/),
    command: (place) => ({ args: [script(place), place.url] }),
  };
};

/** On the Node.js that runs the tests: what differs is made by the script. */
const reactNative: Runtime = {
  name: "React Native's shape",
  get: () => Promise.resolve(process.execPath),
  command: ({ project, url }) => ({
    args: [join(project.folder, "native.mjs"), url],
  }),
};

const bun: Runtime = {
  name: "Bun",
  get: () => installed("bun@1", ["@oven"], /^bun-[\w-]+\/bin\/bun$/),
  command: (place) => ({ args: [script(place), place.url] }),
};

const deno: Runtime = {
  name: "Deno",
  get: () => installed("deno@2", ["@deno"], /^[\w-]+\/deno$/),
  command: (place) => ({
    // Without leave to read the environment, where options may be.
    args: [
      ...["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual"],
      ...["--allow-net=127.0.0.1,localhost", script(place), place.url],
    ],
    env: { DENO_NO_UPDATE_CHECK: "1", DENO_DIR: place.folder },
  }),
};

const workerd: Runtime = {
  name: "workerd",
  get: () =>
    installed("workerd@1", ["@cloudflare"], /^workerd-[\w-]+\/bin\/workerd$/),
  command: ({ project, url }) => {
    // It looks for modules from where it stands.
    const file = join(project.folder, "config.capnp");
    writeFileSync(file, workerConfig(project, url));
    return { args: ["test", file] };
  },
};

const chromium = (page: string, { folder, url }: Place): Command => ({
  args: [
    "--headless=shell",
    ...["--no-sandbox", "--no-zygote", "--in-process-gpu"],
    ...["--use-gl=angle", "--use-angle=swiftshader"],
    ...["--no-first-run", "--disable-background-networking"],
    ...["--disable-component-update", "--disable-sync", "--disable-quic"],
    "--disable-dev-shm-usage",
    `--user-data-dir=${folder}`,
    `${url}/project/${page}`,
  ],
});

const getChromium = async (): Promise<string> =>
  process.env["CHROMIUM"] ??
  unpackChromium(
    await installed(
      "@sparticuz/chromium@153",
      ["@sparticuz/chromium"],
      /^bin\/chromium\.br$/,
    ),
  );

const page: Runtime = {
  name: "Chromium",
  get: getChromium,
  command: (place) => chromium("page.html", place),
};

/** The same page, as Vite bundles it for production. */
const viteApp: Runtime = {
  name: "Chromium with a Vite app",
  get: getChromium,
  command: (place) => {
    const { folder } = place.project;
    execFileSync(process.execPath, [vite, "build"], { cwd: folder });
    return chromium("site/vite.html", place);
  },
};

export const runtimes: readonly Runtime[] = [
  node(20),
  node(22),
  node(24),
  bun,
  deno,
  workerd,
  page,
  viteApp,
  reactNative,
];

/** Puts the files of the checks into a project. */
export const copyChecks = (from: string, to: string): void => {
  for (const file of [
    "all.mjs",
    "checks.mjs",
    "command.mjs",
    "native.mjs",
    "page.html",
    "vite.config.js",
    "vite.html",
    "worker.mjs",
  ])
    copyFileSync(join(from, file), join(to, file));
};
