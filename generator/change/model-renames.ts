/**
 * Models that have a new name: the old name is gone, and exactly one new one has the same structure.
 *
 * Names inside count as equal where they are renamed too, so all are solved together: models are told
 * apart by their structure again and again, with the classes of the last round in place of names, until
 * no round tells more of them apart (partition refinement).
 */
import { printShape } from "../surface/print-shape.js";
import type { Surface } from "../surface/surface.js";

/** @returns the new names by the old ones */
export const findModelRenames = (
  old: Surface,
  now: Surface,
): ReadonlyMap<string, string> => {
  const gone = [...old.models].filter(([name]) => !now.models.has(name));
  const come = [...now.models].filter(([name]) => !old.models.has(name));
  if (gone.length === 0 || come.length === 0) return new Map();
  const candidates = [
    ...gone.map(([name, { type }]) => ({ key: `old ${name}`, name, type })),
    ...come.map(([name, { type }]) => ({ key: `new ${name}`, name, type })),
  ];
  let classes = new Map(candidates.map(({ key }) => [key, "?"]));
  let count = 0;
  for (;;) {
    const numbers = new Map<string, string>();
    const next = new Map<string, string>();
    for (const { key, type } of candidates) {
      const side = key.slice(0, 4);
      const text = printShape(type, (name) => classes.get(side + name) ?? name);
      const number = numbers.get(text) ?? `?${String(numbers.size)}`;
      numbers.set(text, number);
      next.set(key, number);
    }
    classes = next;
    if (numbers.size === count) break;
    count = numbers.size;
  }
  const of = (
    list: typeof gone,
    side: string,
  ): ReadonlyMap<string, string[]> => {
    const byClass = new Map<string, string[]>();
    for (const [name] of list) {
      const one = classes.get(side + name) ?? "";
      byClass.set(one, [...(byClass.get(one) ?? []), name]);
    }
    return byClass;
  };
  const after = of(come, "new ");
  return new Map(
    [...of(gone, "old ")].flatMap(([one, names]) => {
      const [name, ...others] = names;
      const [to, ...more] = after.get(one) ?? [];
      return name !== undefined &&
        to !== undefined &&
        others.length + more.length === 0
        ? [[name, to] as const]
        : [];
    }),
  );
};
