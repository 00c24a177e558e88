/**
 * The versions of everything that `init` writes: actions by commit, packages by version. Only here.
 */
export interface Pin {
  readonly commit: string;
  /** What the commit is called. */
  readonly version: string;
}

export const actions = {
  "actions/checkout": {
    commit: "3d3c42e5aac5ba805825da76410c181273ba90b1",
    version: "v7.0.1",
  },
  "actions/setup-node": {
    commit: "820762786026740c76f36085b0efc47a31fe5020",
    version: "v7.0.0",
  },
  "actions/upload-artifact": {
    commit: "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
    version: "v7.0.1",
  },
  "actions/download-artifact": {
    commit: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    version: "v8.0.1",
  },
  "actions/create-github-app-token": {
    commit: "bcd2ba49218906704ab6c1aa796996da409d3eb1",
    version: "v3.2.0",
  },
  "googleapis/release-please-action": {
    commit: "45996ed1f6d02564a971a2fa1b5860e934307cf7",
    version: "v5.0.0",
  },
  "changesets/action": {
    commit: "a45c4d594aa4e2c509dc14a9f2b3b67ba3780d0d",
    version: "v1.9.0",
  },
} as const satisfies Record<string, Pin>;

export type ActionName = keyof typeof actions;

/** `actions/checkout@3d3c…`; the printer adds the version as a comment. */
export const pinned = (name: ActionName): string =>
  `${name}@${actions[name].commit}`;

/** `v7.0.1` of `actions/checkout@3d3c…`, where that is what the table says. */
export const versionOf = (uses: string): string | undefined =>
  Object.entries<Pin>(actions).find(
    ([name, { commit }]) => uses === `${name}@${commit}`,
  )?.[1].version;

/** Major version of Node.js in workflows; its npm publishes without a token. */
export const nodeVersion = 24;

/** What the release tools need in the repository's `package.json`. */
export const releasePackages = {
  "release-please": {},
  changesets: { "@changesets/cli": "2.31.1" },
  "semantic-release": {
    "@semantic-release/changelog": "6.0.3",
    "@semantic-release/git": "10.0.1",
    "semantic-release": "24.2.9",
  },
  none: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** A line of a workflow whose action the table has in another version. */
const usesLine =
  /^([ \t]*(?:-[ \t]+)?uses:[ \t]*)(["']?)([\w.-]+\/[\w.-]+)@([\w.-]+)\2([ \t]*#.*)?$/gm;

export interface UpdatedText {
  readonly text: string;
  /** `actions/checkout v7.0.0 -> v7.0.1` */
  readonly changes: readonly string[];
}

/** Newer pins for a workflow, whoever wrote it; a version that is newer than the table's stays. */
export const updatePins = (text: string): UpdatedText => {
  const changes: string[] = [];
  const updated = text.replace(
    usesLine,
    (
      line: string,
      before: string,
      quote: string,
      name: string,
      ref: string,
      comment: string | undefined,
    ) => {
      const pin: Pin | undefined = Object.hasOwn(actions, name)
        ? actions[name as ActionName]
        : undefined;
      const [now = ref] =
        /v?\d+(?:\.\d+)*/.exec(comment ?? "") ??
        (/^v?\d/.exec(ref) ? [ref] : []);
      if (!pin || pin.commit === ref || !isOlder(now, pin.version)) return line;
      changes.push(`${name} ${now} -> ${pin.version}`);
      return `${before}${quote}${name}@${pin.commit}${quote} # ${pin.version}`;
    },
  );
  return { text: updated, changes };
};

/** What is no version, such as a branch or a bare commit, is taken for older. */
const isOlder = (now: string, than: string): boolean => {
  const partsOf = (version: string): readonly number[] =>
    version.replace(/^v/, "").split(".").map(Number);
  if (!/^v?\d+(?:\.\d+)*$/.test(now)) return true;
  const left = partsOf(now);
  const right = partsOf(than);
  // `v7` moves: it may be any 7.
  for (const [index, part] of right.entries()) {
    const other = left[index];
    if (other === undefined) return true;
    if (other !== part) return other < part;
  }
  return false;
};
