/** Fetches a set of libraries from npm when it is first needed, into a folder that git ignores. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";
import { remove, run } from "../../packages/support/run.js";
import type { PeerSet } from "./sets.js";

export const folderOf = ({ name }: PeerSet): string =>
  join(root, ".runtimes", `peers-${name}`);

const manifestOf = ({ packages }: PeerSet): string =>
  JSON.stringify({ private: true, type: "module", dependencies: packages });

const markOf = (set: PeerSet): string => join(folderOf(set), "installed.json");

/** Whether just these versions are there. */
export const isInstalled = (set: PeerSet): boolean =>
  existsSync(markOf(set)) &&
  readFileSync(markOf(set), "utf8") === manifestOf(set);

const isOffline = (text: string): boolean =>
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(
    text,
  );

/**
 * No install script runs. Peers are not looked after: what is tested is also what libraries do not say
 * of each other yet.
 *
 * @returns false without a network
 * @throws where npm has no such versions
 */
export const installSet = async (set: PeerSet): Promise<boolean> => {
  if (isInstalled(set)) return true;
  const folder = folderOf(set);
  remove(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifestOf(set));
  const { code, out, err } = await run(
    "npm",
    [
      ...["install", "--ignore-scripts", "--legacy-peer-deps"],
      ...["--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"],
      ...["--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=1000"],
    ],
    folder,
  );
  if (code !== 0) {
    if (isOffline(out + err)) return false;
    throw new Error(`npm cannot install ${set.name}:\n${out}${err}`);
  }
  writeFileSync(markOf(set), manifestOf(set));
  return true;
};
