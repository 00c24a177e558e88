/**
 * How a client is made before and after a change of its name or of what it asks for.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import type { Surface, SurfaceClient } from "../../surface/surface.js";
import type { ChangeKind, SampleCalls } from "../change.js";
import type { Finding } from "../finding.js";

interface Clients {
  readonly old: Surface;
  readonly now: Surface;
}

const ofClient: ReadonlySet<ChangeKind> = new Set([
  ...(["client-renamed", "credential-required", "credential-removed"] as const),
  ...(["credential-renamed", "base-url-required"] as const),
  ...(["parameter-added", "parameter-removed"] as const),
]);

/** Undefined of what leaves the making of a client as it was written. */
export const sampleConstruction = (
  { kind, where, to }: Finding,
  { old, now }: Clients,
): SampleCalls | undefined => {
  if (!ofClient.has(kind)) return undefined;
  const option = optionIn(where);
  if (option === undefined && kind !== "client-renamed") return undefined;
  const names =
    kind === "client-renamed"
      ? { before: old.client.className, after: to ?? now.client.className }
      : { before: now.client.className, after: now.client.className };
  // What is asked for only now was left out before.
  const before = kind === "credential-required" ? undefined : option;
  return {
    before: construction(names.before, old.client, before),
    after: construction(names.after, now.client, optionIn(to) ?? option),
  };
};

const optionIn = (where = ""): string | undefined =>
  where === "client.baseURL"
    ? "baseURL"
    : /^client\.options\.([^.]+)$/.exec(where)?.[1];

/** With all that is asked for, and the first way to authenticate: the one with this option if there is one. */
const construction = (
  className: string,
  client: SurfaceClient,
  option: string | undefined,
): string => {
  const { baseURL, credentials, parameters, security } = client;
  const named = security.find(
    (set) => option !== undefined && set.includes(option),
  );
  const open = security.find((set) => set.length === 0);
  const names = new Set([
    ...(baseURL === undefined ? ["baseURL"] : []),
    ...(named ?? open ?? security[0] ?? []),
    ...parameters.keys(),
    ...(option !== undefined && credentials.has(option) ? [option] : []),
  ]);
  const valueOf = (name: string): string => {
    if (name === "baseURL") return '"https://…"';
    return credentials.get(name)?.kind === "basic"
      ? '{ username: "…", password: "…" }'
      : '"…"';
  };
  const members = [...names].map(
    (name) =>
      `${isIdentifier(name) ? name : JSON.stringify(name)}: ${valueOf(name)}`,
  );
  return `new ${className}(${members.length === 0 ? "" : `{ ${members.join(", ")} }`})`;
};
