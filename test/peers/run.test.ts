/**
 * The outputs beside the SDK with the libraries that they are for, of the oldest and the newest versions,
 * against a server.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerPets } from "../outputs/queries/server.js";
import { serve } from "../runtime/support/server.js";
import { isInstalled } from "./support/install-set.js";
import { programsOf } from "./support/project.js";
import { runProgram, type ProgramRun } from "./support/run-program.js";
import { msw2, newest, oldest, react190 } from "./support/sets.js";

/** Every test of a program passes, and there are some. */
const passes = async (program: Omit<ProgramRun, "env">): Promise<void> => {
  const { url } = await serve(answerPets);
  const env = {
    PETS_URL: url,
    FLIGHT_FILE: join(programsOf(program.set), "flight"),
  };
  const { code, out, err } = await runProgram({ ...program, env });
  const isPassed = code === 0 && /^# pass [1-9]/m.test(out);
  expect(isPassed ? "" : out + err).toBe("");
};

describe.each([oldest, newest])("$name", (set) => {
  const test = it.skipIf(!isInstalled(set));

  test.each([
    ...["react-cache.ts", "vue-cache.ts", "solid-cache.ts", "react.ts"],
    ...["vue.ts", "swr.ts", "msw.ts", "otel.ts", "serializers.ts"],
  ])("%s", (program) => passes({ set, program }));

  test.each(["solid.ts", "svelte-cache.ts", "svelte.svelte.ts"])(
    "%s",
    (program) => passes({ set, program, isForBrowsers: true }),
  );
});

it.skipIf(!isInstalled(msw2))("MSW 2 of today", () =>
  passes({ set: msw2, program: "msw.ts" }),
);

it.each([react190, newest].filter(isInstalled))(
  "React Flight, $name: a page of a server in a client",
  async (set) => {
    await passes({
      ...{ set, program: "flight-server.mjs" },
      conditions: ["react-server"],
    });
    await passes({ set, program: "flight-client.mjs" });
  },
);
