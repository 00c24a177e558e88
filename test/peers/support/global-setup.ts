/** Has all sets of libraries, and the projects that use them, before any test file is read. */
import { remove, temporaryFolder } from "../../packages/support/run.js";
import { installSet, isInstalled } from "./install-set.js";
import { buildPets, makeProject } from "./project.js";
import { peerSets } from "./sets.js";

export default async (): Promise<void> => {
  const installed = await Promise.all(peerSets.map(installSet));
  if (installed.includes(false))
    process.stderr.write("No network: tests of peers are skipped.\n");
  const folder = temporaryFolder();
  const pets = await buildPets(folder);
  for (const set of peerSets.filter(isInstalled)) makeProject(set, pets);
  remove(folder);
};
