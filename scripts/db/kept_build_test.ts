import assert from "@std/assert";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "@std/path";
import { keptBuild } from "./kept_build.ts";

const newName = () => `test_${crypto.randomUUID().slice(0, 8)}`;

Deno.test("kept builds: made once for the same parts, anew for others, and half of one is not kept", async () => {
  const name = newName();
  let made = 0;
  const make = async (path: string) => await writeFile(path, `made ${++made}`);
  const paths: string[] = [];
  const text = async (...parts: string[]) => {
    paths.push(await keptBuild(name, () => Promise.resolve(parts), make));
    return await readFile(paths.at(-1)!, "utf8");
  };
  try {
    assert.equal(await text("a", "b"), "made 1");
    assert.equal(await text("a", "b"), "made 1");
    assert.equal(await text("ab"), "made 2");
    const half = async (path: string) => {
      await writeFile(path, "half");
      throw new Error("killed");
    };
    await assert.rejects(keptBuild(name, () => Promise.resolve(["c"]), half), /killed/);
    assert.equal(await text("c"), "made 3");
  } finally {
    for (const path of paths) await rm(path, { force: true });
  }
});

Deno.test("kept builds: what changes while one is made is not kept under what was before", async () => {
  let state = "before";
  const paths: string[] = [];
  const make = async (path: string) => {
    await writeFile(path, state);
    state = "after";
  };
  const name = newName();
  try {
    const ask = () => keptBuild(name, () => Promise.resolve([state]), make);
    paths.push(await ask());
    assert.equal(await readFile(paths[0]!, "utf8"), "after");
    state = "before";
    paths.push(await ask());
    assert.equal(paths[1], paths[0], "made once for the state after, never for the one before");
  } finally {
    for (const path of paths) await rm(path, { force: true });
  }
});

Deno.test("kept builds: old ones and what a killed process was making go away, others stay", async () => {
  const [name, other] = [newName(), newName()];
  const keep = (part: string) =>
    keptBuild(name, () => Promise.resolve([part]), (path) => writeFile(path, part));
  const first = await keep("first");
  const at = (entry: string) => join(dirname(first), entry);
  const old = [first, at(`making-${name}-old`)];
  const stay = [at(`making-${name}-new`), at(`making-${other}-old`), at(`${other}-0`)];
  let last: string | undefined;
  try {
    for (const path of [...old.slice(1), ...stay]) await mkdir(path);
    const [hours, days] = [2, 25].map((count) => Date.now() / 1000 - count * 3600);
    await utimes(first, days!, days!);
    for (const path of [old[1]!, stay[1]!, stay[2]!]) await utimes(path, hours!, hours!);
    last = await keep("last");
    assert.deepEqual(old.map(existsSync), [false, false]);
    assert.deepEqual([...stay, last].map(existsSync), [true, true, true, true]);
  } finally {
    for (const path of [...old, ...stay, last ?? first]) {
      await rm(path, { recursive: true, force: true });
    }
  }
});
