import assert from "node:assert/strict";
import { exitCodes } from "./failure.ts";
import { helpText } from "./options.ts";

const guide = await Deno.readTextFile(new URL("../../docs/guides/local-stack.md", import.meta.url));

Deno.test("the guide lists every refusal of the front door, and no other", async () => {
  const given = new Set<string>();
  for await (const entry of Deno.readDir(new URL(".", import.meta.url))) {
    if (!entry.name.endsWith(".ts") || entry.name.endsWith("_test.ts")) continue;
    const text = await Deno.readTextFile(new URL(entry.name, import.meta.url));
    for (const [, details] of text.matchAll(/details: "([a-z_]+)"/g)) given.add(details ?? "");
  }
  const listed = [...guide.matchAll(/^\| `([a-z_]+)` +\| \d{3} /gm)].map(([, word]) => word);
  assert.deepEqual(listed.toSorted(), [...given].toSorted());
});

Deno.test("the guide lists every option and every exit code", () => {
  const options = new Set([...helpText.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name));
  options.delete("--help");
  for (const option of options) assert.ok(guide.includes(`| \`${option}`), `${option} is missing`);
  for (const code of Object.values(exitCodes)) {
    assert.match(guide, new RegExp(`\\| ${code} +\\| `), `exit code ${code} is missing`);
  }
});
