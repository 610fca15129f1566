import assert from "@std/assert";
import type { GateName } from "../../../functions/_shared/quality/gates.ts";
import { type FixtureFiles, withRepository } from "../gates/fixture_repository.ts";
import { planTarget } from "../gates/plan_target.ts";

async function commands(files: FixtureFiles): Promise<Record<GateName, string | null>> {
  const plan = await withRepository(
    files,
    (folder) => planTarget(folder, { base: "/", mayReadFolders: true }),
  );
  const entries = plan.gates.map(({ gate, command }) => [gate, command]);
  return Object.fromEntries(entries) as Record<GateName, string | null>;
}

Deno.test("npm scripts are found under their usual names", async () => {
  const scripts = { lint: "eslint .", typecheck: "tsc", test: "mocha" };
  assert.deepEqual(await commands({ "package.json": { scripts } }), {
    lint: "npm run --silent --ignore-scripts lint",
    check: "npm run --silent --ignore-scripts typecheck",
    test: "npm run --silent --ignore-scripts test",
  });
});

Deno.test("a pre script that builds is run, one that lints and every post script are not", async () => {
  const builds = { pretest: "tsc -b", test: "mocha", posttest: "npm audit" };
  const run = "npm run --silent --ignore-scripts";
  const found = await commands({ "package.json": { scripts: builds } });
  assert.equal(found.test, `${run} pretest && ${run} test`);
  const lints = { ...builds, pretest: "npm run lint" };
  assert.equal((await commands({ "package.json": { scripts: lints } })).test, `${run} test`);
});

Deno.test("jest is asked for coverage", async () => {
  const found = await commands({ "package.json": { scripts: { test: "jest" } } });
  assert.match(found.test ?? "", /test -- --coverage/);
});

Deno.test("npm's placeholder is not a test", async () => {
  const scripts = { test: 'echo "Error: no test specified" && exit 1' };
  assert.equal((await commands({ "package.json": { scripts } })).test, null);
});

Deno.test("an override in package.json wins, and null switches a gate off", async () => {
  const found = await commands({
    "package.json": {
      scripts: { lint: "eslint .", test: "mocha" },
      cogo: { quality: { lint: null, test: "make test" } },
    },
  });
  assert.equal(found.lint, null);
  assert.equal(found.test, "make test");
});

Deno.test("Deno tasks and tools are used where there is a deno.json", async () => {
  const found = await commands({
    "deno.json": { tasks: { check: "deno check mod.ts" } },
    "mod.ts": "export {};\n",
    "mod_test.ts": "\n",
  });
  assert.equal(found.lint, "deno lint");
  assert.equal(found.check, "deno task check");
  assert.match(found.test ?? "", /^deno test/);
});

Deno.test("configured tools are called although no script does", async () => {
  const found = await commands({
    "package.json": { devDependencies: { eslint: "9.0.0", typescript: "5.0.0" } },
    "eslint.config.js": "export default [];\n",
    "tsconfig.json": "{}",
  });
  assert.equal(found.lint, "eslint .");
  assert.equal(found.check, "tsc --noEmit -p .");
});

Deno.test("a plain npm package gets a syntax check and node --test", async () => {
  const found = await commands({ "package.json": {}, "index.js": "\n", "test/a.js": "\n" });
  assert.match(found.check ?? "", /COGO_SYNTAX_CHECK/);
  assert.equal(found.test, "node --test");
});

Deno.test("another kind of repository is named, and nothing is run", async () => {
  const plan = await withRepository(
    { "pyproject.toml": "[project]\n", "main.py": "print(1)\n" },
    (folder) => planTarget(folder, { base: "/", mayReadFolders: true }),
  );
  for (const gate of plan.gates) {
    assert.equal(gate.command, null);
    assert.match(gate.reason, /Python repository/);
  }
});

Deno.test("a broken package.json is the reason why nothing runs", async () => {
  const plan = await withRepository(
    { "package.json": "{ not json" },
    (folder) => planTarget(folder, { base: "/", mayReadFolders: true }),
  );
  assert.match(plan.gates[0]?.reason ?? "", /Cannot read package\.json/);
});

Deno.test("files that hold secrets are not copied", async () => {
  const found = await commands({
    "package.json": {},
    ".env": "KEY=1",
    "node_modules/x/package.json": {},
    "a.js": "1",
  });
  assert.match(found.check ?? "", /COGO_SYNTAX_CHECK/);
});

Deno.test("a tenant may not name a folder, and a missing folder is refused", async () => {
  const rules = { base: "/", mayReadFolders: false };
  await assert.rejects(planTarget("/etc", rules), /a tenant may only name an https URL/);
  await assert.rejects(
    planTarget("/no/such/folder", { ...rules, mayReadFolders: true }),
    /Cannot find the folder/,
  );
});
