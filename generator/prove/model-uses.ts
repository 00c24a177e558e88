/**
 * How a caller uses a model by its exported name: it makes values of what is sent, and reads all of
 * what it gets.
 */
import { isIdentifier } from "../sdk/identifiers.js";
import { Reach } from "../change/reach.js";
import type { Surface, SurfaceModel } from "../surface/surface.js";
import { typeText } from "./caller-types.js";
import { given, valueText } from "./caller-values.js";
import { readStatements } from "./read-statements.js";
import type { Use } from "./use.js";

export const modelUses = (surface: Surface): readonly Use[] => {
  const reach = new Reach(surface);
  return [...surface.models]
    .filter(([name]) => isIdentifier(name))
    .flatMap(([name, model]) => {
      const position = reach.positionOf(name);
      const uses = [
        ...(position === "output" ? [] : [sentUse(name, model)]),
        ...(position === "input" ? [] : [receivedUse(name, model, surface)]),
      ];
      return [
        // What no operation uses is made of models that may be used in one direction alone.
        ...(position === undefined ? uses.map(withoutDirection) : uses),
        ...memberUses(name, model),
      ];
    });
};

const withoutDirection = ({ where, subject, statements }: Use): Use => ({
  where,
  subject,
  statements,
});

const sentUse = (name: string, { type }: SurfaceModel): Use => {
  const variants = type.kind === "union" ? type.members : [type];
  const texts = [
    ...variants.flatMap((variant) => [
      valueText(variant, { extent: "whole" }),
      valueText(variant, { extent: "least" }),
    ]),
    given({ kind: "model", name }),
  ];
  return {
    where: name,
    direction: "input",
    subject: { kind: "model", name },
    statements: [...new Set(texts)].map(
      (text) => `take<sdk.${name}>(${text});`,
    ),
  };
};

const receivedUse = (
  name: string,
  { type }: SurfaceModel,
  { models }: Surface,
): Use => ({
  where: name,
  direction: "output",
  subject: { kind: "model", name },
  statements: [
    `take<${typeText({ kind: "model", name }, "Received")}>(given<sdk.${name}>());`,
    ...readStatements(type, { value: `given<sdk.${name}>()`, models }),
  ],
});

const memberUses = (name: string, { members }: SurfaceModel): readonly Use[] =>
  [...(members ?? [])]
    .filter(([member]) => isIdentifier(member))
    .map(([member, value]) => ({
      where: `${name}.${member}`,
      subject: { kind: "model", name },
      statements: [`take<${JSON.stringify(value)}>(sdk.${name}.${member});`],
    }));
