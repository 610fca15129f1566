// Checks the syntax of every JavaScript and TypeScript file below the folder that is its argument,
// in one process and without running any of them. Runs on Node 20+; TypeScript goes to Deno.
// Folders called fixtures are passed over: files there are often broken on purpose.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import vm from "node:vm";

if (!vm.SourceTextModule) {
  const args = ["--experimental-vm-modules", "--no-warnings", ...process.argv.slice(1)];
  try {
    execFileSync(process.execPath, args, { stdio: "inherit" });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
  process.exit(0);
}

const types = new Map();

/** The "type" of the nearest package.json. */
function typeOf(folder) {
  if (!types.has(folder)) {
    let type;
    try {
      type = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).type ?? "commonjs";
    } catch {
      type = dirname(folder) === folder ? "commonjs" : typeOf(dirname(folder));
    }
    types.set(folder, type);
  }
  return types.get(folder);
}

const asScript = (source, filename) => void vm.compileFunction(source, [], { filename });
const asModule = (source, identifier) => void new vm.SourceTextModule(source, { identifier });

function check(file) {
  const source = readFileSync(file, "utf8").replace(/^#!/, "//");
  if (file.endsWith(".mjs")) return asModule(source, file);
  if (file.endsWith(".cjs")) return asScript(source, file);
  if (typeOf(dirname(file)) === "module") return asModule(source, file);
  try {
    asScript(source, file);
  } catch (error) {
    // Bundlers, and Node since 22, take import and export in a plain .js file too.
    if (!/import|export|await/.test(String(error.message))) throw error;
    asModule(source, file);
  }
}

const files = readdirSync(process.argv[2] ?? ".", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((file) => !/(^|\/)(node_modules|\.git|fixtures?|__fixtures__)\//.test(file));
const scripts = files.filter((file) => [".js", ".mjs", ".cjs"].includes(extname(file)));
const typed = files.filter((file) => /\.([cm]?ts|[jt]sx)$/.test(file));

let broken = 0;
for (const file of scripts) {
  try {
    check(file);
  } catch (error) {
    broken++;
    const text = String(error.stack ?? error).split("\n    at ")[0];
    console.error(text.includes(file) ? `${text}\n` : `${file}: ${text}\n`);
  }
}

for (let at = 0; at < typed.length; at += 200) {
  const args = ["lint", "--json", "--rules-tags=", "--rules-include=no-debugger", "--no-config"];
  let output;
  try {
    output = execFileSync("deno", [...args, ...typed.slice(at, at + 200)], { stdio: "pipe" });
  } catch (error) {
    output = error.stdout;
  }
  for (const problem of JSON.parse(String(output)).errors) {
    broken++;
    console.error(`${problem.file_path}: ${problem.message}\n`);
  }
}

console.log(`${scripts.length + typed.length} files checked, ${broken} with a syntax error`);
process.exit(broken === 0 ? 0 : 1);
