// Node built-ins only: this runs before anything is installed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Path -> {version, dev, optional} of a lock file, npm's own record of node_modules included. */
function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

/** What to install: nothing, what a start needs, or (where they were before) the dev tools too. */
export function missingPackages(root) {
  const wanted = packagesOf(join(root, "package-lock.json")) ?? {};
  const installed = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return "production";
  const isCurrent = Object.entries(wanted).every(([path, { version, dev, optional, peer }]) =>
    path === "" || dev || optional || peer || installed[path]?.version === version
  );
  if (isCurrent) return undefined;
  return Object.values(installed).some(({ dev }) => dev) ? "everything" : "production";
}

export function install(root, what) {
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
