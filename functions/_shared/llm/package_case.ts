import assert from "node:assert/strict";
import { startFakeProvider } from "../routing/fake_provider/mod.ts";
import { startFakeCore } from "./fake_core.ts";
import { placeAt } from "./fake_places.ts";

/** A script of a user: one answer, and one stream after a failure and a wait. */
const script = `
import { answerText, createRouter } from "cogo-agent-core/llm";
const [url, key, local] = process.argv.slice(2);
const router = createRouter({ url, key, localHosts: [local] });
const need = { service: "chat", context_tokens: 20, max_output_tokens: 100 };
const body = { messages: [{ role: "user", content: "Hello" }] };
const said = [answerText(await (await router.route(need)).chat(body))];
let streamed = "";
const llm = await router.route(need);
for await (const { data } of llm.stream(body)) streamed += answerText(data);
said.push(streamed);
const { cost_nano } = await llm.settled();
await router.close();
console.log(JSON.stringify({ said, attempt: llm.target.attempt, cost_nano }));
`;

/**
 * Calls models from the packed library in a project, on one runtime.
 * @param run runs a program in the project and answers its output
 */
export async function callModels(
  project: string,
  run: (args: string[]) => Promise<string>,
): Promise<void> {
  const [core, provider] = [startFakeCore(), await startFakeProvider()];
  try {
    core.places = [placeAt(provider), placeAt(provider)];
    provider.next({}, { status: 429, headers: { "retry-after-ms": "50" } }, { pieceBytes: 5 });
    await Deno.writeTextFile(`${project}/llm_call.mjs`, script);
    const output = await run(["llm_call.mjs", core.url, core.operatorKey, provider.host]);
    const text = "Grüß Gott, 世界 🌍!";
    const expected = { said: [text, text], attempt: 2, cost_nano: 42 };
    assert.deepEqual(JSON.parse(output.trim().split("\n").at(-1)!), expected);
    assert.equal(core.settled.size, 3);
  } finally {
    await provider.close();
    await core.close();
  }
}
