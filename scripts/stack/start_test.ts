import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { exitCodes } from "./failure.ts";

const start = new URL("../start.mjs", import.meta.url);

/** Runs scripts/start.mjs in Node as if this were Node `version`. */
async function startWith(version: string, ...args: string[]) {
  const pretend = `const real = process.versions;
    Object.defineProperty(process, "versions", { value: { ...real, node: "${version}" } });
    process.argv.push(...${JSON.stringify(args)});
    import("${start.href}");`;
  const { code, stdout, stderr } = await new Deno.Command("node", {
    args: ["--input-type=module", "--eval", pretend],
    cwd: fileURLToPath(new URL("../../", start)),
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

Deno.test("a Node that is too old gets both versions, the next step and exit code 8", async () => {
  const plain = await startWith("18.19.1");
  assert.equal(plain.code, exitCodes.nodeTooOld);
  assert.match(plain.stderr, /Node 18\.19\.1 is too old, 20 or newer is needed/);
  assert.match(plain.stderr, /https:\/\/nodejs\.org/);
  assert.equal(plain.stdout, "");

  const json = await startWith("16.0.0", "--once", "--json");
  assert.equal(json.code, exitCodes.nodeTooOld);
  assert.equal(JSON.parse(json.stdout).error.code, "node_too_old");
});

Deno.test("the check itself holds nothing that an old Node cannot read", async () => {
  const text = await Deno.readTextFile(start);
  const code = text.replaceAll(/^\s*\/\/.*$/gm, "");
  assert.doesNotMatch(code, /\?\?|\?\.|^import /m);
});
