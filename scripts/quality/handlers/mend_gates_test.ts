import assert from "@std/assert";
import { dirname, join } from "@std/path";
import { type FixtureFiles, withRepository } from "../gates/fixture_repository.ts";
import { planTarget } from "../gates/plan_target.ts";
import { defaultLimits } from "../process/limits.ts";
import { git } from "../target/git.ts";
import type { Fix } from "./fix.ts";
import { mendGates } from "./mend_gates.ts";
import { runGates } from "./run_gates.ts";

const never = new AbortController().signal;
const manifest = (quality: Record<string, string>) =>
  `${JSON.stringify({ name: "untidy", cogo: { quality } }, null, 2)}\n`;
const lint = { lint: "deno fmt --check && deno lint", check: "true" };
/** A command that passes if a line of main.ts has these words, by what a shell itself can do. */
const holds = (words: string) =>
  `while read -r line; do case "$line" in *"${words}"*) exit 0;; esac; done < main.ts; exit 1`;
const untidy: FixtureFiles = {
  "package.json": manifest({ ...lint, test: holds("many") }),
  "deno.json": "{}\n",
  "main.ts": "export function many( ) {\n  return window.length\n}\n",
};

/** Runs the gates of a repository and mends them; `use` sees what the folder holds afterwards. */
function mended(
  files: FixtureFiles,
  use: (fixes: Fix[], folder: string, said: string[]) => Promise<void>,
  secrets: string[] = [],
): Promise<void> {
  return withRepository(files, async (folder) => {
    const { source, gates } = await planTarget(".", { base: folder, mayReadFolders: true });
    const limits = { ...defaultLimits, wall_seconds: 60 };
    const runner = { limits, cache: join(folder, ".cogo", "cache"), secrets };
    const outcomes = await runGates(runner, source, gates, never);
    const said: string[] = [];
    const checked = { source, plans: gates, outcomes };
    await use(await mendGates(runner, checked, never, (line) => said.push(line)), folder, said);
  });
}

const verdicts = (side: Record<string, unknown> | undefined) =>
  Object.values(side ?? {}).map((line) => (line as { verdict: string }).verdict).join(" ");

async function apply({ files }: Fix, folder: string): Promise<boolean> {
  await Deno.writeFile(join(folder, "fix.diff"), files[0]!.bytes);
  const { ok } = await git(["apply", "fix.diff"], folder, undefined, {
    GIT_CEILING_DIRECTORIES: dirname(folder),
  });
  return ok;
}

Deno.test("a fixer mends a failing lint gate, all gates pass with it, and its diff applies", () =>
  mended(untidy, async (fixes, folder) => {
    assert.equal(fixes.length, 1);
    const fix = fixes[0]!;
    assert.equal(fix.fixer, "deno fmt + deno lint");
    assert.equal(verdicts(fix.before), "failed passed passed");
    assert.equal(verdicts(fix.after), "passed passed passed");
    assert.equal(fix.applies, true);
    assert.deepEqual([fix.files_changed, fix.lines_added, fix.lines_removed], [1, 2, 2]);
    assert.equal(await Deno.readTextFile(join(folder, "main.ts")), untidy["main.ts"], "untouched");
    const reports = fix.files.filter(({ kind }) => kind === "report");
    const [before, after] = reports.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
    assert.equal(before.diagnostics[0].code, "no-window");
    assert.equal(after.diagnostics.length, 0);

    assert.ok(await apply(fix, folder));
    const text = "export function many() {\n  return globalThis.length;\n}\n";
    assert.equal(await Deno.readTextFile(join(folder, "main.ts")), text);
  }));

Deno.test("a fix that breaks another gate is told with what broke", () => {
  const test = holds("many( )");
  const brittle = { ...untidy, "package.json": manifest({ ...lint, test }) };
  return mended(brittle, ([fix]) => {
    assert.equal(verdicts(fix?.before), "failed passed passed");
    assert.equal(verdicts(fix?.after), "passed passed failed");
    assert.equal(fix?.applies, true);
    return Promise.resolve();
  });
});

Deno.test("what a fixer cannot mend gives no fix, and says so", () => {
  const quality = { lint: "deno lint --rules-include=no-console", check: "true", test: "true" };
  const stubborn = {
    "package.json": manifest(quality),
    "main.ts": 'console.log("loud");\n',
  };
  return mended(stubborn, (fixes, _, said) => {
    assert.deepEqual(fixes, []);
    assert.match(said.join(), /lint: deno lint found nothing that it could mend/);
    return Promise.resolve();
  });
});

Deno.test("a diff that loses a secret on the way to the store does not count as one that applies", () => {
  const leaky = {
    ...untidy,
    "main.ts": `${untidy["main.ts"]}export const key="sb_secret_12345678"\n`,
  };
  return mended(leaky, ([fix]) => {
    assert.doesNotMatch(new TextDecoder().decode(fix!.files[0]!.bytes), /sb_secret_12345678/);
    assert.equal(fix?.applies, false);
    assert.equal(verdicts(fix?.after), "error error error");
    return Promise.resolve();
  }, ["sb_secret_12345678"]);
});
