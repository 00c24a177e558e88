/** Has all sets of libraries, and the projects that use them, before any test file is read. */
import { remove, temporaryFolder } from "../../packages/support/run.js";
import { installSet, isInstalled } from "./install-set.js";
import { buildPets, makeProject } from "./project.js";
import { peerSets } from "./sets.js";

export default async (): Promise<void> => {
  const installed = await Promise.all(peerSets.map(installSet));
  if (installed.includes(false))
    process.stderr.write("No network: tests of peers are skipped.\n");
  const sets = peerSets.filter(isInstalled);
  if (sets.length === 0) return;
  const folder = temporaryFolder();
  try {
    const pets = await buildPets(folder);
    for (const set of sets) makeProject(set, pets);
  } finally {
    remove(folder);
  }
};
