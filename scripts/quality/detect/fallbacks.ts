import type { GateName, GatePlan } from "../../../functions/_shared/quality/gates.ts";
import type { Manifest } from "./manifest.ts";

/** What can be run without any configuration: a syntax check, and tests made for node --test. */
export function findFallback(gate: GateName, manifest: Manifest): GatePlan | undefined {
  if (gate === "check") return findSyntaxCheck(manifest);
  if (gate === "test") return findNodeTests(manifest);
  return undefined;
}

/** Stands for our syntax checker, which the runner puts beside the copy. */
export const syntaxCheckCommand = 'node "$COGO_SYNTAX_CHECK" .';

function findSyntaxCheck(manifest: Manifest): GatePlan | undefined {
  const sources = manifest.files.filter((file) => /\.([cm]?[jt]s|[jt]sx)$/.test(file));
  if (sources.length === 0) return undefined;
  return {
    gate: "check",
    command: syntaxCheckCommand,
    reason: `No type check is configured: the syntax of ${sources.length} files is checked.`,
    needs_dependencies: false,
    coverage: "none",
  };
}

function findNodeTests(manifest: Manifest): GatePlan | undefined {
  if (!manifest.npm) return undefined;
  const tests = manifest.files.filter((file) =>
    /(^|\/)(test|tests)\/.*\.[cm]?js$|[._-]test\.[cm]?js$|(^|\/)test(-[^/]*)?\.[cm]?js$/.test(file)
  );
  if (tests.length === 0) return undefined;
  return {
    gate: "test",
    command: "node --test",
    reason: "No test script: node --test finds the test files.",
    needs_dependencies: Object.keys(manifest.npm.dependencies).length > 0 ||
      Object.keys(manifest.npm.devDependencies).length > 0,
    coverage: "v8",
  };
}
