import assert from "@std/assert";
import { checkWorkflows } from "./check_workflows.ts";
import { lintWorkflows } from "./lint_workflows.ts";
import { readWorkflow } from "./read_workflows.ts";
import { judge } from "./rules.ts";

const sound = `name: sound
on: { push: {}, pull_request: {} }
permissions: { contents: read }
defaults: { run: { shell: bash } }
concurrency: one
jobs:
  a:
    runs-on: ubuntu-24.04
    if: github.event.pull_request.head.repo.full_name == github.repository
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with: { persist-credentials: false }
      - env: { KEY: "\${{ secrets.KNOWN }}" }
        run: npm run --silent known
`;
const known = { scripts: ["known"], policy: "`KNOWN`" };
const found = (text: string) => judge(readWorkflow("x.yml", text), known).map(({ rule }) => rule);

Deno.test("workflows: actionlint and the house's rules find nothing, and quick steps run", async () => {
  const { workflows, problems, ran } = await checkWorkflows({
    run: Deno.build.os !== "windows",
    slow: false,
    actionlint: undefined,
  });
  assert.deepEqual(problems, []);
  for (
    const name of ["ci", "quality-gate", "scheduled-ops", "staging", "production", "release"]
  ) assert.ok(workflows.includes(`${name}.yml`), name);
  if (Deno.build.os !== "windows") assert.ok(ran.length >= 4);
});

Deno.test("workflows: each rule finds what it is for", () => {
  assert.deepEqual(found(sound), []);
  const damages: [rule: string, from: string, to: string][] = [
    ["pinned", "@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0", "@v5"],
    ["pinned", " # v5.0.0", ""],
    ["least rights", "contents: read", "contents: write"],
    ["least rights", "permissions: { contents: read }\n", ""],
    ["bounded", "    timeout-minutes: 5\n", ""],
    ["concurrent", "concurrency: one\n", ""],
    ["pipefail", "shell: bash", "shell: sh"],
    ["no credentials", "persist-credentials: false", "persist-credentials: true"],
    ["scripts exist", "--silent known", "--silent unknown"],
    ["no expression in scripts", "run: npm", "run: echo ${{ github.ref }}; npm"],
    [
      "secrets at steps",
      "    timeout-minutes: 5",
      "    timeout-minutes: 5\n    env: { A: '${{ secrets.KNOWN }}' }",
    ],
    [
      "no secrets for forks",
      "    if: github.event.pull_request.head.repo.full_name == github.repository\n",
      "",
    ],
    ["no secrets for forks", "push: {}", "pull_request_target: {}"],
    ["documented", "secrets.KNOWN", "secrets.OTHER"],
  ];
  for (const [rule, from, to] of damages) {
    assert.ok(sound.includes(from), from);
    assert.deepEqual(found(sound.replace(from, to)), [rule], `${rule}: ${to}`);
  }
});

Deno.test("workflows: actionlint finds what is no workflow", async () => {
  const broken = readWorkflow("x.yml", sound.replace("runs-on", "run-on"));
  assert.notDeepEqual(await lintWorkflows([broken]), []);
  assert.deepEqual(await lintWorkflows([readWorkflow("x.yml", sound)]), []);
});
