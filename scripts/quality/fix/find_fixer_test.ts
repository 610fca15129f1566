import assert from "@std/assert";
import type { GatePlan } from "../../../functions/_shared/quality/gates.ts";
import type { Manifest } from "../detect/manifest.ts";
import { findFixer } from "./find_fixer.ts";

const plan = (command: string): GatePlan => (
  { gate: "lint", command, reason: "", needs_dependencies: true, coverage: "none" }
);

function fixerOf(command: string, scripts: Record<string, string> = {}, tasks = {}) {
  const npm = { scripts, dependencies: {}, devDependencies: {}, cogo: { quality: {} } };
  const manifest = { npm, deno: { tasks }, files: [], problem: null } as unknown as Manifest;
  return findFixer(plan(command), manifest);
}

Deno.test("fixers: each tool's own switch is used", () => {
  const cases: [command: string, fix: string][] = [
    ["eslint . --max-warnings 0", "eslint . --max-warnings 0 --fix"],
    [
      "prettier --check 'src/**/*.ts' --log-level warn",
      "prettier 'src/**/*.ts' --log-level warn --write",
    ],
    ["prettier -l .", "prettier . --write"],
    ["biome ci src", "biome check src --write"],
    ["biome lint", "biome lint --write"],
    ["standard", "standard --fix"],
    ["xo", "xo --fix"],
    ["deno fmt --check", "deno fmt"],
    ["deno lint mod.ts", "deno lint --fix mod.ts"],
    ["npx --no-install eslint .", "eslint . --fix"],
    ["NODE_ENV=test ./node_modules/.bin/eslint .", "NODE_ENV=test eslint . --fix"],
    ["npm exec -- prettier --check .", "prettier . --write"],
  ];
  for (const [command, fix] of cases) assert.equal(fixerOf(command)?.command, fix);
});

Deno.test("fixers: scripts and tasks are followed, tools joined, what cannot mend left out", () => {
  const scripts = {
    lint: "npm run -s lint:js && run-s 'format:*' && tsc --noEmit",
    "lint:js": "eslint lib | snazzy",
    "format:check": "prettier --check .",
  };
  const found = fixerOf("npm run --silent --ignore-scripts lint", scripts);
  assert.equal(found?.name, "eslint + prettier");
  assert.equal(found?.command, "eslint lib --fix; prettier . --write");
  assert.equal(fixerOf("deno task lint", {}, { lint: "deno lint" })?.name, "deno lint");
  assert.equal(
    fixerOf("npm test -- --quiet", { test: "eslint ." })?.command,
    "eslint . --quiet --fix",
  );
});

Deno.test("fixers: a script that calls itself ends, and what is no fixer is none", () => {
  assert.equal(fixerOf("npm run lint", { lint: "npm run lint" }), undefined);
  for (
    const command of ["tsc --noEmit", "mocha", "deno check .", "echo eslint", "eslint $(cat x)"]
  ) {
    assert.equal(fixerOf(command, { lint: "eslint ." }), undefined, command);
  }
});

Deno.test("fixers: eslint's findings are asked for as JSON, whatever format it was called with", () => {
  assert.deepEqual(fixerOf("eslint -f stylish --fix .")?.report, {
    kind: "eslint",
    tool: "eslint",
    command: 'eslint . --format json --output-file "$COGO_REPORT"',
  });
});
