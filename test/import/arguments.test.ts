/**
 * An SDK whose declarations are not at hand, but the list of its methods is: what is generated from its
 * imported config takes the same arguments in the same order. Skipped where the samples are not at hand.
 */
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, Project, type Type } from "ts-morph";
import { expect, it } from "vitest";
import { importConfig } from "../../generator/import/import.js";
import { generate } from "../../generator/index.js";
import { makeFolder } from "../write/support.js";

const sample = fileURLToPath(
  new URL("../../../shared/stainless/linq", import.meta.url),
);

interface OptionalNode extends Node {
  isOptional(): boolean;
}

interface Argument {
  /** Those before params are passed by their place: how capitals stand in their names changes no call. */
  readonly name: string;
  readonly isOptional: boolean;
}

/** `chatID: string, query?: ListParams | null, options?: RequestOptions` */
const published = (text: string): readonly Argument[] =>
  text.split(", ").map((argument) => {
    const [, name = "", mark] = /^(\w+)(\??):/.exec(argument) ?? [];
    return { name: roleOf(name), isOptional: mark === "?" };
  });

/** What is no parameter of the path is one object, which is called after what is in it. */
const roleOf = (name: string): string =>
  /^(?:body|query|params)$/.test(name) ? "params" : name.toLowerCase();

const ours = (client: Type, path: string, at: Node): readonly Argument[] => {
  const method = path
    .split(".")
    .reduce<Type | undefined>(
      (type, name) => type?.getProperty(name)?.getTypeAtLocation(at),
      client,
    );
  const [signature, ...others] = method?.getCallSignatures() ?? [];
  if (!signature || others.length > 0)
    throw new Error(`${path} has ${others.length} more signatures`);
  return signature.getParameters().map((parameter) => ({
    name: roleOf(parameter.getName()),
    isOptional: parameter
      .getDeclarations()
      .some((one) => (one as Partial<OptionalNode>).isOptional?.()),
  }));
};

it.skipIf(!existsSync(sample))(
  "takes the arguments of every published method",
  { timeout: 300_000 },
  async () => {
    const cwd = makeFolder();
    cpSync(sample, cwd, { recursive: true });
    await importConfig({ cwd, file: "stainless.yml" });
    expect(await generate({ cwd })).toMatchObject({ ok: true });
    const project = new Project({ compilerOptions: { strict: true } });
    const entry = project.addSourceFileAtPath(join(cwd, "sdk/src/index.ts"));
    const type = entry
      .getExportedDeclarations()
      .get("Linq")
      ?.find((one) => one.getKindName() === "ClassDeclaration")
      ?.getType();
    if (!type) throw new Error("no client");
    const rows = readFileSync(join(cwd, "surface.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"));
    expect(rows).toHaveLength(27);
    for (const [method = "", , text = ""] of rows) {
      const wanted = published(text);
      const taken = ours(type, method, entry.getFirstChildOrThrow());
      expect(
        taken.map(({ name }) => name),
        method,
      ).toEqual(wanted.map(({ name }) => name));
      // What callers leave out may be left out.
      const needed = taken.filter(
        ({ isOptional }, index) => !isOptional && wanted[index]?.isOptional,
      );
      expect(needed, method).toEqual([]);
    }
  },
);
