// needs: a machine to itself, for its tools overrun their limits on purpose
import assert from "@std/assert";
import { run, text } from "./limited_fixture.ts";

Deno.test("a tool's output and exit code come back, and none of our environment goes in", async () => {
  Deno.env.set("COGO_TEST_SECRET", "do-not-leak");
  const result = await run("env; echo problem >&2; exit 3");
  assert.equal(result.exitCode, 3);
  assert.equal(result.stoppedBy, null);
  assert.match(text(result.stdout.bytes), /HOME=/);
  assert.doesNotMatch(text(result.stdout.bytes), /do-not-leak/);
  assert.equal(text(result.stderr.bytes), "problem\n");
});

Deno.test("a hanging tool is stopped at its time limit", async () => {
  const result = await run("sleep 30", { wall_seconds: 0.5 });
  assert.equal(result.stoppedBy, "wall_time");
  assert.equal(result.exitCode, null);
  assert.ok(result.durationMs < 5000, `took ${result.durationMs} ms`);
});

Deno.test("a tool that writes without end is stopped; its first and last bytes are kept", async () => {
  const result = await run("echo first; yes | head -c 200000000", {
    output_mb: 5,
    kept_bytes: 1000,
  });
  assert.equal(result.stoppedBy, "output");
  assert.ok(/^first\n(y\n)+\n… \d+ bytes left out …\n(y\n)+$/.test(text(result.stdout.bytes)));
  assert.ok(result.stdout.bytes.length < 1100);
  assert.ok(result.stdout.totalBytes > 5_000_000 && result.stdout.totalBytes < 50_000_000);
});

Deno.test("a tool that eats memory is stopped", async () => {
  const eat = "const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 10)";
  const result = await run(`node -e '${eat}'`, { memory_mb: 300 });
  assert.equal(result.stoppedBy, "memory");
  assert.ok(result.peaks.memoryMb > 300);
});

Deno.test("a tool that fills its folder is stopped", async () => {
  const result = await run(
    "for i in 1 2 3 4 5 6; do head -c 9000000 /dev/zero > $i; done; sleep 20",
    {
      disk_mb: 20,
    },
  );
  assert.equal(result.stoppedBy, "disk");
});

Deno.test("one file cannot grow over the file limit", async () => {
  const result = await run("head -c 9000000 /dev/zero > big; wc -c < big", { file_mb: 1 });
  assert.equal(text(result.stdout.bytes).trim(), "1048576");
});

Deno.test("an aborted signal stops the tool", async () => {
  const controller = new AbortController();
  const running = run("sleep 30", {}, controller.signal);
  setTimeout(() => controller.abort(), 200);
  assert.equal((await running).stoppedBy, "cancelled");
});
