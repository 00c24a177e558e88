/** How the server of each framework is started; what cannot be had here says why. */
import { frameworks, type Framework } from "../expected.js";
import { fromNpm, placeServers, pythonWith, type Missing } from "./install.js";

interface Server {
  readonly framework: Framework;
  /** A program and its arguments, for {@link Servers.folder}. */
  readonly command: readonly string[] | Missing;
}

export interface Servers {
  readonly folder: string;
  readonly all: readonly Server[];
}

/** On Node, a file; or what a Python has to have for one. */
type Start = readonly [string] | readonly [string, readonly string[]];

const starts: Readonly<Record<string, Start>> = {
  fastapi: ["fastapi.server.py", ["fastapi", "uvicorn", "multipart"]],
  nest: ["nest.js"],
  fastify: ["fastify.mjs"],
  hono: ["hono.mjs"],
  tsoa: ["tsoa/main.mjs"],
  trpc: ["trpc.mjs"],
  elysia: ["elysia.mjs"],
  drf: ["drf.server.py", ["django", "rest_framework", "drf_spectacular"]],
};

export const findServers = async (): Promise<Servers> => {
  const npm = await fromNpm();
  const commandOf = async (name: string): Promise<Server["command"]> => {
    const [file, modules] = starts[name] ?? [];
    if (file === undefined) return { why: "it has no server here" };
    if (!modules) return npm ?? [process.execPath, file];
    const python = await pythonWith(modules);
    return typeof python === "string" ? [python, file] : python;
  };
  const all = await Promise.all(
    frameworks.map(async (framework) => {
      const command = await commandOf(framework.framework);
      return { framework, command };
    }),
  );
  return { folder: await placeServers(), all };
};
