/**
 * What `package` of a config may contain: fields of `package.json`, and how the package is built.
 */
import { isRecord } from "../openapi/records.js";
import type {
  Bugs,
  PackageConfig,
  PublishConfig,
  Repository,
} from "./config.js";
import {
  arrayOf,
  boolean,
  mapOf,
  object,
  oneOf,
  string,
  stringOrObject,
  type Rule,
} from "./rule.js";

/** Semantic Versioning 2.0.0, by the regular expression that semver.org suggests. */
const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

const webURL = /^[hH][tT][tT][pP][sS]?:\/\/\S+$/;

/** Below the package, no pattern, and none of the paths that every package exports. */
const exportPath =
  /^\.\/(?!package\.json$)(?:[\w-][\w.-]*)(?:\/[\w-][\w.-]*)*$/;
const module = /^src\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*(?<!\.d)\.ts$/;

const publishFields = {
  access: oneOf("public", "restricted"),
  registry: string("a URL", webURL),
  tag: string("an npm tag, such as `next`", /^[a-zA-Z][\w-]*$/),
  provenance: boolean,
} satisfies Record<keyof PublishConfig, Rule>;

const gitURL = /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/;

const repositoryRule = stringOrObject("a URL", gitURL, {
  url: string("a URL", gitURL),
  directory: string(
    "a path from the root of the repository, such as `packages/sdk`",
    /^(?!\.{0,2}(?:\/|$))[^\s\\]+(?<!\/)$/,
  ),
} satisfies Record<keyof Repository, Rule>);

/** The URL is what makes a repository: a directory alone says nothing. */
const repository: Rule = {
  ...repositoryRule,
  schema: { ...repositoryRule.schema, required: ["url"] },
  accepts: (value) =>
    typeof value === "string"
      ? gitURL.test(value)
      : isRecord(value) && value["url"] !== undefined,
};

export const packageFields = {
  name: string(
    "an npm package name, such as `@acme/sdk`",
    /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
  ),
  version: string("a version, such as `1.2.0`", semver),
  description: string(),
  license: string("an SPDX license, such as `MIT`"),
  author: string(),
  repository,
  homepage: string("a URL", webURL),
  bugs: stringOrObject(
    "a URL or an address",
    /^(?:[hH][tT][tT][pP][sS]?:\/\/\S+|[^\s@]+@[^\s@]+)$/,
    {
      url: string("a URL", webURL),
      email: string(
        "an address, such as `sdk@acme.example`",
        /^[^\s@]+@[^\s@]+$/,
      ),
    } satisfies Record<keyof Bugs, Rule>,
  ),
  funding: {
    expected: "a URL, or an array of them",
    accepts: (value) =>
      Array.isArray(value) || (typeof value === "string" && webURL.test(value)),
    schema: { type: ["string", "array"], pattern: webURL.source },
    items: string("a URL", webURL),
  },
  keywords: arrayOf(string()),
  engines: mapOf(
    string("a range of versions, such as `>=22`"),
    string("the name of an engine, such as `node`", /^[a-zA-Z][\w-]*$/),
  ),
  exports: mapOf(
    string("a module of the package, such as `src/lib/extras.ts`", module),
    string("a path below the package, such as `./extras`", exportPath),
  ),
  sideEffects: {
    expected: "true, false or an array of files",
    accepts: (value) => typeof value === "boolean" || Array.isArray(value),
    schema: { type: ["boolean", "array"] },
    items: string(),
  },
  publishConfig: object(publishFields),
  sourceMaps: boolean,
} satisfies Record<keyof PackageConfig, Rule>;
