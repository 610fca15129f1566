import { fileURLToPath } from "node:url";
import { join, resolve } from "@std/path";
import { readEnvironment } from "../../../functions/_shared/platform/env.ts";
import { readStackFile } from "../../stack/stack_file.ts";
import type { Options } from "./options.ts";

/** The folder of this checkout. */
export const checkout = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/** How to reach the project, and where local data lies. */
export interface Connection {
  url: string;
  key: string;
  dataFolder: string;
}

/**
 * Finds the project: what was typed, else the environment, else the stack that runs here.
 * @throws EnvironmentError naming what is missing
 */
export function connect(options: Pick<Options, "url" | "key" | "data">): Connection {
  const folder = options.data ?? Deno.env.get("COGO_DATA_DIR") ?? join(checkout, ".cogo");
  const dataFolder = resolve(folder);
  if (options.url !== undefined && options.key !== undefined) {
    return { url: options.url, key: options.key, dataFolder };
  }

  const set = readEnvironment();
  const stack = set.url === undefined && options.url === undefined
    ? readStackFile(dataFolder)
    : undefined;
  if (stack) return { url: stack.url, key: options.key ?? stack.secret_key, dataFolder };

  const variables = { ...Deno.env.toObject() };
  if (options.url !== undefined) variables["SUPABASE_URL"] = options.url;
  if (options.key !== undefined) variables["SUPABASE_SECRET_KEYS"] = keyMap(options.key);
  const { url, secretKey } = readEnvironment(["url", "secretKey"], variables);
  return { url, key: secretKey, dataFolder };
}

/** A key in the form of SUPABASE_SECRET_KEYS. */
export function keyMap(key: string): string {
  return JSON.stringify({ default: key });
}
