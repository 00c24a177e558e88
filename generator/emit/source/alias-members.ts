/**
 * Methods and resources under their old paths in the client, methods under further ones, and those of
 * webhooks: a method that calls what the new one calls, a getter of a resource that moved. What has its
 * place in a resource that is not there stands in an object of methods.
 */
import type {
  Alias,
  Name,
  Resource,
  Sdk,
  SecondName,
  WebhookMethod,
} from "../../sdk/sdk.js";
import {
  code,
  doc,
  docs,
  ident,
  join,
  lit,
  type Code,
  type Remark,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import type { ClassStructure, MethodStructure } from "../structures.js";
import { deprecatedAlias } from "./aliases.js";
import { classPath } from "./client.js";
import {
  webhookFunction,
  webhookMethod,
  webhookRemarks,
} from "./webhook-methods.js";
import { operationMethod } from "./operation-method.js";
import { signatureTypeNames } from "./params-types.js";
import { renderOperation } from "./operations.js";
import {
  operationsOf,
  resourceModulePath,
  type LocatedOperation,
} from "./tree.js";

type Getter = NonNullable<ClassStructure["getAccessors"]>[number];

export interface AliasMembers {
  readonly methods: readonly MethodStructure[];
  readonly getAccessors: readonly Getter[];
}

/** The class that is to have the members. */
export interface AliasOwner {
  readonly sdk: Sdk;
  readonly module: Module;
  /** Its resource; empty for the client. */
  readonly path: readonly Name[];
  /** The client in its methods. */
  readonly client: Code;
}

export function aliasMembers(owner: AliasOwner): AliasMembers {
  const { sdk, path } = owner;
  const own = membersOf(sdk).filter(
    ({ kind, name }) =>
      (kind === "method" || kind === "resource" || kind === "webhook") &&
      samePath(placeOf(name, sdk), path),
  );
  const depth = path.length + 1;
  const direct = own.filter(({ name }) => name.length === depth);
  const inside = new Map<Name, Member[]>();
  for (const alias of own) {
    const next = alias.name[path.length];
    if (alias.name.length > depth && next !== undefined)
      inside.set(next, [...(inside.get(next) ?? []), alias]);
  }
  return {
    methods: direct.flatMap((member) =>
      member.kind === "webhook"
        ? [webhookMethod(member, owner)]
        : member.kind === "method"
          ? methodAlias(member, owner)
          : [],
    ),
    getAccessors: [
      ...direct.flatMap((alias) =>
        alias.kind === "resource" ? resourceAlias(alias, owner) : [],
      ),
      ...[...inside].map(([name, aliases]): Getter => {
        const node = nodeOf(aliases, depth, owner);
        return {
          name: ident(name),
          returnType: node.type,
          statements: code`return ${node.value};`,
        };
      }),
    ],
  };
}

/** What the tree has besides operations: an old name, a further one, or a method of webhooks. */
type Member = OtherName | WebhookMethod;

type OtherName = Alias | SecondName;

const membersOf = ({
  aliases,
  secondNames,
  webhookMethods,
}: Sdk): readonly Member[] => [...aliases, ...secondNames, ...webhookMethods];

/** The resources that are still there of a path. */
function placeOf(name: readonly Name[], { resources }: Sdk): readonly Name[] {
  const place: Name[] = [];
  let list = resources;
  for (const part of name.slice(0, -1)) {
    const next = list.find(({ property }) => property === part);
    if (!next) break;
    place.push(part);
    list = next.children;
  }
  return place;
}

const samePath = (a: readonly Name[], b: readonly Name[]): boolean =>
  a.join(".") === b.join(".");

const targetOf = (
  sdk: Sdk,
  to: readonly Name[],
): LocatedOperation | undefined =>
  [...operationsOf(sdk)].find(({ operation, path }) =>
    samePath([...path, operation.methodName], to),
  );

const calledNow = (alias: OtherName): readonly Remark[] => {
  const call = `\`client.${alias.to.join(".")}\``;
  return "since" in alias
    ? deprecatedAlias(alias, call)
    : [{ text: `The same as ${call}.` }];
};

function methodAlias(alias: OtherName, owner: AliasOwner): MethodStructure[] {
  const { sdk, module, client } = owner;
  const target = targetOf(sdk, alias.to);
  const name = alias.name.at(-1);
  if (!target || name === undefined) return [];
  const { operation, path } = target;
  const from = operationPath(sdk, path);
  for (const type of [
    ...signatureTypeNames(operation.params),
    operation.errors.name,
  ])
    module.import(ident(type), from, true);
  const about = docs(calledNow(alias));
  const method = operationMethod(
    renderOperation({ ...operation, methodName: name }, { path: [] }, owner),
    { client, name: module.import(ident(operation.functionName), from, false) },
  );
  return [
    {
      ...method,
      ...(method.docs && { docs: about }),
      ...(method.overloads && {
        overloads: method.overloads.map((overload) => ({
          ...overload,
          docs: about,
        })),
      }),
    },
  ];
}

/** The file of an operation's function. */
function operationPath(sdk: Sdk, [root]: readonly Name[]): string {
  const resource = sdk.resources.find(({ property }) => property === root);
  return resource ? resourceModulePath(resource) : modulePaths.operations;
}

function resourceAlias(alias: OtherName, owner: AliasOwner): Getter[] {
  const { sdk, module, path, client } = owner;
  const target = resourceAt(sdk.resources, alias.to);
  const name = alias.name.at(-1);
  if (!target || name === undefined) return [];
  const type = module.import(
    ident(target.className),
    operationPath(sdk, alias.to),
    path.length === 0,
  );
  const value =
    path.length === 0
      ? code`this.${join(alias.to.map(ident), ".")}`
      : code`new ${type}(${client})`;
  return [
    {
      docs: docs(calledNow(alias)),
      name: ident(name),
      returnType: type,
      statements: code`return ${value};`,
    },
  ];
}

const resourceAt = (
  list: readonly Resource[],
  [first, ...rest]: readonly Name[],
): Resource | undefined => {
  const found = list.find(({ property }) => property === first);
  return found && rest.length > 0 ? resourceAt(found.children, rest) : found;
};

/** An object with the members that a resource had which is gone. */
function nodeOf(
  aliases: readonly Member[],
  depth: number,
  owner: AliasOwner,
): { readonly type: Code; readonly value: Code } {
  const members = new Map<Name, Member[]>();
  for (const alias of aliases) {
    const next = alias.name[depth];
    if (next !== undefined)
      members.set(next, [...(members.get(next) ?? []), alias]);
  }
  const types: Code[] = [];
  const values: Code[] = [];
  for (const [name, inside] of members) {
    const [first] = inside;
    if (!first) continue;
    const isLeaf = first.name.length === depth + 1;
    const member = isLeaf
      ? leafOf(first, owner)
      : nodeOf(inside, depth + 1, owner);
    if (!member) continue;
    const about = isLeaf ? doc(remarksOfMember(first)) : code``;
    types.push(code`${about}readonly ${ident(name)}: ${member.type};\n`);
    values.push(code`${ident(name)}: ${member.value},\n`);
  }
  return {
    type: code`{\n${join(types, "")}}`,
    value: code`{\n${join(values, "")}}`,
  };
}

const remarksOfMember = (member: Member): readonly Remark[] =>
  member.kind === "webhook" ? webhookRemarks(member) : calledNow(member);

function leafOf(
  member: Member,
  owner: AliasOwner,
): { readonly type: Code; readonly value: Code } | undefined {
  return member.kind === "webhook"
    ? webhookFunction(member, owner)
    : aliasOf(member, owner);
}

function aliasOf(
  alias: OtherName,
  { sdk, module, client }: AliasOwner,
): { readonly type: Code; readonly value: Code } | undefined {
  if (alias.kind === "resource") {
    const resource = resourceAt(sdk.resources, alias.to);
    if (!resource) return undefined;
    const type = module.import(
      ident(resource.className),
      operationPath(sdk, alias.to),
      false,
    );
    return { type, value: code`new ${type}(${client})` };
  }
  const target = targetOf(sdk, alias.to);
  if (!target) return undefined;
  const { operation, path } = target;
  const owner = path.length === 0 ? undefined : resourceAt(sdk.resources, path);
  const from = operationPath(sdk, path);
  const className = owner
    ? module.import(ident(owner.className), from, true)
    : module.import(ident(sdk.client.className), classPath(sdk), true);
  const type = code`${className}[${lit(operation.methodName)}]`;
  const called = module.import(ident(operation.functionName), from, false);
  return {
    type,
    // The method's arguments are those of the function after the client.
    value: code`${called}.bind(undefined, ${client}) as unknown as ${type}`,
  };
}
