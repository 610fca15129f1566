import type { Manifest } from "../detect/manifest.ts";
import { type ShellCall, shellCalls, unquoted } from "./shell_calls.ts";

const deepest = 5;

/** The plain commands that a gate's line comes to, with npm scripts and Deno tasks followed. */
export function expandCalls(line: string, manifest: Manifest, depth = 0): ShellCall[] {
  if (depth > deepest) return [];
  const calls = shellCalls(line) ?? [];
  if (calls.some(leaves)) return []; // a fixer at the top would mend what the gate never looks at
  return calls.flatMap((call) => {
    const scripts = scriptsOf(call, manifest);
    if (scripts === undefined) return [call];
    return scripts.flatMap(({ text, more }) => {
      const calls = expandCalls(text, manifest, depth + 1);
      // Arguments after -- reach the last command of the script.
      return calls.map((inner, at) => at === calls.length - 1 ? [...inner, ...more] : inner);
    });
  });
}

/** Whether a command goes into another folder, for itself or for those behind it. */
function leaves(call: ShellCall): boolean {
  const [program = "", ...words] = call.map(unquoted);
  const elsewhere =
    /^(-w|--workspaces?|--prefix|-C|--cwd|-r|--recursive|--filter|workspaces?)(=|$)/;
  return /^(cd|pushd|lerna|nx|turbo)$/.test(program) ||
    /^(npm|yarn|pnpm|bun)$/.test(program) && words.some((word) => elsewhere.test(word));
}

interface Script {
  text: string;
  more: string[];
}

/** The scripts that a command runs; undefined when it runs none. */
function scriptsOf(call: ShellCall, manifest: Manifest): Script[] | undefined {
  const words = call.map(unquoted);
  const [program = ""] = words;
  const named = words.slice(1).filter((word) => !word.startsWith("-"));
  const dashes = words.indexOf("--");
  const more = dashes < 0 ? [] : call.slice(dashes + 1);
  if (/^(run-s|run-p|npm-run-all2?)$/.test(program)) {
    return named.flatMap((pattern) => matching(pattern, manifest)).map((text) => ({ text, more }));
  }
  if (program === "deno" && words[1] === "task") return found(taskText(manifest, words[2]), more);
  if (!/^(npm|yarn|pnpm|bun)$/.test(program)) return undefined;
  if (/^(test|t|tst)$/.test(named[0] ?? "")) return found(script(manifest, "test"), more);
  if (/^(run|run-script)$/.test(named[0] ?? "")) return found(script(manifest, named[1]), more);
  const short = program === "npm" ? undefined : script(manifest, named[0]);
  return short === undefined ? undefined : found(short, more);
}

function found(text: string | undefined, more: string[]): Script[] {
  return text === undefined ? [] : [{ text, more }];
}

function script(manifest: Manifest, name: string | undefined): string | undefined {
  return name === undefined ? undefined : manifest.npm?.scripts[name];
}

/** The scripts that a pattern such as lint:* names. */
function matching(pattern: string, manifest: Manifest): string[] {
  const parts = pattern.split(/(\*\*?)/).map((part) =>
    part === "**" ? ".*" : part === "*" ? "[^:]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
  );
  const expression = new RegExp(`^${parts.join("")}$`);
  return Object.entries(manifest.npm?.scripts ?? {})
    .filter(([name]) => expression.test(name)).map(([, text]) => text);
}

function taskText(manifest: Manifest, name: string | undefined): string | undefined {
  const task = name === undefined ? undefined : manifest.deno?.tasks[name];
  if (typeof task === "string") return task;
  return typeof task === "object" && task !== null && "command" in task &&
      typeof task.command === "string"
    ? task.command
    : undefined;
}
