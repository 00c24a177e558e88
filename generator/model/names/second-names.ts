/**
 * Further names of methods that the config has besides the first, which names the operation.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { ReservedNames } from "../../sdk/reserved-names.js";
import type { Name, Resource, Sdk, SecondName } from "../../sdk/sdk.js";
import { exportedNames } from "../aliases/exported-names.js";
import { camelCase } from "./casing.js";
import { resourceOf } from "./chosen-names.js";
import { asName } from "./names.js";

interface SecondNamesContext {
  /** The names of the config by `GET /path`, without the first. */
  readonly wanted: ReadonlyMap<string, readonly string[]>;
  readonly reserved: ReservedNames;
  readonly diagnostics: Diagnostics;
}

/** @returns a member for each name that is free, sorted by it */
export function secondNamesOf(
  sdk: Omit<Sdk, "secondNames" | "webhookMethods">,
  { wanted, reserved, diagnostics }: SecondNamesContext,
): readonly SecondName[] {
  if (wanted.size === 0) return [];
  const places = placesOf(sdk);
  const { isFreeMember } = exportedNames({ ...sdk, secondNames: [] }, reserved);
  const found = new Map<string, SecondName>();
  for (const [key, names] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const text of names) {
      const to = places.get(key);
      if (!to) continue;
      const name = pathOf(text, to);
      const whole = name.join(".");
      if (whole === to.join(".")) continue;
      // A method is no resource too.
      const isInside = name
        .slice(1)
        .every((_, index) => !isMethod(name.slice(0, index + 1), places));
      if (isInside && isFreeMember(name) && !found.has(whole))
        found.set(whole, { kind: "method", name, to });
      else
        diagnostics.report("override-taken", {
          option: "methods",
          wanted: whole,
          what: key,
          name: to.join("."),
        });
    }
  return [...found.values()].sort((a, b) =>
    a.name.join(".") < b.name.join(".") ? -1 : 1,
  );
}

const isMethod = (
  path: readonly Name[],
  places: ReadonlyMap<string, readonly Name[]>,
): boolean =>
  [...places.values()].some((place) => place.join(".") === path.join("."));

/** A name without a resource is one of the resource that the operation is in. */
const pathOf = (text: string, to: readonly Name[]): readonly Name[] =>
  text.includes(".")
    ? memberPath(text)
    : [...to.slice(0, -1), ...memberPath(text)];

/** Where the client has a method that the config names: `webhooks.unwrap`. */
export const memberPath = (text: string): readonly Name[] => {
  const parts = text.split(".");
  return [
    ...resourceOf(parts).map((part) => asName(camelCase(part) || part)),
    asName(parts.at(-1) ?? ""),
  ];
};

/** Where each operation is a method, by `GET /path`. */
function placesOf(
  sdk: Pick<Sdk, "operations" | "resources">,
): ReadonlyMap<string, readonly Name[]> {
  const places = new Map<string, readonly Name[]>();
  const add = (
    { operations }: Pick<Sdk, "operations">,
    path: readonly Name[],
  ): void => {
    for (const { method, path: route, methodName } of operations)
      places.set(`${method} ${route}`, [...path, methodName]);
  };
  const visit = (list: readonly Resource[], path: readonly Name[]): void => {
    for (const resource of list) {
      const own = [...path, resource.property];
      add(resource, own);
      visit(resource.children, own);
    }
  };
  add(sdk, []);
  visit(sdk.resources, []);
  return places;
}
