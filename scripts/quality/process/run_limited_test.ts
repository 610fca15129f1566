import assert from "@std/assert";
import { defaultLimits, type Limits } from "./limits.ts";
import { listProcesses } from "./process_table.ts";
import { runLimited } from "./run_limited.ts";

async function run(
  command: string,
  limits: Partial<Limits> = {},
  signal?: AbortSignal,
  ownProcessIds = true,
) {
  const scratch = await Deno.makeTempDir({ prefix: "cogo-run-limited-" });
  try {
    return await runLimited({
      command,
      cwd: scratch,
      scratch,
      env: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin", HOME: scratch },
      limits: { ...defaultLimits, wall_seconds: 20, ...limits },
      signal,
      ownProcessIds,
    });
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Argument lists of the processes that are alive and hold this text. */
async function alive(needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const row of await listProcesses()) {
    const command = await Deno.readTextFile(`/proc/${row.pid}/cmdline`).catch(() => "");
    if (command.includes(needle)) found.push(command);
  }
  return found;
}

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

for (const ownIds of [true, false]) {
  const where = ownIds ? "with process ids of its own" : "without them";

  Deno.test(`a tool that forks without end is stopped and nothing stays, ${where}`, async () => {
    const result = await run("f() { sleep 97531 & f; }; f", { processes: 40 }, undefined, ownIds);
    assert.equal(result.stoppedBy, "processes");
    assert.deepEqual(await alive("97531"), []);
  });

  Deno.test(`a process that leaves group and session dies with the tool, ${where}`, async () => {
    const line = "setsid sleep 97532 & sleep 0.3; echo done";
    const result = await run(line, {}, undefined, ownIds);
    assert.equal(text(result.stdout.bytes), "done\n");
    assert.ok(result.durationMs < 5000);
    assert.deepEqual(await alive("97532"), []);
  });
}

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

const onLinux = { ignore: Deno.build.os !== "linux" };
Deno.test("when the runner is killed, its tool dies too", onLinux, async () => {
  const source = `
    import { runLimited } from "${new URL("./run_limited.ts", import.meta.url)}";
    import { defaultLimits } from "${new URL("./limits.ts", import.meta.url)}";
    await runLimited({ command: "sleep 97533", cwd: "/", scratch: "/nowhere",
      env: { PATH: Deno.env.get("PATH") ?? "" }, limits: defaultLimits });`;
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(file, source);
  const config = new URL("../../../deno.json", import.meta.url).pathname;
  const runner = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", config, file],
    stdout: "null",
    stderr: "null",
  }).spawn();
  for (let i = 0; i < 100 && (await alive("97533")).length === 0; i++) await pause(100);
  assert.notDeepEqual(await alive("97533"), []);
  runner.kill("SIGKILL");
  await runner.status;
  for (let i = 0; i < 50 && (await alive("97533")).length > 0; i++) await pause(100);
  assert.deepEqual(await alive("97533"), []);
  await Deno.remove(file);
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
