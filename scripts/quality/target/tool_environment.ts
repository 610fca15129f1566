import { delimiter, dirname, join } from "@std/path";
import type { Scratch } from "./scratch.ts";

/**
 * The whole environment of a tool: nothing of ours but the search path, and the npm registry
 * where this machine uses another one (without credentials).
 */
export async function toolEnvironment(scratch: Scratch): Promise<Record<string, string>> {
  const path = [
    join(scratch.work, "node_modules", ".bin"),
    dirname(Deno.execPath()),
    Deno.env.get("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
  ];
  return {
    PATH: path.join(delimiter),
    HOME: scratch.home,
    TMPDIR: scratch.tmp,
    LANG: "C.UTF-8",
    TZ: "UTC",
    CI: "1",
    NO_COLOR: "1",
    ...(await npmRegistry()),
    npm_config_update_notifier: "false",
    npm_config_fund: "false",
    npm_config_audit: "false",
    DENO_NO_UPDATE_CHECK: "1",
  };
}

/** What an installation needs beyond that: the way to the network, and npm's cache. */
export async function installEnvironment(scratch: Scratch): Promise<Record<string, string>> {
  const passed: Record<string, string> = {};
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "NODE_EXTRA_CA_CERTS"]) {
    const value = Deno.env.get(name) ?? Deno.env.get(name.toLowerCase());
    if (value !== undefined) passed[name] = value;
  }
  return { ...(await toolEnvironment(scratch)), ...passed, npm_config_cache: await npmCache() };
}

let registry: Promise<Record<string, string>> | undefined;
let cache: Promise<string> | undefined;

function npmRegistry(): Promise<Record<string, string>> {
  registry ??= npmSetting("registry").then((url): Record<string, string> => {
    if (!/^https?:\/\//.test(url)) return {}; // npm uses its own default
    return { npm_config_registry: url.replace(/^(https?:\/\/)[^/]*@/, "$1") };
  });
  return registry;
}

function npmCache(): Promise<string> {
  cache ??= npmSetting("cache");
  return cache;
}

async function npmSetting(name: string): Promise<string> {
  try {
    const { stdout } = await new Deno.Command("npm", {
      args: ["config", "get", name],
      stdin: "null",
      stderr: "null",
    }).output();
    return new TextDecoder().decode(stdout).trim();
  } catch {
    return "";
  }
}
