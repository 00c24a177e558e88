/**
 * The part of a link's function that callers depend on.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import { requestKeys, resultParts } from "../sdk/links.js";
import type { OperationLink } from "../sdk/sdk.js";
import type { SurfaceLink } from "./surface.js";

export const surfaceLinks = (
  links: readonly OperationLink[],
): ReadonlyMap<string, SurfaceLink> =>
  sortedMap(
    links.map((link): [string, SurfaceLink] => {
      const { functionName, from, to, positional, fields } = link;
      return [
        functionName,
        {
          from,
          to,
          reads: [...resultParts(link)],
          request: [...requestKeys(link)].sort(),
          positional: positional.map(({ key }) => key),
          params: fields.map(({ key }) => key).sort(),
        },
      ];
    }),
  );
