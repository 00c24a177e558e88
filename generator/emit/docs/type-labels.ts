/**
 * Types as the pages of the docs name them: short, on one line, with the models that they mention.
 */
import { assertNever, type Name, type Type } from "../../sdk/sdk.js";

interface Label {
  readonly text: string;
  /** The models in it, in their order. */
  readonly models: readonly Name[];
}

/** Longer unions end in an ellipsis. */
const mostMembers = 8;

export function typeLabel(root: Type): Label {
  const models: Name[] = [];
  const print = (type: Type, isElement = false): string => {
    switch (type.kind) {
      case "keyword":
        return type.keyword;
      case "literal":
        return JSON.stringify(type.value);
      case "model":
        models.push(type.name);
        return type.name;
      case "binary":
        return type.isResponse ? "Response" : "Blob";
      case "dateTime":
        return wrapped(type.input ? "string | Date" : "string", isElement);
      case "array":
        return `${print(type.item, true)}[]`;
      case "iterable":
        return wrapped(
          `Iterable<${print(type.item)}> | AsyncIterable<${print(type.item)}>`,
          isElement,
        );
      case "part":
        return `Part<${print(type.of)}>`;
      case "tuple": {
        const items = type.items.map((item) => print(item.type));
        return `[${[...items, ...(type.rest ? [`...${print(type.rest, true)}[]`] : [])].join(", ")}]`;
      }
      case "object":
        return type.properties.length === 0 && type.index
          ? `Record<string, ${print(type.index)}>`
          : "object";
      case "union": {
        const members = type.members
          .slice(0, mostMembers)
          .map((member) => print(member));
        const all = [...new Set(members)];
        if (type.members.length > mostMembers) all.push("…");
        return wrapped(all.length === 0 ? "never" : all.join(" | "), isElement);
      }
      case "intersection":
        return wrapped(
          [
            ...new Set(
              withoutEmpty(type.members).map((member) => print(member, true)),
            ),
          ].join(" & "),
          isElement,
        );
      case "withRequired":
        return print(type.of, isElement);
      case "element":
        return "object";
      default:
        return assertNever(type);
    }
  };
  return { text: print(root), models };
}

/** `string & {}`, the open end of an enum, reads as `string`. */
function withoutEmpty(members: readonly Type[]): readonly Type[] {
  const telling = members.filter(
    (member) =>
      member.kind !== "object" || member.properties.length > 0 || member.index,
  );
  return telling.length === 0 ? members : telling;
}

const wrapped = (text: string, isElement: boolean): string =>
  isElement && /[|&]/.test(text) ? `(${text})` : text;
