import type { GateName, GatePlan } from "../../../functions/_shared/quality/gates.ts";
import { gateNames } from "../../../functions/_shared/quality/gates.ts";
import { findConfigured } from "./configured_tools.ts";
import { findFallback } from "./fallbacks.ts";
import { nothing, runs } from "./gate_plan.ts";
import type { Manifest } from "./manifest.ts";
import { npmCommand } from "./npm_command.ts";
import { describeOtherKind } from "./other_kinds.ts";

/** npm scripts and Deno tasks by gate, the first that exists wins. */
const scriptNames: Record<GateName, string[]> = {
  lint: ["lint", "lint:js", "eslint"],
  check: ["typecheck", "type-check", "check-types", "types", "check", "tsc", "build:types"],
  test: ["test:quick", "test", "tests", "unit", "test:coverage", "test:cov", "coverage"],
};

/** Decides for each gate what to run and says where that comes from, or why there is nothing. */
export function detectGates(manifest: Manifest): GatePlan[] {
  return gateNames.map((gate) => detectGate(gate, manifest));
}

function detectGate(gate: GateName, manifest: Manifest): GatePlan {
  return findOverride(gate, manifest) ?? findNpmScript(gate, manifest) ??
    findDenoTask(gate, manifest) ?? findConfigured(gate, manifest) ??
    findFallback(gate, manifest) ?? nothing(gate, reasonForNothing(gate, manifest));
}

function findOverride(gate: GateName, manifest: Manifest): GatePlan | undefined {
  const wanted = manifest.npm?.cogo.quality[gate];
  if (wanted === undefined) return undefined;
  const where = `package.json, cogo.quality.${gate}`;
  if (wanted === null || wanted === false || wanted.trim() === "") {
    return nothing(gate, `Switched off in ${where}.`);
  }
  return runs(gate, wanted, `Command of ${where}.`, manifest);
}

function findNpmScript(gate: GateName, manifest: Manifest): GatePlan | undefined {
  const scripts = manifest.npm?.scripts ?? {};
  for (const name of scriptNames[gate]) {
    const script = scripts[name];
    if (!script || /no test specified/.test(script)) continue;
    return runs(gate, npmCommand(name, manifest), `npm script "${name}": ${script}`, manifest);
  }
  return undefined;
}

function findDenoTask(gate: GateName, manifest: Manifest): GatePlan | undefined {
  if (!manifest.deno) return undefined;
  for (const name of scriptNames[gate]) {
    if (!(name in manifest.deno.tasks)) continue;
    return runs(gate, `deno task ${name}`, `Deno task "${name}".`, manifest);
  }
  const sources = manifest.files.some((file) => /\.[cm]?[jt]sx?$/.test(file));
  if (!sources) return undefined;
  const commands: Record<GateName, string> = {
    lint: "deno lint",
    check: "deno check .",
    test: "deno test --no-prompt --allow-read=. --allow-env",
  };
  const tests = manifest.files.some((file) => /(^|\/)(.*[._])?test\.[cm]?[jt]sx?$/.test(file));
  if (gate === "test" && !tests) return undefined;
  return runs(gate, commands[gate], "Deno's own tool: there is a deno.json.", manifest);
}

function reasonForNothing(gate: GateName, manifest: Manifest): string {
  if (manifest.problem !== null) return manifest.problem.slice(0, 500);
  const other = describeOtherKind(manifest);
  if (other !== null) return other;
  const missing: Record<GateName, string> = {
    lint: "No lint script, no Deno configuration and no linter configuration.",
    check: "No type check script, no tsconfig.json and no JavaScript or TypeScript file.",
    test: "No test script and no test file that node --test or deno test would find.",
  };
  return missing[gate];
}
