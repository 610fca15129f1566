import assert from "@std/assert";
import { join } from "@std/path";
import { z } from "zod";
import { type Described, differences } from "../../functions/metrics/described.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { runCommand } from "../command_line/run_command.ts";
import { ciGate } from "./ci/ci_gate.ts";
import { readMetrics } from "./ci/metrics_gate.ts";
import { readSupabase } from "./ci/supabase_gate.ts";
import { checkout, keyMap } from "./cli/connect.ts";
import { messageOf } from "./cli/options.ts";
import type { FixtureFiles } from "./gates/fixture_repository.ts";
import { git } from "./target/git.ts";

const quality = { lint: "deno lint", check: "true", test: "true" };

/** A repository whose lint gate fails, and whose linter can mend that. */
export const untidy: FixtureFiles = {
  "package.json": { name: "untidy", cogo: { quality } },
  "main.ts": "export const size = window.length;\n",
};

const artifact = z.object({ name: z.string(), kind: z.string(), url: z.string() });
const recentSchema = z.object({
  runs: z.array(z.object({
    kind: z.string(),
    verdict: z.string().nullable(),
    fixes: z.array(z.object({
      result: z.string(),
      applies: z.boolean(),
      diff: artifact,
      artifacts: z.array(artifact),
    })),
  })),
});

async function run(stack: Stack, script: string, args: string[]): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "-A", join(checkout, "scripts", "quality", script), ...args],
    cwd: checkout,
    env: {
      SUPABASE_URL: stack.file.url,
      SUPABASE_SECRET_KEYS: keyMap(stack.file.secret_key),
      COGO_DATA_DIR: stack.file.data_folder,
    },
    stdout: "null",
    stderr: "inherit",
  }).output();
  return code;
}

/** Works a gate run of an untidy target on a stack, and reads all it left behind. */
export async function proveGateRun(stack: Stack, target: string): Promise<void> {
  assert.equal(await run(stack, "live_work.ts", ["--gate", target]), 1, "its lint gate fails");
  const { url } = stack.file;
  const answer: unknown = await (await fetch(`${url}/api/metrics/quality/gate/recent?limit=1`))
    .json();
  const described = await Deno.readTextFile(join(checkout, "docs", "openapi", "metrics.json"));
  assert.deepEqual(differences(JSON.parse(described) as Described, "recent", answer), []);

  const [newest] = recentSchema.parse(answer).runs;
  assert.deepEqual([newest?.kind, newest?.verdict], ["gate_fix", "failed"]);
  const [fix] = newest!.fixes;
  assert.deepEqual([fix?.result, fix?.applies], ["fixed", true]);
  for (const { name, url: place } of fix!.artifacts) {
    const opened = await fetch(`${url}${place}`, { headers: { apikey: stack.file.secret_key } });
    const text = await opened.text();
    assert.equal(opened.status, 200, name);
    if (name === fix!.diff.name) await Deno.writeTextFile(join(target, "fix.diff"), text);
  }
  const applied = await git(["apply", "fix.diff"], target);
  assert.ok(applied.ok, messageOf(applied.stderr));
  const mended = await Deno.readTextFile(join(target, "main.ts"));
  assert.equal(mended, "export const size = globalThis.length;\n");
}

/** Judges the runs of a stack by both commands: they read one summary and agree on it. */
export async function proveVerdicts({ file: { url, secret_key: key } }: Stack): Promise<void> {
  const summaryFile = await Deno.makeTempFile({ prefix: "cogo-step-summary-" });
  Deno.env.set("GITHUB_STEP_SUMMARY", summaryFile);
  try {
    for (const read of [readMetrics, readSupabase]) {
      const judged = (args: string[]) =>
        runCommand(ciGate("ci:gate", "", read), ["--json", "--url", url, "--key", key, ...args]);
      assert.equal(await judged(["--min-pass", "10", "--max-fail", "50"]), 0);
      assert.equal(await judged(["--min-pass", "99"]), 1);
      assert.equal(await judged(["--min-runs", "99", "--max-fail", "50"]), 3);
      assert.equal(await judged(["--key", "sb_secret_of_nobody"]), 4);
      assert.equal(await judged(["--url", "http://127.0.0.1:1"]), 7);
    }
    const told = (await Deno.readTextFile(summaryFile)).match(/### Quality gate: .*/g);
    const each = ["passed", "failed", "not enough data"].map((told) => `### Quality gate: ${told}`);
    assert.deepEqual(told, [...each, ...each]);
  } finally {
    Deno.env.delete("GITHUB_STEP_SUMMARY");
    await Deno.remove(summaryFile);
  }
}
