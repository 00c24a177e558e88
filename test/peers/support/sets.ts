/**
 * The libraries that packages with outputs are used with: the oldest ones that these claim, and the newest.
 * The oldest versions are read from what the outputs claim.
 */
import { otelPeer } from "../../../generator/outputs/otel/otel.js";
import { adapters } from "../../../generator/outputs/queries/adapters.js";

export interface PeerSet {
  readonly name: string;
  /** Versions by the names that programs import. */
  readonly packages: Readonly<Record<string, string>>;
  /** A package with the Node.js that libraries need, where this one is too old. */
  readonly node?: string;
}

interface Claim {
  readonly name: string;
  readonly range: string;
}

/** `^5.62.0` begins at 5.62.0. */
const oldestOf = ({ name, range }: Claim): readonly [string, string] => {
  const [, version] = /^(?:\^|>=)(\d+\.\d+\.\d+)$/.exec(range) ?? [];
  if (version === undefined)
    throw new Error(`where does ${range} of ${name} begin?`);
  return [name, version];
};

const claims = [
  otelPeer,
  ...Object.values(adapters).flatMap(({ peer, types }) => [
    ...(peer ? [peer] : []),
    ...(types ? [types] : []),
  ]),
];

const nodeTypes = { "@types/node": "20.19.43" };

export const oldest: PeerSet = {
  name: "oldest",
  packages: {
    ...nodeTypes,
    ...Object.fromEntries(claims.map(oldestOf)),
    // The oldest that those have as peers, and those of the outputs that have no peer.
    ...{ react: "18.0.0", "react-dom": "18.0.0", "@types/react-dom": "18.0.0" },
    ...{ "solid-js": "1.6.0", svelte: "5.25.0" },
    ...{ swr: "2.0.0", msw: "2.0.0" },
    ...{ seroval: "1.0.0", devalue: "5.0.0" },
    "sdk-trace": "npm:@opentelemetry/sdk-trace-base@1.30.1",
    "sdk-metrics": "npm:@opentelemetry/sdk-metrics@1.30.1",
  },
};

const node22 = `node-${process.platform}-${process.arch}`;

export const newest: PeerSet = {
  name: "newest",
  packages: {
    [node22]: "22.23.5",
    ...nodeTypes,
    "@tanstack/query-core": "5.108.4",
    "@tanstack/react-query": "5.108.4",
    "@tanstack/solid-query": "5.104.5",
    "@tanstack/svelte-query": "6.3.6",
    "@tanstack/vue-query": "5.104.0",
    ...{ react: "19.3.1", "react-dom": "19.3.1" },
    ...{ "@types/react": "19.3.3", "@types/react-dom": "19.3.0" },
    "react-server-dom-webpack": "19.3.1",
    ...{ vue: "3.5.45", "solid-js": "1.9.20", svelte: "5.57.3" },
    ...{ swr: "2.5.1", msw: "3.0.5" },
    ...{ seroval: "1.8.2", devalue: "6.0.3" },
    "@opentelemetry/api": "1.10.0",
    "sdk-trace": "npm:@opentelemetry/sdk-trace@3.1.1",
    "sdk-metrics": "npm:@opentelemetry/sdk-metrics@3.1.1",
  },
  node: node22,
};

/** Flight is of React 19. */
export const react190: PeerSet = {
  name: "react-19.0",
  packages: {
    ...{ react: "19.0.0", "react-dom": "19.0.0" },
    "react-server-dom-webpack": "19.0.0",
    "@tanstack/query-core": "5.62.0",
  },
};

export const msw2: PeerSet = { name: "msw-2", packages: { msw: "2.15.0" } };

/** Beside the versions that are installed with this repository. */
export const typescript56: PeerSet = {
  name: "typescript-5.6",
  packages: { typescript: "5.6.3" },
};

export const peerSets = [oldest, newest, react190, msw2, typescript56] as const;
