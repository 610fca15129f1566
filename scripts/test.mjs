// npm test: installs what is missing, then runs the whole gate. Node built-ins only.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = `Usage: npm test [-- --json]

Runs the whole gate: formatting, lint, types, migrations, the Supabase CLI's checks, pgTAP and Deno
tests. Ends with one line: N passed, N failed, N skipped; exit code 1 when something failed.

  --json  that line as JSON, with every step; progress goes to stderr
  --help  this text

A part of it: deno task test:quick, deno task test:sql FOLDER, deno task db:verify.
`;

/** Ends with the promised last line although the gate could not run. */
function giveUp(problem, json) {
  console.error(problem);
  console.log(json ? '{"passed":0,"failed":1,"skipped":0}' : "0 passed, 1 failed, 0 skipped");
  process.exit(1);
}

function readLock(...path) {
  const file = join(top, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Whether node_modules holds what the lock says; packages of other systems may be missing. */
function isInstalled() {
  const wanted = Object.entries(readLock("package-lock.json"));
  const have = readLock("node_modules", ".package-lock.json");
  return wanted.every(([place, { version, optional }]) =>
    place === "" || have[place]?.version === version || (optional && have[place] === undefined)
  );
}

function findDeno() {
  const name = process.platform === "win32" ? "deno.exe" : "deno";
  const folder = join(top, "node_modules", "@deno");
  const platforms = existsSync(folder) ? readdirSync(folder) : [];
  const deno = platforms.map((one) => join(folder, one, name)).find((file) => existsSync(file));
  if (deno !== undefined && process.platform !== "win32") chmodSync(deno, 0o755);
  return deno;
}

let running;

/** Runs a program to its end; resolves to its exit code, 128 and more when a signal ended it. */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    running = spawn(program, args, { cwd: top, stdio: "inherit", ...options });
    running.once("error", (error) => resolve((console.error(error.message), 127)));
    running.once("exit", (code) => resolve(code ?? 130));
  });
}

async function main(args) {
  const json = args.includes("--json");
  const unknown = args.find((arg) => !["--json", "--help"].includes(arg));
  if (unknown !== undefined || args.includes("--help")) {
    console.log(unknown === undefined ? usage : `Unknown option ${unknown}\n\n${usage}`);
    return unknown === undefined ? 0 : 2;
  }
  if (!isInstalled()) {
    console.error("Installing packages (npm ci) …");
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const code = await run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      shell: process.platform === "win32",
      stdio: ["ignore", 2, 2],
    });
    if (code !== 0) giveUp("Cannot install: npm ci failed. Is a package registry reachable?", json);
  }
  const deno = findDeno();
  if (deno === undefined) {
    giveUp(`Cannot find Deno for ${process.platform} ${process.arch}: run npm ci.`, json);
  }
  const cache = join(top, "node_modules", ".cache", "deno");
  mkdirSync(cache, { recursive: true });
  return await run(deno, ["run", "--allow-all", "scripts/gate/ok.ts", ...args], {
    env: { ...process.env, DENO_DIR: process.env.DENO_DIR ?? cache, DENO_NO_UPDATE_CHECK: "1" },
  });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => running?.kill(signal));
}
process.exit(await main(process.argv.slice(2)));
