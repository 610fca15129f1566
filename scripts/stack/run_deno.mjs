// Node built-ins only: this runs before Deno.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** npm's wrapper copies the binary (90 MB) when it is first called: a link serves it as well. */
function spareCopy(binary, copy) {
  try {
    if (!existsSync(copy)) linkSync(binary, copy);
  } catch {
    // a file system without hard links: then it is copied
  }
}

/** The Deno binary that npm installed; undefined when there is none for this machine. */
export function findDeno(root) {
  const folder = join(root, "node_modules", "@deno");
  const name = process.platform === "win32" ? "deno.exe" : "deno";
  const platforms = existsSync(folder) ? readdirSync(folder) : [];
  for (const platform of platforms) {
    const binary = join(folder, platform, name);
    if (!existsSync(binary)) continue;
    if (process.platform !== "win32" && (statSync(binary).mode & 0o111) === 0) {
      chmodSync(binary, 0o755);
    }
    spareCopy(binary, join(root, "node_modules", "deno", name));
    return binary;
  }
  return undefined;
}

/** Runs the stack in Deno, passes signals on and ends as it ends. */
export function run(root, deno, args, onError) {
  // Nothing is written outside this folder, whatever HOME is.
  const cache = join(root, "node_modules", ".cache", "deno");
  mkdirSync(cache, { recursive: true });
  const child = spawn(deno, [
    "run",
    "--allow-all",
    "--unstable-worker-options",
    "--no-prompt",
    join(root, "scripts", "stack", "main.ts"),
    ...args,
  ], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      COGO_START_FOLDER: process.env.INIT_CWD ?? process.cwd(),
      // Programs that the stack starts find this Deno; npm's own wrapper would copy it first.
      PATH: dirname(deno) + delimiter + (process.env.PATH ?? ""),
      DENO_DIR: process.env.DENO_DIR ?? cache,
      DENO_NO_UPDATE_CHECK: "1",
    },
  });
  // Ctrl-C in a terminal reaches both processes, and npm may pass it on: that counts once. Asked
  // again, Deno ends at once; if it cannot even do that, it is killed.
  let asked;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      child.kill(signal);
      if (asked && Date.now() - asked > 500) setTimeout(() => child.kill("SIGKILL"), 300);
      asked ??= Date.now();
    });
  }
  child.on("error", onError);
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 0 : 1)));
}
