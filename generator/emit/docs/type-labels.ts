/**
 * Types as the pages of the docs name them: short, on one line, with the models that they mention.
 */
import { assertNever, type Name, type Type } from "../../sdk/sdk.js";

export interface Label {
  readonly text: string;
  /** The models in it, in their order. */
  readonly models: readonly Name[];
}

/** Longer unions end in an ellipsis. */
const mostMembers = 8;

export function labelOf(type: Type): Label {
  const models: Name[] = [];
  const print = (one: Type, isElement = false): string => {
    switch (one.kind) {
      case "keyword":
        return one.keyword;
      case "literal":
        return JSON.stringify(one.value);
      case "model":
        models.push(one.name);
        return one.name;
      case "binary":
        return "Blob";
      case "dateTime":
        return wrapped(one.input ? "string | Date" : "string", isElement);
      case "array":
        return `${print(one.item, true)}[]`;
      case "tuple": {
        const items = one.items.map((item) => print(item.type));
        return `[${[...items, ...(one.rest ? [`...${print(one.rest, true)}[]`] : [])].join(", ")}]`;
      }
      case "object":
        return one.properties.length === 0 && one.index
          ? `Record<string, ${print(one.index)}>`
          : "object";
      case "union": {
        const members = one.members
          .slice(0, mostMembers)
          .map((member) => print(member));
        const all = [...new Set(members)];
        if (one.members.length > mostMembers) all.push("…");
        return wrapped(all.length === 0 ? "never" : all.join(" | "), isElement);
      }
      case "intersection":
        return wrapped(
          [...new Set(one.members.map((member) => print(member, true)))].join(
            " & ",
          ),
          isElement,
        );
      case "withRequired":
        return print(one.of, isElement);
      case "element":
        return "object";
      default:
        return assertNever(one);
    }
  };
  return { text: print(type), models };
}

const wrapped = (text: string, isElement: boolean): string =>
  isElement && /[|&]/.test(text) ? `(${text})` : text;
