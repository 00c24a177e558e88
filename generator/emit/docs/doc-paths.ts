/**
 * Where the pages of `docs/` are.
 */
import type { Resource } from "../../sdk/sdk.js";
import { filePart } from "../encode/encode.js";
import { isModelPage } from "./model-pages.js";

/** The page of the methods of the client itself; no resource's file is called so. */
export const clientDocPath = "docs/_client.md";

export const resourceDocPath = ({ fileName }: Resource): string => {
  const name = filePart(fileName);
  return `docs/${isModelPage(name) ? `${name}-resource` : name}.md`;
};
