// needs: a machine to itself, for its tools overrun their limits on purpose
import assert from "@std/assert";
import { alive, run, text } from "./limited_fixture.ts";

for (const ownIds of [true, false]) {
  const where = ownIds ? "with process ids of its own" : "without them";

  Deno.test(`a tool that forks without end is stopped and nothing stays, ${where}`, async () => {
    // Endless but not fast: who watches the process that runs these tests must not see a bomb.
    const line = "while :; do sleep 97531 & sleep 0.01; done";
    const result = await run(line, { processes: 40 }, undefined, ownIds);
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
