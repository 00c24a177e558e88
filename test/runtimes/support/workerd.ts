/** The configuration of a worker: it can read no files, so every module is listed with its name. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "./project.js";

export const workerConfig = (project: Project, url: string): string => `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "outside", network = (allow = ["private", "local"])),
  ],
);

const worker :Workerd.Worker = (
  modules = [
${modulesOf(project)
  .map((one) => `    ${one},\n`)
  .join("")}  ],
  bindings = [(name = "URL", text = ${JSON.stringify(url)})],
  globalOutbound = "outside",
  compatibilityDate = "2025-01-01",
);
`;

const modulesOf = ({ folder, packages }: Project): readonly string[] => [
  // The first is the one that is run.
  ...["worker.mjs", "all.mjs", "checks.mjs"].map((name) => embed(name, name)),
  ...packages.flatMap((name) => {
    const esm = join("node_modules", name, "dist", "esm");
    const [last = name] = name.split("/").slice(-1);
    return [
      entry(name, `./${last}/index.js`),
      ...readdirSync(join(folder, esm), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".js"))
        .map((path) => embed(`${name}/${path}`, join(esm, path))),
    ];
  }),
];

const embed = (name: string, path: string): string =>
  `(name = ${JSON.stringify(name)}, esModule = embed ${JSON.stringify(path)})`;

/** What the bare name of a package leads to, told from where that name stands. */
const entry = (name: string, target: string): string =>
  `(name = ${JSON.stringify(name)}, esModule = ${JSON.stringify(`export * from "${target}";`)})`;
