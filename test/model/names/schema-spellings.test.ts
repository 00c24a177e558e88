/** What types are called whose names in the document were only counted, or made of an operation. */
import { describe, expect, it } from "vitest";
import { isOnlyCounted } from "../../../generator/model/names/schema-spellings.js";
import { sdkOf } from "../../support/pipeline.js";

const titled = (title?: string) => ({
  ...{ type: "object", properties: { id: { type: "string" } } },
  ...(title !== undefined && { title }),
});

const typesOf = (
  schemas: Readonly<Record<string, object>>,
  names: ReadonlyMap<string, string> = new Map(),
) => sdkOf({ components: { schemas } }, { names });

describe("a schema that was only counted", () => {
  it.each(["def-0", "def-12", "__schema3", "schema-2", "Schema_1", "7"])(
    "is %s",
    (name) => {
      expect(isOnlyCounted(name)).toBe(true);
    },
  );

  it.each(["Item", "Item2", "v1", "def", "schema-a", "ipv4", "def-0-x"])(
    "is not %s",
    (name) => {
      expect(isOnlyCounted(name)).toBe(false);
    },
  );

  it("is called by its title", async () => {
    const { names } = await typesOf({
      "def-0": titled("Item"),
      "def-1": titled("item input"),
      "def-2": titled(),
    });
    expect(Object.fromEntries(names)).toMatchObject({
      "schema Item": "Item",
      "schema item input": "ItemInput",
      "schema def-2": "Def2",
    });
  });

  it.each([
    ["two of them have one", { "def-0": "Item", "def-1": "Item" }],
    ["it is a sentence", { "def-0": "What a shop has in its window" }],
    ["it has no letter", { "def-0": "…" }],
  ])("keeps its number where %s", async (_, titles) => {
    const { names } = await typesOf(
      Object.fromEntries(
        Object.entries(titles).map(([name, title]) => [name, titled(title)]),
      ),
    );
    expect(names.get("schema def-0")).toBe("Def0");
  });

  it("leaves its title to the schema that has that name", async () => {
    const { names } = await typesOf({
      "def-0": titled("Item"),
      Item: titled(),
    });
    expect(names.get("schema Item")).toBe("Item");
    expect(names.get("schema def-0")).toBe("Def0");
  });

  it("stays what it is when the count changes", async () => {
    const before = await typesOf({ "def-0": titled("Item") });
    const { names } = await typesOf(
      { "def-0": titled("Account"), "def-1": titled("Item") },
      before.names,
    );
    expect(names.get("schema Item")).toBe("Item");
    expect(names.get("schema Account")).toBe("Account");
  });
});

describe("a schema that is called after its package", () => {
  it.each([
    ["models.User", "User"],
    ["api_v1_User", "User"],
    ["crate::models::User", "User"],
    ["github_com_acme_api.User", "User"],
    ["github.com/acme/api.User", "User"],
    ["com.acme.orders.dto.OrderDto", "OrderDto"],
    ["io.k8s.api.core.v1.Pod", "Pod"],
    // What the API is about is no package.
    ["terminal.reader", "TerminalReader"],
    ["Acme.Billing.Invoice", "AcmeBillingInvoice"],
    ["models_user", "ModelsUser"],
  ])("%s is %s", async (name, type) => {
    const { names } = await typesOf({ [name]: titled() });
    expect(names.get(`schema ${name}`)).toBe(type);
  });

  it("keeps the package where two of them have the name", async () => {
    const { names } = await typesOf({
      "v1.User": titled(),
      "v2.User": titled(),
      "models.Order": titled(),
      Order: titled(),
    });
    expect(names.get("schema v1.User")).toBe("V1User");
    expect(names.get("schema v2.User")).toBe("V2User");
    expect(names.get("schema models.Order")).toBe("ModelsOrder");
    expect(names.get("schema Order")).toBe("Order");
  });

  it("keeps the name that the lock has", async () => {
    const { names } = await typesOf(
      { "models.User": titled() },
      new Map([["schema models.User", "ModelsUser"]]),
    );
    expect(names.get("schema models.User")).toBe("ModelsUser");
  });
});
