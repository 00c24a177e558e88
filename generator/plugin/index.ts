/**
 * `sdkwright/plugin`: what plugins import. Everything here is public.
 *
 * The representation of an SDK is data. Text of the document is `Text`, which is no `Code` and no
 * `Markdown`: only the encoders here lead from one to the other. Unions may have more members in
 * later versions: end a switch over them with a case for what is not known, and warn.
 */
export { definePlugin } from "./plugin.js";
export type * from "./plugin.js";
export type { RuntimeName } from "./runtime-names.js";
export type { PluginUse } from "../config/plugin-use.js";
export {
  arrayOf,
  boolean,
  mapOf,
  object,
  oneOf,
  string,
} from "../config/rule.js";
export type { OptionRules, Rule } from "../config/rule.js";
export type { Section } from "../emit/contributions.js";
export {
  code,
  doc,
  docs,
  ident,
  join,
  key,
  lit,
  literalUnion,
  typeKey,
} from "../emit/encode/encode.js";
export type { Code, DocBody, Remark } from "../emit/encode/encode.js";
export {
  codeBlock,
  codeSpan,
  joinMarkdown,
  listed,
  markdown,
  mdText,
  table,
} from "../emit/encode/markdown.js";
export type { Markdown } from "../emit/encode/markdown.js";
export {
  exportAlias,
  exportConstant,
  exportFunction,
  exportInterface,
} from "../emit/structures.js";
export type { Statement } from "../emit/structures.js";
export { callCode, clientCode } from "../emit/samples/calls.js";
export { operationsOf } from "../emit/source/tree.js";
export type { LocatedOperation } from "../emit/source/tree.js";
export type * from "../sdk/sdk.js";
