/**
 * What an application of the first release calls, and what the server has to receive for it.
 */

/** Calls that were written against the first version, the same in TypeScript and in JavaScript. */
export const callerOf = (
  name: string,
): string => `import { Roomly } from ${JSON.stringify(name)};

const [, , baseURL] = process.argv;
const client = new Roomly({ apiKey: "secret", baseURL });
const signal = AbortSignal.timeout(20000);

const rooms = await client.rooms.list({ limit: 2 }, { signal });
const room = await client.rooms.get("r 1", { signal, headers: { "x-trace": "t1" } });
const booking = await client.bookings.create({ room: "r1", note: "late" }, { headers: { "x-trace": "t2" } });
await client.bookings.cancel("b1", { headers: { "x-trace": "t3" } });
console.log(JSON.stringify([rooms.length, room.kind, booking.id]));
`;

/** `METHOD target trace body` of each request, in order. */
export const requests: readonly string[] = [
  "GET /rooms?limit=2 - -",
  "GET /rooms/r%201 t1 -",
  'POST /bookings t2 {"room":"r1","note":"late"}',
  "DELETE /bookings/b1 t3 -",
];

export const printed = '[1,"single","b1"]\n';
