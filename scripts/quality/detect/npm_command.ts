import { dependsOn, type Manifest } from "./manifest.ts";

/**
 * The command for an npm script: its `pre` script too, unless that only lints (a gate of its own),
 * but not its `post` script, which audits or uploads. Jest and vitest are asked for coverage.
 */
export function npmCommand(name: string, manifest: Manifest): string {
  const scripts = manifest.npm?.scripts ?? {};
  const run = "npm run --silent --ignore-scripts"; // --ignore-scripts: no pre and post of its own
  const before = scripts[`pre${name}`];
  const needed = before !== undefined &&
    !/^(npm run |npm-run-all )?(-s |--silent )?(lint|standard|eslint)\b/.test(before);
  const coverage = coverageArguments(scripts[name] ?? "", manifest);
  return `${needed ? `${run} pre${name} && ` : ""}${run} ${name}${coverage}`;
}

function coverageArguments(script: string, manifest: Manifest): string {
  // Arguments reach the last command of the script: only a plain call of the tool may get them.
  if (/[&|;]/.test(script) || script.includes("coverage")) return "";
  if (/^jest\b/.test(script)) return " -- --coverage --coverageReporters=lcovonly";
  const canVitest = dependsOn(manifest, "@vitest/coverage-v8") ||
    dependsOn(manifest, "@vitest/coverage-istanbul");
  if (/^vitest\b/.test(script) && canVitest) return " -- --coverage --coverage.reporter=lcovonly";
  return "";
}
