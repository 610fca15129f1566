// npm start: Node built-ins only, so that a bare clone can run it before anything is installed. What
// needs a newer Node is imported after the check, so that an old one gets a sentence, not a trace.
const oldestNode = 20;
const exitCodes = { nodeTooOld: 8, installFailed: 9, unexpected: 10 };
const args = process.argv.slice(2);

function fail(exitCode, code, message, hint) {
  process.stderr.write("\n  ✗ " + message + "\n    " + hint + "\n");
  if (args.includes("--json")) {
    process.stdout.write(JSON.stringify({ error: { code, message, hint } }) + "\n");
  }
  process.exit(exitCode);
}

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= oldestNode) return;
  fail(
    exitCodes.nodeTooOld,
    "node_too_old",
    "Cannot start: Node " + process.versions.node + " is too old, " + oldestNode +
      " or newer is needed",
    "Install a newer one from https://nodejs.org (or `nvm install 22`) and run npm start again.",
  );
}

async function start() {
  const { fileURLToPath } = await import("url");
  const root = fileURLToPath(new URL("../", import.meta.url));
  const { install, missingPackages } = await import("./stack/install_packages.mjs");
  const { findDeno, run } = await import("./stack/run_deno.mjs");
  const missing = missingPackages(root);
  if (missing && await install(root, missing) !== 0) {
    fail(
      exitCodes.installFailed,
      "install_failed",
      "Cannot install the packages: npm ci failed (its message is above)",
      "Check the network and the registry (npm config get registry), then run npm start again.",
    );
  }
  const deno = findDeno(root);
  if (!deno) {
    fail(
      exitCodes.installFailed,
      "deno_missing",
      `Cannot find Deno for ${process.platform}-${process.arch} in node_modules`,
      "Delete the folder node_modules and run npm start again.",
    );
  }
  run(root, deno, args, (error) => {
    const message = `Cannot run ${deno}: ${error.message}`;
    const hint = "Delete the folder node_modules and run npm start again.";
    fail(exitCodes.unexpected, "deno_failed", message, hint);
  });
}

checkNode();
start();
