import { join } from "@std/path";
import type { Manifest } from "../detect/manifest.ts";
import type { Scratch } from "../target/scratch.ts";
import { installEnvironment } from "../target/tool_environment.ts";
import type { Fixer } from "./find_fixer.ts";

const lockOnly =
  "npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error";

/**
 * Mends a lock file that npm ci does not take: what is missing is added, and where that does not do,
 * the lock is written anew, both within the ranges of package.json. Without a lock there is nothing
 * to mend.
 */
export function findDependencyFixer(manifest: Manifest): Fixer | undefined {
  if (!manifest.files.includes("package-lock.json")) return undefined;
  return {
    name: "npm lock refresh",
    command: `${lockOnly} || { rm package-lock.json && ${lockOnly}; }`,
    needsDependencies: false,
    usesNetwork: true,
  };
}

const publicRegistry = "https://registry.npmjs.org/";

/** A lock that was made at a mirror would lead everybody there: it names the public registry. */
export async function nameThePublicRegistry({ work, ...scratch }: Scratch): Promise<void> {
  const { npm_config_registry: mirror } = await installEnvironment({ work, ...scratch });
  const file = join(work, "package-lock.json");
  if (mirror === undefined) return;
  const text = await Deno.readTextFile(file).catch(() => undefined);
  const base = mirror.endsWith("/") ? mirror : `${mirror}/`;
  if (text?.includes(base)) await Deno.writeTextFile(file, text.replaceAll(base, publicRegistry));
}
