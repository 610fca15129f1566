import type { GateName, GatePlan } from "../../../functions/_shared/quality/gates.ts";
import { runs } from "./gate_plan.ts";
import { dependsOn, type Manifest } from "./manifest.ts";

/** A tool that is configured in the repository although no script calls it. */
export function findConfigured(gate: GateName, manifest: Manifest): GatePlan | undefined {
  if (gate === "lint") return findLinter(manifest);
  if (gate === "check") return findTypeChecker(manifest);
  return undefined;
}

function findLinter(manifest: Manifest): GatePlan | undefined {
  const has = (pattern: RegExp) => manifest.files.some((file) => pattern.test(file));
  const linters: [string, string, boolean][] = [
    ["eslint", "eslint .", has(/^(\.eslintrc(\.\w+)?|eslint\.config\.\w+)$/)],
    ["eslint", "eslint .", manifest.npm?.eslintConfig !== undefined],
    ["@biomejs/biome", "biome lint .", has(/^biome\.jsonc?$/)],
    ["oxlint", "oxlint", true],
    ["standard", "standard", true],
    ["xo", "xo", true],
  ];
  for (const [name, command, configured] of linters) {
    if (!configured || !dependsOn(manifest, name)) continue;
    return runs("lint", command, `${name} is a dependency, though no script calls it.`, manifest);
  }
  return undefined;
}

function findTypeChecker(manifest: Manifest): GatePlan | undefined {
  if (!manifest.files.includes("tsconfig.json") || !dependsOn(manifest, "typescript")) {
    return undefined;
  }
  return runs("check", "tsc --noEmit -p .", "There is a tsconfig.json.", manifest);
}
