/**
 * The servers of an SDK: those of the config, or else those of the document.
 */
import type { SdkConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Server } from "../../openapi/document.js";

/** A variable of a URL gets its default and its values from the document. */
export function declaredServers({
  document: { root },
  config: { servers },
  diagnostics,
}: {
  readonly document: Document;
  readonly config: Pick<Partial<SdkConfig>, "servers">;
  readonly diagnostics: Diagnostics;
}): readonly Server[] | undefined {
  if (!servers) return root.servers;
  const variables = Object.assign(
    {},
    ...(root.servers ?? []).map((server) => server.variables),
  ) as NonNullable<Server["variables"]>;
  return Object.entries(servers).map(([name, url]) => {
    const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, one]) => one ?? "");
    for (const variable of names)
      if (!Object.hasOwn(variables, variable))
        diagnostics.report("server-variable-unknown", { name, variable });
    const own = names.flatMap((variable) => {
      const found = variables[variable];
      return found ? [[variable, found] as const] : [];
    });
    return { name, url, variables: Object.fromEntries(own) };
  });
}
