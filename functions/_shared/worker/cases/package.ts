import { dirname } from "@std/path";
import { readTarball } from "../../../../scripts/postgres/read_tarball.ts";

/** Runs a program to its end and answers its output. Throws with its errors when it fails. */
export async function run(
  program: string,
  options: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: options,
    cwd,
    env,
    stdin: "null",
  }).output();
  const [output, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`${program} ${options.join(" ")} failed:\n${output}${errors}`);
  return output!;
}

/** Builds and packs the library, unpacks it into a new project and copies the examples there. */
export async function unpackIntoProject(root: string, project: string): Promise<void> {
  await run("npm", ["pack", "--silent", "--pack-destination", project], root);
  const packed = [...Deno.readDirSync(project)].find((entry) => entry.name.endsWith(".tgz"))!;
  const modules = `${project}/node_modules`;
  await Deno.mkdir(`${modules}/@types`, { recursive: true });
  for (const { path, bytes } of await readTarball(`${project}/${packed.name}`)) {
    const place = path.replace(/^package/, `${modules}/cogo-agent-core`);
    await Deno.mkdir(dirname(place), { recursive: true });
    await Deno.writeFile(place, bytes);
  }
  for (const name of ["zod", "@types/node", "undici-types"]) {
    await Deno.symlink(`${root}node_modules/${name}`, `${modules}/${name}`);
  }
  await Deno.writeTextFile(`${project}/package.json`, '{ "type": "module" }\n');
  for (const name of ["worker.js", "typed_worker.ts", "order_workflow.ts", "llm_worker.ts"]) {
    await Deno.copyFile(`${root}docs/examples/${name}`, `${project}/${name}`);
  }
}

const bunVersion = "1.4.5";

/** Bun from the path, or brought by npm into node_modules/.cache; undefined when neither is. */
export async function findBun(root: string): Promise<string | undefined> {
  const cache = `${root}node_modules/.cache/bun-${bunVersion}`;
  const platform = `${Deno.build.os}-${Deno.build.arch === "x86_64" ? "x64" : Deno.build.arch}`;
  const cached = `${cache}/node_modules/@oven/bun-${platform}/bin/bun`;
  for (const bun of ["bun", cached]) {
    if (await run(bun, ["--version"], root).catch(() => undefined)) return bun;
  }
  const options = ["install", "--silent", "--no-save", "--ignore-scripts", "--prefix", cache];
  try {
    await Deno.mkdir(cache, { recursive: true });
    await run("npm", [...options, `@oven/bun-${platform}@${bunVersion}`], cache);
    return await run(cached, ["--version"], root).then(() => cached);
  } catch {
    return undefined;
  }
}
