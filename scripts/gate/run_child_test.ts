import assert from "@std/assert";
import { runChild } from "./run_child.ts";

const grandchild = `
const { pid } = new Deno.Command(Deno.execPath(), {
  args: ["eval", "setTimeout(() => {}, 20_000)"],
  stdout: "inherit",
  stderr: "inherit",
}).spawn();
console.log(pid);
Deno.exit(0);`;

Deno.test("a child that leaves a process with its output behind is not waited for", async () => {
  const began = performance.now();
  const echoed: string[] = [];
  const { stdout, success, late } = await runChild(
    ["eval", grandchild],
    15,
    (text) => echoed.push(text),
    200,
  );
  const pid = Number(stdout);
  assert.ok(pid > 0, stdout);
  Deno.kill(pid, "SIGKILL"); // throws when it is gone: then nothing was proved
  assert.deepEqual([success, late, echoed.join("")], [true, false, stdout]);
  assert.ok(performance.now() - began < 10_000);
});

Deno.test("a child that hangs is stopped at its limit and told as late, with what it said", async () => {
  const hanging = "console.log('here'); setTimeout(() => {}, 20_000)";
  const { stdout, success, late } = await runChild(["eval", hanging], 1);
  assert.deepEqual([stdout, success, late], ["here\n", false, true]);
});

Deno.test("what a child wrote to its end is read whole", async () => {
  const many = "console.log('x'.repeat(300_000)); console.error('y'); Deno.exit(3)";
  const { stdout, stderr, success, late } = await runChild(["eval", many], 30);
  assert.deepEqual([stdout.length, stderr, success, late], [300_001, "y\n", false, false]);
});
