import assert from "@std/assert";
import { readFile, rm, writeFile } from "node:fs/promises";
import { keptBuild } from "./kept_build.ts";

Deno.test("kept builds: made once for the same parts, anew for others, and half of one is not kept", async () => {
  const name = `test_${crypto.randomUUID().slice(0, 8)}`;
  let made = 0;
  const make = async (path: string) => await writeFile(path, `made ${++made}`);
  const paths: string[] = [];
  const text = async (...parts: string[]) => {
    paths.push(await keptBuild(name, parts, make));
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
    await assert.rejects(keptBuild(name, ["c"], half), /killed/);
    assert.equal(await text("c"), "made 3");
  } finally {
    for (const path of paths) await rm(path, { force: true });
  }
});
