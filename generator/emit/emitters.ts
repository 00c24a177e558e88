/**
 * The kinds of output, in order: a new one is added here.
 */
import type { OutputFile, OwnerExports } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { noContributions, type Contributions } from "./contributions.js";
import { packageTestFiles } from "./package/contract.js";
import { apiFiles } from "./docs/api.js";
import { docFiles } from "./docs/docs.js";
import { packageFiles } from "./package/package.js";
import { readmeFile } from "./docs/readme.js";
import { sourceFiles } from "./source/sources.js";
import type { Statement } from "./structures.js";

export interface EmitOptions {
  /** Present where the owner has a module of their own to export. */
  readonly owner?: OwnerExports | undefined;
  /** Of the outputs beside the SDK. */
  readonly contributions?: Contributions;
}

interface Emitter {
  readonly name: string;
  emit(sdk: Sdk, options: EmitOptions): Iterable<OutputFile<Statement>>;
}

export const emitters: readonly Emitter[] = [
  { name: "sources", emit: sourceFiles },
  { name: "package", emit: packageFiles },
  { name: "contract", emit: packageTestFiles },
  { name: "docs", emit: docFiles },
  { name: "api", emit: apiFiles },
  { name: "readme", emit: readmeFile },
  {
    name: "outputs",
    emit: (_, { contributions = noContributions }) => contributions.files,
  },
];
