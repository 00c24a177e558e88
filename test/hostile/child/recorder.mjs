/**
 * Runs before the command line or the driver: notes every attempt to reach something that a
 * document must not make us reach, and refuses it. Written as JSON to the file in RECORD at the end.
 *
 * Node's permission model refuses files and processes too, but a refusal that is caught would stay
 * unseen.
 */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import workers from "node:worker_threads";

const { RECORD, ALLOWED } = process.env;
const allowed = JSON.parse(ALLOWED ?? "[]");
const attempts = [];
const write = fs.writeFileSync;

const refuse = (what) => {
  attempts.push(what);
  throw new Error(`refused: ${what}`);
};

const isLoopback = (host) => host === "127.0.0.1";
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : first;
  if (process.env.LOOPBACK !== "yes" || !isLoopback(options?.host))
    refuse(`connect to ${options?.host}:${options?.port}`);
  return connect.apply(this, args);
};
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  const before = dns[name];
  dns[name] = (host, ...rest) =>
    isLoopback(host) ? before(host, ...rest) : refuse(`dns ${name} ${host}`);
  dns.promises[name] = (host) => refuse(`dns ${name} ${host}`);
}
dgram.createSocket = () => refuse("datagram socket");
for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile"])
  childProcess[name] = (command) => refuse(`${name} ${command}`);
for (const name of ["execFileSync", "fork"])
  childProcess[name] = (command) => refuse(`${name} ${command}`);
workers.Worker = function () {
  refuse("worker");
};
// Node's own fetch has a use for the other one.
vm.runInThisContext = () => refuse("vm.runInThisContext");

const isAllowed = (path) => {
  if (typeof path === "number") return true;
  const file = resolve(
    path instanceof URL ? fileURLToPath(path) : String(path),
  );
  return allowed.some((one) => file === one || file.startsWith(one + sep));
};
const watched = ["readFileSync", "openSync", "createReadStream", "readFile"];
for (const [owner, names] of [
  [fs, [...watched, "open"]],
  [fs.promises, ["readFile", "open"]],
])
  for (const name of names) {
    const before = owner[name];
    owner[name] = (path, ...rest) => {
      if (!isAllowed(path)) attempts.push(`${name} ${String(path)}`);
      return before.call(owner, path, ...rest);
    };
  }
syncBuiltinESMExports();

process.on("exit", () => {
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { user, system } = process.cpuUsage();
  const seconds = (user + system) / 1e6;
  if (RECORD) write(RECORD, JSON.stringify({ attempts, megabytes, seconds }));
});
