import assert from "node:assert/strict";
import { join } from "node:path";
import type { Case, TestStack } from "../test_stack.ts";

const call = ({ stack }: TestStack, path: string) =>
  fetch(`${stack.file.url}/functions/v1/${path}`);

async function textOf(test: TestStack, path: string): Promise<[number, string]> {
  const answer = await call(test, path);
  return [answer.status, await answer.text()];
}

/** Edge functions, well-behaved and otherwise. */
export const functionCases: Case[] = [
  [
    "an endless loop ends in 504 while other functions answer, and a fresh worker follows",
    async (test) => {
      const endless = call(test, "endless");
      const others = await Promise.all([1, 2, 3].map(() => textOf(test, "quitter")));
      assert.deepEqual(others.map(([status]) => status), [200, 200, 200]);
      const stuck = await endless;
      assert.equal(stuck.status, 504);
      assert.equal((await stuck.json()).details, "function_timeout");
      assert.deepEqual(await textOf(test, "endless?short"), [200, "short"]);
    },
  ],
  ["Deno.exit ends the function alone", async (test) => {
    assert.equal((await textOf(test, "quitter?quit"))[0], 502);
    assert.deepEqual(await textOf(test, "quitter"), [200, "still here"]);
  }],
  [
    "what a function throws, at once or later, ends neither it for good nor the stack",
    async (test) => {
      const [status, body] = await textOf(test, "thrower?now");
      assert.equal(status, 500);
      assert.equal(JSON.parse(body).details, "internal");
      assert.deepEqual(await textOf(test, "thrower?behind"), [200, "fine"]);
      await textOf(test, "thrower?later");
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(await textOf(test, "thrower"), [200, "fine"]);
    },
  ],
  ["a function cannot read the stack's keys", async (test) => {
    const [status, body] = await textOf(test, "thrower?keys");
    assert.equal(status, 500);
    assert.match(body, /read access/);
  }],
  ["a function that cannot be imported says so, and one that is not there too", async (test) => {
    const [status, body] = await textOf(test, "broken");
    assert.equal(status, 502);
    assert.match(body, /cannot even be imported/);
    assert.equal((await textOf(test, "nowhere"))[0], 404);
    assert.equal((await textOf(test, "..%2f..%2fetc"))[0], 404);
  }],
  ["a function that calls Deno.serve itself is served", async (test) => {
    assert.deepEqual(await textOf(test, "older/path"), [200, "older: /older/path"]);
  }],
  ["a changed file is served from the next request on", async (test) => {
    const file = join(test.functionsFolder, "older", "index.ts");
    await Deno.writeTextFile(file, "export default { fetch: () => new Response('newer') };\n");
    for (let round = 0; round < 40; round++) {
      const [, text] = await textOf(test, "older");
      if (text === "newer") return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail("the old version still answers after 4 s");
  }],
  [
    "no path of the stack itself serves artifacts: only the function does, which asks",
    async (test) => {
      const sha256 = "a".repeat(64);
      const folder = join(test.stack.file.data_folder, "artifacts");
      await Deno.writeTextFile(join(folder, sha256), "private");
      for (const path of [sha256, sha256.slice(0, 12), "..%2Fkeys.json"]) {
        const answer = await fetch(`${test.stack.file.url}/artifacts/${path}`);
        assert.notEqual(await answer.text(), "private");
        assert.equal(answer.status, 404);
      }
    },
  ],
];
