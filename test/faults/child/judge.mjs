/** What has to hold after a run that failed or was killed, and after the run that follows. */
import { join } from "node:path";
import { documents } from "./documents.mjs";
import {
  asideOf,
  copyTree,
  differences,
  packageOf,
  readTree,
  writeTree,
} from "./tree.mjs";

const { check, generate } = await import("../../../dist/index.js");

/** Files that the run of a scenario may change although they are the owner's too. */
const isOwners = (path) =>
  path === "openapi.yaml" ||
  path.endsWith("notes.txt") ||
  /^sdk\/(?:src\/lib\/.*|docs\/mine\.md|CHANGELOG\.md)$/.test(path);

const isOfCache = (path) =>
  /\.sdkwright-cache\/(?:|state\.json|\.gitignore)$/.test(path);

export class Judge {
  problems = [];
  #scenario;
  #before;
  #cwd;
  #old;
  /** What runs without a fault leave: from the scenario, and with another document from there. */
  #wanted;
  #other = new Map();
  #states = new Set();

  /** The folder has been left by a run without a fault. */
  constructor({ scenario, before, cwd }) {
    this.#scenario = scenario;
    this.#before = before;
    this.#cwd = cwd;
    this.#old = packageOf(readTree(before));
    this.#wanted = packageOf(readTree(cwd));
  }

  get states() {
    return this.#states.size;
  }

  async judge({ report, error }, { title, mode, hasFailed }) {
    const say = (text) => this.problems.push(`${title}: ${text}`);
    const isDead = mode === "dead";
    if (!hasFailed) return say("the fault did not come");
    const all = readTree(this.#cwd);
    const tree = packageOf(all);
    if (!isDead) this.#judgeReport({ report, error }, { tree, mode, say });
    for (const [path, text] of this.#old)
      if (isOwners(path) && tree.get(path) !== text) say(`${path} is lost`);
    for (const [path, mark] of Object.entries(this.#scenario.marks ?? {}))
      if (!tree.get(path)?.includes(mark)) say(`the change in ${path} is lost`);
    for (const [path, text] of tree)
      if (
        !path.endsWith("/") &&
        text !== this.#old.get(path) &&
        text !== this.#wanted.get(path)
      )
        say(`${path} is neither old nor new`);
    for (const path of this.#old.keys())
      if (!tree.has(path) && this.#wanted.has(path)) say(`${path} is gone`);
    const state = JSON.stringify([
      ...tree,
      ...[...all].filter(([path]) => path.includes("/.sdkwright-cache/")),
      asideOf(all).some((path) => path.includes("/.sdkwright-staging/")),
    ]);
    if (this.#states.has(state)) return;
    this.#states.add(state);
    const left = join(this.#before, "..", "left");
    copyTree(this.#cwd, left);
    await this.#again(say);
    copyTree(left, this.#cwd);
    if (!this.#scenario.hasNoOther) await this.#withOther(say);
  }

  #judgeReport({ report, error }, { tree, mode, say }) {
    if (error) return say(`thrown: ${error.stack ?? error}`);
    const changed = differences(tree, this.#wanted);
    if (report.ok) {
      if (changed.length > 0) say(`is ok, but differs: ${changed.join(" ")}`);
      return;
    }
    const problems = [
      report,
      ...(report.sdks ?? report.generated?.sdks ?? []),
    ].flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === "error"),
    );
    if (problems.length === 0) say("fails without a word");
    for (const { code, message, help } of problems)
      if (!/^cannot (?:read|write) .+: [a-z]/.test(message) || !help)
        say(`says ${code}: ${message} (${help})`);
    if (mode !== "once" || this.#scenario.isPartial) return;
    if (changed.length > 0 && differences(tree, this.#old).length > 0)
      say(`is a mixed tree: ${changed.join(" ")}`);
  }

  /** The same run again. */
  async #again(say) {
    const report = await this.#scenario.run(this.#cwd);
    await this.#expect(this.#wanted, report, (text) => say(`again: ${text}`));
  }

  /** A document that the run did not know. */
  async #withOther(say) {
    const left = join(this.#before, "..", "left");
    for (const index of [0, 2]) {
      const wanted = await this.#wantedOf(index);
      copyTree(left, this.#cwd);
      writeTree(this.#cwd, { "openapi.yaml": documents[index] });
      const report = await generate({ cwd: this.#cwd });
      const found = packageOf(readTree(this.#cwd));
      const [nearest = found] = [...wanted].sort(
        (a, b) => differences(found, a).length - differences(found, b).length,
      );
      // Of a request for several files, each may have been carried out or not.
      const isEither = (path) =>
        this.#scenario.isRequest &&
        wanted.some((tree) => tree.get(path) === found.get(path));
      const target = new Map(nearest);
      for (const path of differences(found, nearest).filter(isEither)) {
        if (found.has(path)) target.set(path, found.get(path));
        else target.delete(path);
      }
      await this.#expect(target, report, (text) =>
        say(`document ${index}: ${text}`),
      );
    }
  }

  /** What runs without a fault give with another document: with and without this run before it. */
  async #wantedOf(index) {
    const known = this.#other.get(index);
    if (known) return known;
    const wanted = [];
    for (const isRun of [true, false]) {
      copyTree(this.#before, this.#cwd);
      if (isRun) await this.#scenario.run(this.#cwd);
      writeTree(this.#cwd, { "openapi.yaml": documents[index] });
      await generate({ cwd: this.#cwd });
      wanted.push(packageOf(readTree(this.#cwd)));
    }
    this.#other.set(index, wanted);
    return wanted;
  }

  async #expect(wanted, report, say) {
    if (!report.ok)
      return say(`fails: ${JSON.stringify(report.sdks?.[0]?.diagnostics)}`);
    const all = readTree(this.#cwd);
    const changed = differences(packageOf(all), wanted);
    if (changed.length > 0) return say(`differs: ${changed.join(" ")}`);
    const aside = asideOf(all).filter((path) => !isOfCache(path));
    if (aside.length > 0) say(`leaves ${aside.join(" ")}`);
    if (all.get("sdk/.sdkwright-cache/.gitignore") !== "*\n")
      say("git does not ignore the cache");
    const { ok, sdks } = await check({ cwd: this.#cwd });
    if (!ok) say(`check: ${JSON.stringify(sdks)}`);
  }
}
