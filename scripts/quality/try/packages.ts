import { join } from "@std/path";

/** Small public packages whose tarballs hold their tests; exact versions, so figures compare. */
export const packages = [
  "minimist@1.2.8",
  "secure-json-parse@2.7.0",
  "fast-uri@3.0.1",
  "is-number@7.0.0",
];

/** A way to break an unpacked package, and what a run must then say. */
export interface Breakage {
  name: string;
  gate: "lint" | "check" | "test";
  expected: RegExp;
  apply(folder: string): Promise<void>;
}

/** Breakages of minimist, one for each way in which a repository goes wrong. */
export const breakages: Breakage[] = [
  {
    name: "failing test",
    gate: "test",
    expected: /tests failed|exit code/,
    apply: (folder) =>
      edit(folder, "index.js", (code) => code.replace("return argv;", "return {};")),
  },
  {
    name: "lint error",
    gate: "lint",
    expected: /exit code 1/,
    apply: (folder) => edit(folder, "index.js", (code) => `${code}\nvar unused = 1\n`),
  },
  {
    name: "syntax error",
    gate: "check",
    expected: /exit code 1/,
    apply: (folder) => edit(folder, "index.js", (code) => `${code}\nvar = ;\n`),
  },
  {
    name: "hanging test",
    gate: "test",
    expected: /time limit of 20 s/,
    apply: (folder) => script(folder, "node -e 'setInterval(() => {}, 1000)'"),
  },
  {
    name: "200 MB of output",
    gate: "test",
    expected: /more than 64 MB of output/,
    apply: (folder) => script(folder, "yes 'a line of output' | head -c 200000000"),
  },
  {
    name: "memory eater",
    gate: "test",
    expected: /MB of memory/,
    apply: (folder) =>
      script(
        folder,
        "node --max-old-space-size=8192 -e 'const kept = []; setInterval(() => kept.push(Buffer.alloc(1e8, 1)), 20)'",
      ),
  },
  {
    name: "fork bomb",
    gate: "test",
    expected: /more than 256 processes/,
    apply: (folder) => script(folder, "f() { sleep 300 & f; }; f"),
  },
  {
    name: "detached process",
    gate: "test",
    expected: /^$/,
    apply: (folder) => script(folder, "setsid sleep 86398 & true"),
  },
];

/** Downloads and unpacks a package; returns the folder. */
export async function unpack(name: string, into: string): Promise<string> {
  await Deno.mkdir(into, { recursive: true });
  const packed = await new Deno.Command("npm", {
    args: ["pack", "--silent", name],
    cwd: into,
    stderr: "null",
  }).output();
  const file = new TextDecoder().decode(packed.stdout).trim().split("\n").pop();
  if (!packed.success || !file) throw new Error(`Cannot get ${name} from the npm registry.`);
  const { success } = await new Deno.Command("tar", { args: ["xzf", file], cwd: into }).output();
  if (!success) throw new Error(`Cannot unpack ${file}.`);
  return join(into, "package");
}

async function edit(
  folder: string,
  file: string,
  change: (text: string) => string,
): Promise<void> {
  const before = await Deno.readTextFile(join(folder, file));
  const after = change(before);
  if (after === before) throw new Error(`Cannot break ${file}: what to replace is not there`);
  await Deno.writeTextFile(join(folder, file), after);
}

function script(folder: string, test: string): Promise<void> {
  return edit(folder, "package.json", (text) => {
    const manifest = JSON.parse(text);
    return JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, test } }, null, 2);
  });
}
