// npm start: Node built-ins only, so that a bare clone can run it before anything is installed.
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const exitCodes = { nodeTooOld: 8, installFailed: 9, unexpected: 10 };
const args = process.argv.slice(2);

function fail(exitCode, code, message, hint) {
  process.stderr.write(`\n  ✗ ${message}\n    ${hint}\n`);
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  }
  process.exit(exitCode);
}

function checkNode() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major >= 20) return;
  fail(
    exitCodes.nodeTooOld,
    "node_too_old",
    `Cannot start: Node ${process.versions.node} is too old, 20 or newer is needed`,
    "Install a newer one from https://nodejs.org (or `nvm install 22`) and run npm start again.",
  );
}

/** Path -> {version, dev, optional} of a lock file, npm's own record of node_modules included. */
function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

/** What to install: nothing, what a start needs, or (where they were before) the dev tools too. */
function missingPackages() {
  const wanted = packagesOf(join(root, "package-lock.json")) ?? {};
  const installed = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return "production";
  const isCurrent = Object.entries(wanted).every(([path, { version, dev, optional }]) =>
    path === "" || dev || optional || installed[path]?.version === version
  );
  if (isCurrent) return undefined;
  return Object.values(installed).some(({ dev }) => dev) ? "everything" : "production";
}

function install(what) {
  const began = Date.now();
  process.stderr.write("Installing packages into this folder (once)\n");
  const npm = process.env.npm_execpath;
  const command = npm ? process.execPath : "npm";
  const given = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if (what === "production") given.push("--omit=dev", "--omit=peer");
  return new Promise((resolve) => {
    const child = spawn(command, npm ? [npm, ...given] : given, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: !npm && process.platform === "win32",
    });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => {
      const took = ((Date.now() - began) / 1000).toFixed(1);
      if (code === 0) process.stderr.write(`  ✓ packages installed in ${took} s\n`);
      resolve(code ?? 1);
    });
  });
}

/** npm's wrapper copies the binary (90 MB) when it is first called: a link serves it as well. */
function spareCopy(binary, copy) {
  try {
    if (!existsSync(copy)) linkSync(binary, copy);
  } catch {
    // a file system without hard links: then it is copied
  }
}

function findDeno() {
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
  return fail(
    exitCodes.installFailed,
    "deno_missing",
    `Cannot find Deno for ${process.platform}-${process.arch} in node_modules`,
    "Delete the folder node_modules and run npm start again.",
  );
}

function run(deno) {
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
  // Ctrl-C in a terminal reaches both processes; a second one does Deno no harm.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on(
    "error",
    (error) =>
      fail(
        exitCodes.unexpected,
        "deno_failed",
        `Cannot run ${deno}: ${error.message}`,
        "See above.",
      ),
  );
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 0 : 1)));
}

checkNode();
const missing = missingPackages();
if (missing && await install(missing) !== 0) {
  fail(
    exitCodes.installFailed,
    "install_failed",
    "Cannot install the packages: npm ci failed (its message is above)",
    "Check the network and the registry (npm config get registry), then run npm start again.",
  );
}
run(findDeno());
