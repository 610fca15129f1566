// deno task check: type-checks functions/ and scripts/. A first start installs no developer
// packages: files that need one of those are then left out, and the last line says how many.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "@std/path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const top = fileURLToPath(new URL("../../", import.meta.url));
const importPattern = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const manifestSchema = z.object({ devDependencies: z.record(z.string(), z.string()).default({}) });

/** Names of the developer packages that are not installed below `top`. */
export function missingPackages(top: string): string[] {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(top, "package.json"), "utf8")),
  );
  return Object.keys(manifest.devDependencies)
    .filter((name) => !existsSync(join(top, "node_modules", name)));
}

/** Whether a file imports one of these packages, itself or through files that it imports. */
export function needsOneOf(packages: string[], file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  return [...readFileSync(file, "utf8").matchAll(importPattern)].some(([, name = ""]) => {
    if (name.startsWith(".")) {
      return /\.[cm]?[jt]s$/.test(name) && needsOneOf(packages, resolve(dirname(file), name), seen);
    }
    const bare = name.replace(/^npm:/, "");
    return packages.some((one) =>
      bare === one || bare.startsWith(`${one}/`) || bare.startsWith(`${one}@`)
    );
  });
}

function sources(): string[] {
  return ["functions", "scripts"].flatMap((room) =>
    readdirSync(join(top, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
      .map((name) => join(top, room, name))
  ).sort();
}

if (import.meta.main) {
  const missing = missingPackages(top);
  const files = sources();
  const checked = files.filter((file) => missing.length === 0 || !needsOneOf(missing, file));
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "-q", ...checked.map((file) => relative(top, file))],
    cwd: top,
  }).output().then(({ code, stdout, stderr }) => {
    Deno.stdout.writeSync(stdout);
    Deno.stderr.writeSync(stderr);
    return { code };
  });
  const leftOut = files.length - checked.length;
  const why = leftOut > 0 ? `, ${leftOut} left out: they need ${missing.join(", ")}` : "";
  console.log(`${checked.length} files checked${why}`);
  Deno.exit(code);
}
