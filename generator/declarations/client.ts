/**
 * What the client of a package is given: credentials, servers, parameters of all paths.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type {
  SurfaceClient,
  SurfaceCredential,
  SurfaceParameter,
} from "../surface/surface.js";
import { typescript } from "../write/typescript.js";
import { literalsIn, referenceName } from "./written-types.js";
import { commentOf, tagOf } from "./comments.js";
import { overloadsOf, type DeclaredClient } from "./methods.js";
import { resolved } from "./model-names.js";
import type { OpenDeclarations } from "./open-declarations.js";

/** A package of another generator has options that are not understood: they are unknown. */
export const readClient = (
  { checker, entry }: OpenDeclarations,
  client: DeclaredClient | undefined,
): SurfaceClient => {
  const exported = checker.getExportsOfModule(entry);
  const symbolOf = (name: string): ts.Symbol | undefined => {
    const found = exported.find((one) => one.name === name);
    return found && resolved(found, checker);
  };
  const className = client?.symbol.name ?? "";
  const create = symbolOf("createClient");
  const [signature] = create ? overloadsOf(create, checker) : [];
  const core = signature?.type && referenceName(signature.type);
  const taken = signature?.parameters[0]?.type;
  const options = symbolOf(`${core ?? ""}Options`);
  const common = {
    className,
    coreName: core ?? "",
    errorName:
      exported.find(({ name }) => name === `${className}Error`)?.name ?? "",
  };
  if (!options || !taken)
    return {
      ...common,
      serverVariables: new Map(),
      credentials: new Map(),
      security: [],
      parameters: new Map(),
      unknown: new Set([
        ...(["names", "credentials", "security", "server"] as const),
        "environment",
      ]),
    };
  const own = ownOptions(options);
  const baseURL = own.find(({ name }) => name.getText() === "baseURL");
  const schemes = own.filter(isCredential);
  const parameters = own.filter(
    (one) => !schemes.includes(one) && !otherOptions.has(one.name.getText()),
  );
  const environment = variablesOf(client?.symbol, checker);
  // The last one is that of the server.
  const isListed =
    environment.length === schemes.length + parameters.length + 1;
  const variableOf = (option: ts.PropertySignature): string =>
    (isListed && environment[[...schemes, ...parameters].indexOf(option)]) ||
    "";
  return {
    ...common,
    ...(!baseURL && { baseURL: "" }),
    serverVariables: serverVariables(own, checker),
    ...serversOf(own),
    credentials: sortedMap(
      schemes.map((option) => [
        option.name.getText(),
        { environment: variableOf(option), ...credentialOf(option, checker) },
      ]),
    ),
    security: securityOf(taken, schemes, checker),
    parameters: sortedMap(
      parameters.map((option) => [
        option.name.getText(),
        { environment: variableOf(option), ...parameterType(option) },
      ]),
    ),
    unknown: new Set([
      ...(["server", "security"] as const),
      ...(isListed ? [] : ["environment" as const]),
    ]),
  };
};

/** Options that are neither credentials nor parameters of paths. */
const otherOptions = new Set([
  "baseURL",
  "server",
  "serverVariables",
  "dangerouslyAllowBrowser",
]);

/** Those that only this client has: what all clients have is inherited. */
const ownOptions = ({
  declarations = [],
}: ts.Symbol): readonly ts.PropertySignature[] =>
  declarations
    .filter(typescript.isInterfaceDeclaration)
    .flatMap(({ members }) => members.filter(typescript.isPropertySignature));

const credentialTypes = new Set([
  "Credential",
  "BasicCredential",
  "TokenSource",
]);

const typeNames = (node: ts.TypeNode | undefined): readonly string[] => {
  if (!node) return [];
  if (typescript.isUnionTypeNode(node)) return node.types.flatMap(typeNames);
  return [referenceName(node) ?? ""];
};

const isCredential = ({ type }: ts.PropertySignature): boolean =>
  typeNames(type).some((name) => credentialTypes.has(name));

/** Of a text it is not said. */
const parameterType = ({
  type,
}: ts.PropertySignature): Pick<SurfaceParameter, "type"> => {
  const [, name] = /\b(number|boolean)\b/.exec(type?.getText() ?? "") ?? [];
  return name === undefined ? {} : { type: name as "number" | "boolean" };
};

