/** What the specification shows its styles with: the schemas, and the values as code. */

export const styles = "OpenAPI 3.1.1, 4.8.12.4 Style Examples";

export const string = { type: "string" };
export const array = { type: "array", items: string };
export const object = {
  type: "object",
  properties: {
    R: { type: "integer" },
    G: { type: "integer" },
    B: { type: "integer" },
  },
};

export const colors = `["blue", "black", "brown"]`;
export const rgb = `{ R: 100, G: 200, B: 150 }`;
