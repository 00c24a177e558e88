/** The part of an operation's section about the links of its response. */
import type { Operation, OperationLink, Sdk } from "../../sdk/sdk.js";
import {
  codeSpan,
  joinMarkdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";
import { requestKeys, resultParts } from "../../sdk/links.js";
import { operationsOf } from "../source/tree.js";
import { proseLine } from "./prose.js";

export function linkBlocks(
  { functionName }: Operation,
  sdk: Sdk,
): (Markdown | undefined)[] {
  const links = sdk.links.filter(({ from }) => from === functionName);
  if (links.length === 0) return [];
  const aboutErrors = links.some(({ errorBody }) => errorBody)
    ? mdText` \`error\` is what it throws.`
    : mdText``;
  return [
    mdText`### Links`,
    mdText`Functions that give arguments of other calls, to be passed on with \`...\`. \`result\` is what \`withResponse()\` of this call resolves to, \`request\` is what was passed to it, by name.${aboutErrors}`,
    joinMarkdown(
      links.map((link) => linkLine(link, sdk)),
      "\n",
    ),
  ];
}

function linkLine(link: OperationLink, sdk: Sdk): Markdown {
  const { functionName, to, positional, fields, doc } = link;
  const target = [...operationsOf(sdk)].find(
    ({ operation }) => operation.functionName === to,
  );
  if (!target) throw new Error(`no operation for ${functionName}`);
  const { operation, path } = target;
  const taken = [
    ...(resultParts(link).length > 0
      ? [link.errorBody ? "error" : "result"]
      : []),
    ...(requestKeys(link).size > 0 ? ["request"] : []),
  ];
  const given = [
    ...operation.positional
      .filter(({ wireName }) => positional.some(({ key }) => key === wireName))
      .map(({ name }) => name),
    ...fields.map(({ key }) => key),
  ];
  const about = doc.description
    ? mdText` ${proseLine(doc.description, "text")}`
    : mdText``;
  return mdText`- ${codeSpan(`${functionName}(${taken.join(", ")})`, "text")}: ${joinMarkdown(
    given.map((name) => codeSpan(name, "text")),
    ", ",
  )} of ${codeSpan([...path, operation.methodName].join("."), "text")}.${about}`;
}
