/**
 * Names of a document in the casings of TypeScript.
 */
import { isIdentifier } from "../../../generator/sdk/identifiers.js";
import { describe, expect, it } from "vitest";
import {
  camelCase,
  constantCase,
  environmentName,
  kebabCase,
  pascalCase,
  singular,
  splitWords,
  spellingKey,
} from "../../../generator/model/names/casing.js";
import { nastyStrings, randomStrings } from "../../support/nasty-strings.js";

describe("splitWords", () => {
  it.each([
    ["api_keys", ["api", "keys"]],
    ["API Keys", ["API", "Keys"]],
    ["apiKeys", ["api", "Keys"]],
    ["APIKeys", ["API", "Keys"]],
    ["getHTTPResponse", ["get", "HTTP", "Response"]],
    ["SCREAMING_CASE", ["screaming", "case"]],
    ["error.BAD_REQUEST", ["error", "bad", "request"]],
    ["SHOUT", ["SHOUT"]],
    ["getURLs", ["get", "URLs"]],
    ["APIsAndIDs", ["APIs", "And", "IDs"]],
    ["OAuthToken", ["OAuth", "Token"]],
    ["listOAuth2Clients", ["list", "OAuth2", "Clients"]],
    ["IPv4Address", ["IPv4", "Address"]],
    ["oauth2Token", ["oauth2", "Token"]],
    ["v1.2", ["v1", "2"]],
    ["a.b/c-d e", ["a", "b", "c", "d", "e"]],
    ["питомцыИКоты", ["питомцы", "И", "Коты"]],
    ["猫 犬", ["猫", "犬"]],
    ["e\u0301tat", ["état"]],
    ["a\u200db", ["a", "b"]],
    ["\u{20bb7}野家", ["\u{20bb7}野家"]],
    // Of Unicode 16, which TypeScript 5.9 does not know: it would not read these in a name.
    ["\u{13460} pets", ["pets"]],
    ["a\ua7cbb", ["a", "b"]],
    ["", []],
    ["!!!", []],
  ])("%j", (name, want) => {
    expect(splitWords(name)).toEqual(want);
  });
});

describe("camelCase and pascalCase", () => {
  it.each([
    ["api_keys", "apiKeys", "ApiKeys"],
    ["API Keys", "apiKeys", "APIKeys"],
    ["APIKey", "apiKey", "APIKey"],
    ["ID", "id", "ID"],
    ["URLs", "urls", "URLs"],
    ["OAuth clients", "oauthClients", "OAuthClients"],
    ["IPv6", "ipv6", "IPv6"],
    ["SCREAMING_CASE", "screamingCase", "ScreamingCase"],
    ["error.BAD_REQUEST", "errorBadRequest", "ErrorBadRequest"],
    ["List<Pet>", "listPet", "ListPet"],
    ["2fa", "_2fa", "_2fa"],
    ["v1.2.3", "v1_2_3", "V1_2_3"],
    ["__proto__", "proto", "Proto"],
    ["$filter", "filter", "Filter"],
    ["猫", "猫", "猫"],
    ["ßtraße", "ßtraße", "SStraße"],
    ["!!!", "", ""],
  ])("%s is %s and %s", (name, camel, pascal) => {
    expect([camelCase(name), pascalCase(name)]).toEqual([camel, pascal]);
  });

  it("give an identifier or nothing", () => {
    const wrong = [...nastyStrings, ...randomStrings(2000)].filter((name) =>
      [camelCase(name), pascalCase(name)].some(
        (result) => result !== "" && !isIdentifier(result),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("other casings", () => {
  it.each([
    ["API Keys", "api-keys"],
    ["subAccountAPIKeys", "sub-account-api-keys"],
    ["Питомцы", "питомцы"],
    ["../x", "x"],
  ])("kebabCase(%j) is %s", (name, want) => {
    expect(kebabCase(name)).toBe(want);
  });

  it.each([
    ["OpenRouter", "OPENROUTER"],
    ["AhaSend v2", "AHASEND_V2"],
    ["Müller & Söhne", "MULLER_SOHNE"],
    ["猫", ""],
  ])("constantCase(%j) is %s", (name, want) => {
    expect(constantCase(name)).toBe(want);
  });

  it("environmentName sets words apart", () => {
    expect(environmentName("accountId")).toBe("ACCOUNT_ID");
    expect(environmentName("apiKey")).toBe("API_KEY");
  });
});

describe("one thing in several spellings", () => {
  it.each([
    ["keys", "key"],
    ["companies", "company"],
    ["boxes", "box"],
    ["addresses", "address"],
    ["batches", "batch"],
    ["status", "status"],
    ["statuses", "status"],
    ["emojis", "emoji"],
    ["analysis", "analysis"],
    ["access", "access"],
    ["news", "new"],
    ["s", "s"],
    ["series", "sery"],
  ])("singular(%s) is %s, as far as comparing needs", (word, want) => {
    expect(singular(word)).toBe(want);
  });

  it("have one stem", () => {
    const spellings = ["API Keys", "api-keys", "apiKey", "ApiKeys", "API_KEY"];
    expect(new Set(spellings.map(spellingKey))).toEqual(new Set(["apikey"]));
  });
});