/** What its comment says of how it is sent. */
const credentialOf = (
  { name, type }: ts.PropertySignature,
  checker: ts.TypeChecker,
): Omit<SurfaceCredential, "environment"> => {
  const symbol = checker.getSymbolAtLocation(name);
  const comment = symbol ? commentOf(symbol, checker) : "";
  const [, location = "", key = ""] =
    /^Sent as the (header|query parameter|cookie) `([^`]+)`/.exec(comment) ??
    [];
  if (typeNames(type).includes("BasicCredential"))
    return { kind: "basic", sent: "header Authorization" };
  if (location !== "")
    return { kind: "apiKey", sent: `${location.split(" ")[0] ?? ""} ${key}` };
  if (comment.startsWith("Sent as a bearer token"))
    return {
      kind: "bearer",
      sent: "header Authorization",
      ...(typeNames(type).includes("TokenSource") && {
        tokenURL: type?.getText().includes('"tokenURL"') ? "known" : "passed",
      }),
    };
  const [, scheme] =
    /^Credentials of the HTTP scheme `([^`]+)`/.exec(comment) ?? [];
  return scheme === undefined
    ? { kind: "", sent: "" }
    : { kind: "http", sent: `header Authorization ${scheme}` };
};

/** What the option `server` takes; which URL each name stands for is not known. */
const serversOf = (
  own: readonly ts.PropertySignature[],
): Pick<SurfaceClient, "servers"> => {
  const option = own.find(({ name }) => name.getText() === "server");
  const names = option?.type ? literalsIn(option.type) : [];
  return names.length > 0
    ? { servers: sortedMap(names.map((name) => [name, ""])) }
    : {};
};

const serverVariables = (
  own: readonly ts.PropertySignature[],
  checker: ts.TypeChecker,
): SurfaceClient["serverVariables"] => {
  const option = own.find(({ name }) => name.getText() === "serverVariables");
  const members = (node: ts.TypeNode | undefined): readonly ts.TypeElement[] =>
    !node
      ? []
      : typescript.isUnionTypeNode(node)
        ? node.types.flatMap(members)
        : typescript.isTypeLiteralNode(node)
          ? node.members
          : [];
  return sortedMap(
    members(option?.type)
      .filter(typescript.isPropertySignature)
      .flatMap(({ name, type }) => {
        const symbol = checker.getSymbolAtLocation(name);
        if (!symbol || !type) return [];
        const standard = tagOf(symbol, "default", checker) ?? "";
        const values = [...literalsIn(type)].sort();
        return [
          [symbol.name, { default: unquoted(standard), values }] as const,
        ];
      }),
  );
};

const unquoted = (text: string): string => text.replace(/^"(.*)"$/s, "$1");

/** The sets that have to be passed together; where none has to be, each may be. */
const securityOf = (
  taken: ts.TypeNode,
  schemes: readonly ts.PropertySignature[],
  checker: ts.TypeChecker,
): readonly (readonly string[])[] => {
  const names = new Set(schemes.map(({ name }) => name.getText()));
  const required = schemes
    .filter(({ questionToken }) => !questionToken)
    .map(({ name }) => name.getText());
  const sets = alternativesIn(taken, checker).flatMap((type) => {
    const set = checker
      .getPropertiesOfType(type)
      .filter(({ flags }) => !(flags & typescript.SymbolFlags.Optional))
      .map(({ name }) => name);
    // `headers` stand in for any credential.
    return set.includes("headers") ? [] : [set.filter((one) => names.has(one))];
  });
  if (sets.length > 0) return sets;
  if (required.length > 0) return [required];
  return names.size === 0 ? [] : [...[...names].map((name) => [name]), []];
};

/** The members of the union beside the options: `DemoOptions & DemoCredentials`. */
const alternativesIn = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): readonly ts.Type[] =>
  typescript.isIntersectionTypeNode(node)
    ? node.types
        .map((one) => checker.getTypeFromTypeNode(one))
        .flatMap((type) => (type.isUnion() ? type.types : []))
    : [];

/** `Options that are left out are read from the environment: …` */
const variablesOf = (
  client: ts.Symbol | undefined,
  checker: ts.TypeChecker,
): readonly string[] => {
  const comment = client ? commentOf(client, checker) : "";
  const [line = ""] =
    /^Options that are left out are read from the environment: .*$/m.exec(
      comment,
    ) ?? [];
  return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
};
