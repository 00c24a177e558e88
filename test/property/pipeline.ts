/**
 * A document through every stage but writing, in this process. What throws is a bug of ours: it goes
 * through to the test.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Diagnostics,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostics.js";
import { emit } from "../support/emit.js";
import { load } from "../../generator/load/load.js";
import { reservedNames } from "../../generator/emit/reserved-names.js";
import { buildModel } from "../../generator/model/build.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { printed } from "../support/printed.js";

export interface Passage {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the document has errors. */
  readonly sdk?: Sdk;
  /** The generated TypeScript, before formatting, without the runtime. */
  readonly files?: ReadonlyMap<string, string>;
}

const folder = mkdtempSync(join(tmpdir(), "sdkwright-property-"));
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});

export const pass = (document: unknown): Promise<Passage> =>
  passText(JSON.stringify(document), "openapi.json");

export async function passText(
  text: string | Uint8Array,
  name: "openapi.json" | "openapi.yaml",
): Promise<Passage> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const diagnostics = new Diagnostics();
  const loaded = await load(file, {}, diagnostics);
  const sdk =
    loaded &&
    buildModel(loaded, { config: {}, reserved: reservedNames }, diagnostics);
  const found = diagnostics.all();
  if (sdk === undefined || diagnostics.hasErrors) {
    if (!diagnostics.hasErrors) throw new Error("nothing, and no reason why");
    return { diagnostics: found };
  }
  const files = new Map(
    emit(sdk)
      .files.filter(({ kind }) => kind === "typescript")
      .map((file) => [file.path, printed(file)]),
  );
  return { diagnostics: found, sdk, files };
}

/** What no message may lack or hold. */
export const diagnosticFaults = ({ diagnostics }: Passage): string[] =>
  diagnostics.flatMap(({ code, message, help, position }) => [
    ...(position ? [] : [`${code} has no place: ${message}`]),
    ...(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(message + help)
      ? [`${code} prints what it should show: ${JSON.stringify(message)}`]
      : []),
    ...(/\b(?:TypeError|RangeError|undefined is not|Cannot read)\b/.test(
      message,
    )
      ? [`${code} quotes an exception: ${message}`]
      : []),
  ]);
