/** Starts a framework's server in a process of its own, and watches what is asked of it. */
import { spawn } from "node:child_process";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { inherited } from "../../packages/support/run.js";
import type { Served } from "../walk.js";

/** @param command its arguments behind it */
export const startServer = async (
  [program = "", ...args]: readonly string[],
  cwd: string,
): Promise<Served> => {
  const child = spawn(program, args, {
    cwd,
    env: inherited(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const port = await new Promise<number>((listens, fails) => {
    let printed = "";
    const read = (text: string): void => {
      printed += text;
      const [, port] = /^listening on (\d+)$/m.exec(printed) ?? [];
      if (port !== undefined) listens(Number(port));
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.on("error", fails);
    child.on("close", () => {
      fails(new Error(`${program} ${args.join(" ")} ended:\n${printed}`));
    });
  });
  const watched = await watch(port).catch((reason: unknown) => {
    child.kill();
    throw reason;
  });
  return {
    ...watched,
    close() {
      watched.close();
      child.kill();
    },
  };
};

/** Passes everything on as it is, the name of the host as well, and notes it. */
const watch = async (port: number): Promise<Served> => {
  const log: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = "", url: path = "", headers } = incoming;
    const to = { host: "127.0.0.1", port, method, path, headers };
    const passed = request(to, (answer) => {
      const { statusCode = 0, statusMessage, rawHeaders } = answer;
      log.push(`${method} ${path} ${statusCode}`);
      outgoing.writeHead(statusCode, statusMessage, rawHeaders);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port: own } = server.address() as AddressInfo;
  return {
    ...{ origin: `http://127.0.0.1:${own}`, log },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
