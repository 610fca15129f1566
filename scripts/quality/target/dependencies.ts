import { dirname, join } from "@std/path";
import { z } from "zod";
import type { Source } from "../../../functions/_shared/quality/gates.ts";
import { describeStop, type Limits } from "../process/limits.ts";
import { type LimitedResult, runLimited } from "../process/run_limited.ts";
import { linkPackages } from "./link_packages.ts";
import type { Scratch } from "./scratch.ts";
import { installEnvironment } from "./tool_environment.ts";

const versions = z.record(z.string(), z.unknown()).optional();
const dependencyFields = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  peerDependencies: versions,
  overrides: versions,
});

const installSeconds = 600;

/** How the copy came to its dependencies. */
export interface Dependencies {
  how: "none needed" | "linked" | "npm ci" | "npm install" | "kept from an earlier gate";
  /** Why the dependencies are missing, or null. */
  problem: string | null;
  install: LimitedResult | null;
}

/**
 * Gives the copy its npm dependencies: links to the packages of the target's own node_modules where it has one,
 * else an installation without install scripts, kept under `cache` for the run's next gates.
 */
export async function provideDependencies(
  source: Source,
  scratch: Scratch,
  cache: string,
  toolLimits: Limits,
  signal?: AbortSignal,
): Promise<Dependencies> {
  const limits = { ...toolLimits, wall_seconds: installSeconds };
  const modules = join(scratch.work, "node_modules");
  if (await exists(modules)) return provided("none needed");

  if (source.kind !== "git") {
    const own = join(source.path, "node_modules");
    if (await exists(own)) {
      await linkPackages(await Deno.realPath(own), modules);
      return provided("linked");
    }
  }

  const key = await dependencyKey(scratch.work);
  if (key === null) return provided("none needed");
  const kept = join(cache, key, "node_modules"); // Node looks for packages in folders of this name.
  if (await exists(kept)) {
    await linkPackages(kept, modules);
    return provided("kept from an earlier gate");
  }

  const hasLock = await exists(join(scratch.work, "package-lock.json")) ||
    await exists(join(scratch.work, "npm-shrinkwrap.json"));
  const how = hasLock ? "npm ci" : "npm install";
  const install = await runLimited({
    command: `${how} --ignore-scripts --no-audit --no-fund --loglevel=error`,
    cwd: scratch.work,
    scratch: scratch.root,
    env: await installEnvironment(scratch),
    limits,
    signal,
  });
  const problem = install.stoppedBy !== null
    ? describeStop(install.stoppedBy, limits)
    : install.exitCode !== 0
    ? firstError(install)
    : null;
  if (problem === null && await exists(modules)) await keep(modules, kept);
  return { how, problem, install };
}

function provided(how: Dependencies["how"]): Dependencies {
  return { how, problem: null, install: null };
}

/** A digest of what decides the dependencies; null when package.json asks for none. */
async function dependencyKey(work: string): Promise<string | null> {
  const read = (name: string) => Deno.readTextFile(join(work, name)).catch(() => "");
  const wanted = dependencyFields.safeParse(JSON.parse(await read("package.json") || "{}"));
  if (!wanted.success || JSON.stringify(wanted.data) === "{}") return null;
  const locks = [await read("package-lock.json"), await read("npm-shrinkwrap.json")];
  const text = JSON.stringify([wanted.data, ...locks]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex().slice(0, 32);
}

/** Keeps node_modules in the cache (in one step, so that nobody sees half of it) and links it. */
async function keep(modules: string, kept: string): Promise<void> {
  const half = `${kept}.${crypto.randomUUID()}`;
  await Deno.mkdir(dirname(kept), { recursive: true });
  const { success } = await new Deno.Command("cp", { args: ["-a", modules, half] }).output();
  // Another runner may have been first: then this copy is not needed.
  const first = success && await Deno.rename(half, kept).then(() => true, () => false);
  if (!first) await Deno.remove(half, { recursive: true }).catch(() => {});
}

function firstError(install: LimitedResult): string {
  const text = new TextDecoder().decode(install.stderr.bytes);
  const lines = text.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  return lines.slice(0, 3).map((line) => line.replace(/^npm (error|ERR!)\s*/, "")).join(" ") ||
    `npm ended with exit code ${install.exitCode}`;
}

function exists(path: string): Promise<boolean> {
  return Deno.stat(path).then(() => true, () => false);
}
