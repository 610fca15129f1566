// node scripts/gate/complete-lock.mjs: adds to package-lock.json the packages of other platforms.
//
// npm leaves an optional package out of the lock when its registry does not offer it at that moment,
// and `npm ci` then refuses the lock ("Missing … from lock file"), here or on another system. Name,
// version and platform are all that npm needs, and all three are known.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const systems = { darwin: "darwin", linux: "linux", win32: "win32", windows: "win32" };
const processors = { arm64: "arm64", x64: "x64" };
const libraries = { glibc: "glibc", musl: "musl" };

/** What a platform package is for, told by its name: @deno/linux-x64-glibc. */
export function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  const find = (known) => words.map((word) => known[word]).find((value) => value !== undefined);
  const [os, cpu, libc] = [systems, processors, libraries].map(find);
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/** The lock with the missing entries, and their names. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = [`${place}/node_modules/${name}`, `node_modules/${name}`]
        .some((key) => key in packages);
      const platform = platformOf(name);
      if (found || platform.os === undefined) continue;
      if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) {
        throw new Error(`Cannot add ${name}: ${place} asks for the range ${version}`);
      }
      packages[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, "en"));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, "utf8")));
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added ${added.join(", ")}` : "Nothing is missing.");
}
