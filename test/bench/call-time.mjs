/**
 * Measures one bundle in a process of its own, where nothing else is in memory to be collected.
 * Prints the microseconds of a call by hand and of one of the SDK, each the median of rounds that
 * take turns.
 *
 * node test/bench/call-time.mjs BUNDLE PATH
 */
import { pathToFileURL } from "node:url";

const [bundle, path] = process.argv.slice(2);
const rounds = 61;
const calls = 1000;

const text = JSON.stringify({ id: 1, name: "x".repeat(20), tags: ["a", "b"] });
const fetch = () =>
  Promise.resolve(
    new Response(text, { headers: { "content-type": "application/json" } }),
  );
const { call } = await import(pathToFileURL(bundle).href);
const ours = call(fetch);
const url = `https://example.com${path}`;
const raw = async () => {
  const response = await fetch(url, {
    method: "GET",
    headers: { accept: "application/json" },
  });
  return response.json();
};

// Once all is compiled.
for (const work of [raw, ours]) await microseconds(work, 10_000);
const times = { raw: [], ours: [] };
for (let round = 0; round < rounds; round++) {
  times.raw.push(await microseconds(raw));
  times.ours.push(await microseconds(ours));
}
console.log(JSON.stringify([median(times.raw), median(times.ours)]));

/** CPU time: what else runs on the machine does not count. */
async function microseconds(work, times = calls) {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}
