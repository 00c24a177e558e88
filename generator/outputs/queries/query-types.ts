/**
 * The types that the module of an adapter declares. The key says what the cache has under it, in the
 * type by which each library reads that.
 */
import {
  code,
  docs,
  exportAlias,
  type Code,
  type PluginFile,
  type Sdk,
  type Statement,
} from "../../plugin/index.js";
import type { Adapter } from "./adapters.js";

export interface QueryModule {
  readonly sdk: Sdk;
  readonly file: PluginFile;
  readonly adapter: Adapter;
}

/** Their names. */
export type NamedTypes = Readonly<Record<"query" | "pages" | "options", Code>>;

export const namedTypes = (file: PluginFile): NamedTypes => ({
  query: file.claim("Query"),
  pages: file.claim("Pages"),
  options: file.claim("QueryRequestOptions"),
});

export const typeAliases = (
  { query, pages, options }: NamedTypes,
  {
    file,
    adapter: { peer },
    hasPages,
  }: Pick<QueryModule, "file" | "adapter"> & { readonly hasPages: boolean },
): Statement[] => {
  const imported = (name: string): Code | undefined =>
    peer && file.npm(name, peer.name, { type: true });
  const tag = imported("DataTag");
  const keyOf = (data: Code): Code =>
    tag
      ? code`${tag}<readonly unknown[], ${data}, E>`
      : code`readonly unknown[]`;
  const parameters = [
    { name: code`Data` },
    { name: code`E`, constraint: code`Error` },
  ];
  return [
    exportAlias({
      docs: docs([{ text: "Options of a query." }]),
      name: query,
      typeParameters: parameters,
      type: code`${file.runtime("QueryOptions")}<${keyOf(code`Data`)}, Data, E>`,
    }),
    ...(hasPages
      ? [
          exportAlias({
            docs: docs([{ text: "Options of a query that has pages." }]),
            name: pages,
            typeParameters: parameters,
            type: code`${file.runtime("PagesOptions")}<${keyOf(
              code`${imported("InfiniteData") ?? code`unknown`}<Data, ${file.runtime("PageParam")}>`,
            )}, Data, E>`,
          }),
        ]
      : []),
    exportAlias({
      docs: docs([
        {
          text: "Options of a call. When it is cancelled is the cache's business.",
        },
      ]),
      name: options,
      type: code`Omit<${file.runtime("RequestOptions")}, "signal">`,
    }),
  ];
};
