/**
 * A plugin in a config: what `definePlugin` gives when it is called with options. Its code is run by
 * `plugin/`; here it is data to be checked.
 */
import { isRecord } from "../openapi/records.js";
import { type OptionRules, type Rule } from "./rule.js";

export interface PluginUse {
  readonly name: string;
  readonly version: string;
  /** The version of the interface that it was written for. */
  readonly api: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** What the options may be. */
  readonly rules: OptionRules;
  /** Takes what `plugin/plugin.ts` says. */
  readonly emit: (sdk: never, out: never, options: never) => void;
}

/** The interface of plugins that this sdkwright has. */
export const pluginApi = 1;

const nameForm = /^[a-z][a-z0-9-]*$/;
const versionForm = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

const isPlugin = (value: unknown): value is PluginUse =>
  isRecord(value) &&
  typeof value["emit"] === "function" &&
  isRecord(value["options"]) &&
  isRecord(value["rules"]) &&
  Object.values(value["rules"]).every(isRule);

const isRule = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value["expected"] === "string" &&
  typeof value["accepts"] === "function";

/** True of what can be copied: without circles, and of data and functions alone. */
const canBeCopied = (value: unknown, around: readonly object[]): boolean => {
  if (typeof value === "bigint" || typeof value === "symbol") return false;
  if (typeof value !== "object" || value === null) return true;
  const inside = [...around, value];
  return (
    !around.includes(value) &&
    Object.values(value).every((member) => canBeCopied(member, inside))
  );
};

const options: Rule = {
  expected: "data and functions",
  accepts: (value) => canBeCopied(value, []),
};

const known: Rule = { expected: "anything", accepts: () => true };

const plugin: Rule = {
  expected: `a plugin for interface ${pluginApi} with a name such as \`routes\` and a version such as \`1.2.0\`, made with definePlugin, in a config file that is code`,
  accepts: (value) =>
    isPlugin(value) &&
    value.api === pluginApi &&
    nameForm.test(value.name) &&
    versionForm.test(value.version),
  fields: {
    name: known,
    version: known,
    api: known,
    options,
    rules: known,
    emit: known,
  },
};

/** No data is a plugin: the JSON Schema of configs does not have the option. */
export const pluginsRule: Rule = {
  expected: "an array of plugins",
  accepts: Array.isArray,
  items: plugin,
};

/** The rules of the options of each plugin of a config; those that are no plugins are left out. */
export const pluginOptionRules = (
  plugins: unknown,
): readonly (readonly [index: number, use: PluginUse])[] =>
  Array.isArray(plugins)
    ? plugins.flatMap((use: unknown, index) =>
        isPlugin(use) ? [[index, use] as const] : [],
      )
    : [];

/** What of a plugin decides what it writes, as JSON: with its code, as far as a function shows that. */
export const pluginFingerprint = ({
  name,
  version,
  api,
  options,
  emit,
}: PluginUse): object => ({
  name,
  version,
  api,
  options: told(options),
  code: codeOf(emit),
});

/** Functions by their code: JSON has none. */
const told = (value: unknown): unknown => {
  if (typeof value === "function") return codeOf(value);
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, told(member)]),
  );
};

const codeOf = (value: object): string =>
  Function.prototype.toString.call(value);
