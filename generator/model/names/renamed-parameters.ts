/**
 * Keeps the names of an operation whose path only calls its parameters otherwise: `/pets/{petId}` and
 * `/pets/{id}` are one place, and callers do not write these names.
 */
import { readPlacement } from "./locked-placements.js";

type Names = ReadonlyMap<string, string>;

/** The kinds of facts that the lock has by operation. */
const kinds =
  /^((?:collision )?(?:operation|method|place|params|errors|said|duplicate|options|body|argument|result)) ([A-Za-z]+ \/\S*)(| .*)$/s;

/**
 * @param today the keys of the operations: `GET /pets/{id}`
 * @returns the names under these keys, where exactly one path of the last run became one of today
 */
export function pathsRenamed(today: readonly string[], earlier: Names): Names {
  const keys = new Set(today);
  const gone = byTemplate(
    [...earlier.keys()]
      .flatMap((id) => (id.startsWith("operation ") ? [id.slice(10)] : []))
      .filter((key) => !keys.has(key)),
  );
  const come = byTemplate(
    [...keys].filter((key) => !earlier.has(`operation ${key}`)),
  );
  const moved = new Map(
    [...come].flatMap(([template, [now, ...more]]) => {
      const [before, ...others] = gone.get(template) ?? [];
      return now !== undefined &&
        before !== undefined &&
        more.length + others.length === 0
        ? [[before, now] as const]
        : [];
    }),
  );
  if (moved.size === 0) return earlier;
  return new Map(
    [...earlier].map(([id, name]) => {
      const [, kind = "", key = "", rest = ""] = kinds.exec(id) ?? [];
      const now = moved.get(key);
      if (now === undefined) return [id, name];
      return [
        `${kind} ${now}${rest}`,
        kind === "place" ? renamedPositional(name, key, now) : name,
      ];
    }),
  );
}

const parameter = /\{([^{}]*)\}/g;

const byTemplate = (
  keys: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const templates = new Map<string, string[]>();
  for (const key of keys) {
    const template = key.replace(parameter, "{}");
    templates.set(template, [...(templates.get(template) ?? []), key]);
  }
  return templates;
};

function renamedPositional(place: string, before: string, now: string): string {
  const placement = readPlacement(place);
  const [old, own] = [before, now].map((key) =>
    [...key.matchAll(parameter)].map(([, name = ""]) => name),
  );
  const index = old?.indexOf(placement?.positional ?? "") ?? -1;
  return placement === undefined || index < 0
    ? place
    : JSON.stringify({ group: placement.group, positional: own?.[index] });
}
