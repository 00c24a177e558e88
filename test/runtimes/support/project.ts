/** A project that has the packages installed: the three examples, and one for what they do not do. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "sdkwright";
import { apis } from "../../packages/support/apis.js";
import { build, install } from "../../packages/support/build.js";
import { copyChecks } from "./runtimes.js";

export interface Project {
  readonly folder: string;
  /** Names of the packages. */
  readonly packages: readonly string[];
}

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** @param folder is made */
export const makeProject = async (folder: string): Promise<Project> => {
  const gallery = `${folder}-gallery`;
  const report = await generate({
    input: join(fixtures, "openapi.yaml"),
    output: gallery,
  });
  if (!report.ok) throw new Error(JSON.stringify(report.sdks));
  const sources = [{ packageName: "gallery-sdk", generated: gallery }, ...apis];
  const builds = await Promise.all(
    sources.map((source, index) => build(source, `${folder}-${index}`)),
  );
  await install("module", folder, builds);
  copyChecks(fixtures, folder);
  return { folder, packages: sources.map(({ packageName }) => packageName) };
};
