/**
 * The frameworks themselves: a server of each, the document that it makes, the SDK from it, and what
 * a user does with that. What cannot be had here is skipped, and says why: the doubles stand for it.
 */
import { describe, it } from "vitest";
import { walk } from "../walk.js";
import { findServers } from "./servers.js";
import { startServer } from "./serve.js";

const { folder, all } = await findServers();

for (const { framework, command } of all) {
  const name = `${framework.framework} itself`;
  if ("why" in command) it.skip(`${name}: ${command.why}`);
  else
    describe(name, () => {
      walk(framework, () => startServer(command, folder));
    });
}
