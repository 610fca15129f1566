import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "@std/path";
import { fileURLToPath } from "node:url";
import type { Executor } from "../db/executor.ts";
import { type ServerPrograms } from "./find_servers.ts";
import { readTarball } from "./read_tarball.ts";

/** The pure-SQL extensions that PGlite's npm packages carry, and the schema each lives in. */
const packed = {
  pgmq: { package: "pglite-pgmq", schema: "pgmq", script: "pgmq--1.11.1.sql" },
  pgtap: { package: "pglite-pgtap", schema: "extensions", script: "pgtap--1.3.5.sql" },
} as const;

/** An extension that {@link installExtension} can bring to any server. */
export type PackedExtension = keyof typeof packed;

async function packedFiles(name: PackedExtension) {
  const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
  const folder = join(modules, "@electric-sql", packed[name].package, "dist");
  const files = await readTarball(join(folder, `${name}.tar.gz`));
  return files.filter((file) => file.path.includes("/extension/") && !file.path.endsWith(".md"));
}

function extensionFolder(programs: ServerPrograms): string | undefined {
  const prefix = join(programs.bin, "..");
  const major = `/usr/share/postgresql/${programs.major}/extension`;
  const folders = [
    major,
    join(prefix, "share/postgresql/extension"),
    join(prefix, "share/extension"),
  ];
  return folders.find((folder) => existsSync(folder));
}

/** Puts an extension's files where the server looks for them; a folder we may not write is left. */
async function copyFiles(name: PackedExtension, programs: ServerPrograms): Promise<void> {
  const folder = extensionFolder(programs);
  if (folder === undefined || existsSync(join(folder, `${name}.control`))) return;
  try {
    for (const file of await packedFiles(name)) {
      await writeFile(join(folder, basename(file.path)), file.bytes);
    }
  } catch (error) {
    if (!/EACCES|EPERM|EROFS/.test(String((error as { code?: string }).code))) throw error;
  }
}

/** The install script as plain SQL: without psql's guard and what only extensions may call. */
async function scriptOf(name: PackedExtension): Promise<string> {
  const files = await packedFiles(name);
  const file = files.find((one) => basename(one.path) === packed[name].script);
  if (!file) throw new Error(`Cannot find ${packed[name].script} in the npm package of ${name}`);
  const lines = new TextDecoder().decode(file.bytes).split("\n");
  return lines.filter((line) => !/^\\echo|pg_extension_config_dump/.test(line)).join("\n");
}

/**
 * Gives a database pgmq or pgtap: as an extension where the server has its files or lets us copy
 * them (pass `programs` of a server of ours), else its script run as plain SQL. Repeats do nothing.
 */
export async function installExtension(
  executor: Executor,
  name: PackedExtension,
  programs?: ServerPrograms,
): Promise<"extension" | "script"> {
  if (programs) await copyFiles(name, programs);
  const { schema } = packed[name];
  const found = await executor.query(
    "select from pg_catalog.pg_available_extensions where name = $1::text",
    [name],
  );
  if (found.length > 0) {
    if (schema === "extensions") await executor.exec("create schema if not exists extensions");
    const place = schema === name ? "" : `with schema ${schema}`; // pgmq makes its own
    await executor.exec(`create extension if not exists ${name} ${place}`);
    return "extension";
  }
  const mark = name === "pgmq" ? "pgmq.meta" : "extensions.pg_all_foreign_keys";
  const [row] = await executor.query("select to_regclass($1::text) is not null as there", [mark]);
  if (row?.there === true) return "script";
  await executor.exec(`create schema if not exists ${schema}`);
  const script = await scriptOf(name);
  await executor.exec(`begin; set local search_path = ${schema}, public; ${script}; commit`);
  return "script";
}
