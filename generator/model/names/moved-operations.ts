/**
 * Keeps the names of an operation whose path only calls its parameters otherwise: `/pets/{petId}` and
 * `/pets/{id}` are one place, and callers do not write these names. And those of one that has the same
 * operationId at another place of the API: a path or a method is no name that a document asks for.
 */
import { operationIdIn } from "./asked-names.js";
import { readPlacement } from "./locked-placements.js";

type Names = ReadonlyMap<string, string>;

/** The kinds of facts that the lock has by operation. */
const kinds =
  /^((?:collision )?(?:operation|method|place|params|answer|errors|said|duplicate|options|body|argument|result)) ([A-Za-z]+ \/\S*)(| .*)$/s;

/**
 * @param today the operationIds of the operations by key, `GET /pets/{id}`
 * @returns the names under these keys, where exactly one operation of the last run became one of today
 */
export function operationsMoved(
  today: ReadonlyMap<string, string | undefined>,
  earlier: Names,
): Names {
  const before = [...earlier.keys()].flatMap((id) =>
    id.startsWith("operation ") ? [id.slice("operation ".length)] : [],
  );
  const gone = new Set(before.filter((key) => !today.has(key)));
  const come = new Set(
    [...today.keys()].filter((key) => !earlier.has(`operation ${key}`)),
  );
  if (gone.size === 0 || come.size === 0) return earlier;
  // An operationId that stays where it was is no sign of a move, so all of them are looked at.
  const withSameId = matched(
    before.map((key) => [operationIdIn(earlier, key), key]),
    [...today].map(([key, id]) => [id, key]),
  ).filter(([old, now]) => gone.has(old) && come.has(now));
  const onSamePath = matched(
    [...gone].map((key) => [templateOf(key), key]),
    [...come].map((key) => [templateOf(key), key]),
  );
  const moved = new Map([...withSameId, ...onSamePath]);
  return moved.size === 0 ? earlier : underNewKeys(earlier, moved);
}

type Signs = readonly (readonly [sign: string | undefined, key: string])[];

/** The keys that alone have a sign on their side. */
const matched = (
  before: Signs,
  now: Signs,
): readonly (readonly [before: string, now: string])[] => {
  const [old, today] = [keysBySign(before), keysBySign(now)];
  return [...old].flatMap(([sign, [key, ...others]]) => {
    const [next, ...more] = today.get(sign) ?? [];
    return key !== undefined &&
      next !== undefined &&
      others.length + more.length === 0
      ? [[key, next] as const]
      : [];
  });
};

const keysBySign = (signs: Signs): ReadonlyMap<string, readonly string[]> => {
  const keys = new Map<string, string[]>();
  for (const [sign, key] of signs)
    if (sign !== undefined) keys.set(sign, [...(keys.get(sign) ?? []), key]);
  return keys;
};

function underNewKeys(
  earlier: Names,
  moved: ReadonlyMap<string, string>,
): Names {
  // Several may have moved into each other's place, so what is under a new key goes last.
  const names = new Map<string, string>();
  const renamed: (readonly [string, string])[] = [];
  for (const [id, name] of earlier) {
    const [, kind = "", key = "", rest = ""] = kinds.exec(id) ?? [];
    const now = moved.get(key);
    if (now === undefined) names.set(id, name);
    else {
      const text = kind === "place" ? placeAt(name, key, now) : name;
      if (text !== undefined) renamed.push([`${kind} ${now}${rest}`, text]);
    }
  }
  return new Map([...names, ...renamed]);
}

const parameter = /\{([^{}]*)\}/g;

const templateOf = (key: string): string => key.replace(parameter, "{}");

/** Undefined where another path has other parameters, and nothing to put in their place. */
function placeAt(
  text: string,
  before: string,
  now: string,
): string | undefined {
  const placement = readPlacement(text);
  if (placement === undefined) return text;
  const { group, positional } = placement;
  const [old = [], own = []] = [before, now].map((key) =>
    [...key.matchAll(parameter)].map(([, name = ""]) => name),
  );
  if (templateOf(before) === templateOf(now)) {
    const index = old.indexOf(positional ?? "");
    return index < 0 ? text : JSON.stringify({ group, positional: own[index] });
  }
  const isFitting =
    positional === undefined ? own.length === 0 : own.includes(positional);
  return isFitting ? text : undefined;
}
