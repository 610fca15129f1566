import assert from "@std/assert";
import { fileURLToPath } from "node:url";
import { main } from "../../../scripts/keys/run.ts";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { canary, type Case, rows } from "./vault_calls.ts";

const program = fileURLToPath(new URL("../../../scripts/keys/run.ts", import.meta.url));

/** Runs a command in this process, with what it prints. */
async function run(stack: Stack, ...words: string[]) {
  const told: string[] = [];
  const { log, error } = console;
  console.log = console.error = (line: string) => void told.push(line);
  try {
    const code = await main([...words, "--data", stack.file.data_folder]);
    return { code, text: told.join("\n") };
  } finally {
    Object.assign(console, { log, error });
  }
}

/** Runs a command as a process with something on its standard input. */
async function pipe(stack: Stack, input: string, ...words: string[]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", program, ...words, "--data", stack.file.data_folder],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  return { code, text: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

/** What `npm run keys` does over a stack. */
export const commandCases: Case[] = [
  ["keys init makes the vault usable, twice is once, and prints nothing secret", async (stack) => {
    const vault = `${stack.file.data_folder}/vault.json`;
    assert.equal((await Deno.stat(vault)).mode! & 0o777, 0o600);
    const secrets = Object.values<string>(JSON.parse(await Deno.readTextFile(vault)));
    for (let times = 0; times < 2; times++) {
      const { code, text } = await run(stack, "init");
      assert.equal(code, 0, text);
      assert.match(text, /KEK k1: active/);
      for (const secret of secrets) assert(!text.includes(secret));
    }
  }],
  ["keys add takes a key from standard input, never from an argument", async (stack) => {
    const { code, text } = await pipe(stack, `${canary}\n`, "add", "openai", "--json");
    assert.equal(code, 0, text);
    assert(!text.includes(canary));
    assert.equal(JSON.parse(text).last4, "6789");
    assert.equal((await run(stack, "add", "openai", canary)).code, 2);
    assert.equal((await pipe(stack, "", "add", "openai")).code, 2);
  }],
  ["keys list, alerts and kek show what a key is not", async (stack) => {
    const { code, text } = await run(stack, "list");
    assert.equal(code, 0);
    assert.match(text, /openai\/default +v1 +active +…6789/);
    assert.deepEqual(await run(stack, "alerts"), { code: 0, text: "None." });
    assert.match((await run(stack, "kek")).text, /k1: active, wraps 1/);
  }],
  ["keys checkpoint and audit verify agree, and a forged line shows", async (stack) => {
    await rows(stack, "select cogo.seal_audit()");
    const file = `${stack.file.data_folder}/audit-checkpoints.jsonl`;
    assert.match((await run(stack, "checkpoint")).text, /[1-9]\d* checkpoints appended/);
    assert.match((await run(stack, "checkpoint")).text, /^0 checkpoints appended/);
    assert.match((await run(stack, "audit", "verify")).text, /holds; 1 checkpoints/);
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(
      file,
      text.replace(/"hash":"(.)/, (_, first) => `"hash":"${first === "0" ? "1" : "0"}`),
    );
    const forged = await run(stack, "audit", "verify");
    assert.equal(forged.code, 1);
    assert.match(forged.text, /not signed by the key[^]*does not fit/);
    await Deno.writeTextFile(file, text);
  }],
  ["keys init --new-kek and rewrap go over to another KEK", async (stack) => {
    const made = await run(stack, "init", "--new-kek");
    assert.match(made.text, /KEK k2: staged/, made.text);
    const { code, text } = await run(stack, "rewrap");
    assert.equal(code, 0, text);
    assert.match(text, /k1: destroyed, wraps 0[^]*k2: active, wraps 1/);
    assert.equal((await run(stack, "rewrap")).code, 0, "again changes nothing");
  }],
  ["keys break-glass needs a second person, who has another secret key", async (stack) => {
    const [{ key_id }] = JSON.parse((await run(stack, "list", "--json")).text);
    const words = ["request", key_id, "--reason", "the provider asks for it"];
    const asked = JSON.parse((await run(stack, "break-glass", ...words, "--json")).text);
    const id = asked.break_glass_id;
    assert.match((await run(stack, "break-glass", "approve", id)).text, /may not agree/);
    assert.equal((await run(stack, "break-glass", "open", id)).code, 1);
    assert.equal((await run(stack, "break-glass", "approve", id, "--as", "admin")).code, 0);
    assert.deepEqual(await run(stack, "break-glass", "open", id), { code: 0, text: canary });
    const actors = await rows(stack, "select requested_by, approved_by from cogo.break_glass");
    assert.deepEqual(actors, [{ requested_by: "secret:default", approved_by: "secret:admin" }]);
  }],
  [
    "keys tells wrong usage, refusals and a vault that does not answer by exit codes",
    async (stack) => {
      assert.equal((await run(stack)).code, 2);
      assert.equal((await run(stack, "--help")).code, 0);
      assert.equal((await run(stack, "dance")).code, 2);
      assert.equal((await run(stack, "list", "--nonsense")).code, 2);
      const missing = "00000000-0000-4000-8000-0000000000ff";
      assert.equal((await run(stack, "revoke", missing, "--reason", "leaked")).code, 1);
      assert.equal(
        (await run(stack, "shred", missing, "--reason", "leaked")).code,
        2,
        "without --yes",
      );
    },
  ],
];
