/** Starts a runtime on the checks, and waits for its report. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { inherited, run } from "../../packages/support/run.js";
import type { Project } from "./project.js";
import type { Command, Runtime } from "./runtimes.js";
import { startService } from "./service.js";

/** What each check came to: `ok`, or why not. */
export type Report = Readonly<Record<string, string>>;

/** @param folder an empty one of its own */
export const inRuntime = async (
  runtime: Runtime,
  project: Project,
  folder: string,
): Promise<Report> => {
  const program = await runtime.get().catch((cause: unknown) => {
    throw new Error(`${runtime.name} cannot be had on this machine`, { cause });
  });
  const libraries = { LD_LIBRARY_PATH: join(dirname(program), "lib") };
  const { code, out, err } = await run(
    program,
    ["--version"],
    folder,
    libraries,
  );
  if (code !== 0)
    throw new Error(`${runtime.name} does not run on this machine:\n${err}`);
  process.stdout.write(`${runtime.name}: ${out.split("\n")[0] ?? ""}\n`);
  const service = await startService(project);
  const command = runtime.command({ project, folder, url: service.url });
  const env = { ...libraries, ...command.env };
  const { ended, stop } = start(program, { ...command, env }, folder);
  try {
    return await Promise.race([service.report, ended]);
  } finally {
    stop();
    service.close();
  }
};

/** `ended` rejects, with what the program printed: it is to be stopped when it has reported. */
const start = (
  program: string,
  { args, env }: Command,
  cwd: string,
): { readonly ended: Promise<never>; readonly stop: () => void } => {
  const child = spawn(program, args, {
    cwd,
    env: { ...inherited(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 90_000,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  const ended = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      reject(new Error(`no report, but ${signal ?? code}:\n${printed}`)),
    );
  });
  // It may end after its report was taken.
  ended.catch(() => undefined);
  return { ended, stop: () => void child.kill() };
};
