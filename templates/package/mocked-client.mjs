/* Takes the place of the server in `contract.test.mjs`. */

/** What the API is to answer with, and the request that the mock received. */
let answer;
let received;
const fetch = async (input, init) => {
  const request = new Request(input, init);
  received = { method: request.method, path: new URL(request.url).pathname };
  const probe = mockFetch();
  await probe(request.clone());
  const { operation } = probe.calls[0];
  return mockFetch({ [operation]: { status: answer.status } })(request);
};

const client = new sdk[contract.client]({
  ...contract.options,
  baseURL: "http://127.0.0.1",
  maxRetries: 0,
  fetch,
});
