import type { GatePlan } from "../../../functions/_shared/quality/gates.ts";
import type { Manifest } from "../detect/manifest.ts";
import { expandCalls } from "./expand_calls.ts";
import { fixingTools } from "./fixing_tools.ts";
import { type ShellCall, unquoted } from "./shell_calls.ts";

/** What may mend a failing gate. */
export interface Fixer {
  /** Names of the tools, for example `eslint + prettier`. */
  name: string;
  /** A line for /bin/sh, run in a copy of the target. */
  command: string;
  /** Whether it needs the target's npm dependencies. */
  needsDependencies: boolean;
  /** Whether it may use the network and npm's cache, as an installation may. */
  usesNetwork: boolean;
  /** A line that writes the linter's findings as JSON into the file `$COGO_REPORT`. */
  report?: { kind: "eslint" | "report"; tool: string; command: string };
}

interface Mended {
  tool: string;
  fix: string;
  report?: Fixer["report"];
}

/** The fixers of the tools that a gate calls, joined; undefined when none of them has one. */
export function findFixer(plan: GatePlan, manifest: Manifest): Fixer | undefined {
  if (plan.command === null) return undefined;
  const mended = expandCalls(plan.command, manifest).map(mend).filter((found) =>
    found !== undefined
  );
  if (mended.length === 0) return undefined;
  const report = mended.find((found) => found.report)?.report;
  return {
    name: [...new Set(mended.map(({ tool }) => tool))].join(" + ").slice(0, 80),
    // What a fixer cannot mend makes it end with an error: the next one runs all the same.
    command: [...new Set(mended.map(({ fix }) => fix))].join("; ").slice(0, 2000),
    needsDependencies: plan.needs_dependencies,
    usesNetwork: false,
    ...(report && { report }),
  };
}

const launchers = /^(npx|bunx|cross-env|cross-env-shell|dotenv|env)$/;

/** Where a command's own program stands, behind variables and launchers such as npx. */
function programAt(words: string[]): number {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? "";
    const launched = /^(npm|pnpm|yarn)$/.test(word) && /^(exec|dlx)$/.test(words[at + 1] ?? "");
    if (launched) at += 2;
    else if (launchers.test(word) || /^\w+=/.test(word) || word === "--") at += 1;
    else if (at > 0 && /^(-y|--yes|--no|--no-install)$/.test(word)) at += 1;
    else break;
  }
  return at;
}

function mend(call: ShellCall): Mended | undefined {
  const words = call.map(unquoted);
  const at = programAt(words);
  const program = (words[at] ?? "").replace(/^(\.\/)?node_modules\/\.bin\//, "");
  const tool = Object.hasOwn(fixingTools, program) ? fixingTools[program] : undefined;
  const args = call.slice(at + 1);
  const fixed = tool?.fix(args);
  if (tool === undefined || fixed === undefined) return undefined;
  const variables = call.slice(0, at).filter((word) => /^\w+=/.test(word));
  const line = (words: string[]) => [...variables, program, ...words].join(" ");
  const reported = tool.report?.call(args) ?? [];
  const name = program === "deno" ? `deno ${words[at + 1]}` : program;
  return {
    tool: name,
    fix: line(fixed),
    ...(tool.report && reported.length > 0 &&
      { report: { kind: tool.report.kind, tool: name, command: line(reported) } }),
  };
}
