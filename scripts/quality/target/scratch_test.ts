import assert from "@std/assert";
import { join } from "@std/path";
import { withRepository } from "../gates/fixture_repository.ts";
import { listFolder } from "./copy_files.ts";
import { git } from "./git.ts";
import { makeScratch } from "./scratch.ts";
import { findSource } from "./source.ts";

const files = {
  "package.json": "{}",
  "src/a.js": "1\n",
  ".env": "KEY=secret\n",
  ".env.example": "KEY=\n",
  "node_modules/x/index.js": "1\n",
};
const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];

async function commit(folder: string, paths: string[]): Promise<void> {
  for (const step of [["init", "-q"], ["add", "-f", ...paths], [...author, "commit", "-qm", "x"]]) {
    const done = await git(step, folder);
    assert.ok(done.ok, done.stderr);
  }
}

async function copied(target: string): Promise<string[]> {
  const source = await findSource(target, { base: "/", mayReadFolders: true });
  await using scratch = await makeScratch(source);
  return (await listFolder(scratch.work)).sort();
}

Deno.test("scratch: a plain folder is copied without dependencies and secret files", () =>
  withRepository(files, async (folder) => {
    assert.deepEqual(await copied(folder), [".env.example", "package.json", "src/a.js"]);
  }));

Deno.test("scratch: of a checkout the tracked files are copied as they lie there", () =>
  withRepository(files, async (folder) => {
    await commit(folder, ["package.json", "src/a.js"]);
    await Deno.writeTextFile(join(folder, "src/a.js"), "2\n");
    await Deno.writeTextFile(join(folder, "src/untracked.js"), "3\n");
    const source = await findSource(folder, { base: "/", mayReadFolders: true });
    assert.equal(source.kind === "checkout" && source.dirty, true);
    await using scratch = await makeScratch(source);
    assert.deepEqual((await listFolder(scratch.work)).sort(), ["package.json", "src/a.js"]);
    assert.equal(await Deno.readTextFile(join(scratch.work, "src/a.js")), "2\n");
  }));

Deno.test("scratch: links out of the target are not copied, links within it are", () =>
  withRepository(files, async (folder) => {
    await Deno.symlink("/etc/passwd", join(folder, "absolute"));
    await Deno.symlink("../../etc/passwd", join(folder, "src/upward"));
    await Deno.symlink("a.js", join(folder, "src/inside"));
    const names = await copied(folder);
    assert.deepEqual(names.filter((name) => /absolute|upward|inside/.test(name)), ["src/inside"]);
  }));

Deno.test("scratch: a git URL is fetched at the commit that was planned", () =>
  withRepository(files, async (folder) => {
    await commit(folder, ["package.json"]);
    const url = `file://${folder}`;
    const source = await findSource(url, { base: "/", mayReadFolders: true });
    await commit(folder, ["src/a.js"]);
    await git(["config", "uploadpack.allowAnySHA1InWant", "true"], folder);
    await using scratch = await makeScratch(source);
    assert.deepEqual((await listFolder(scratch.work)).sort(), ["package.json"]);
  }));

Deno.test("scratch: a URL that answers nothing is a failure that may pass", async () => {
  const rules = { base: "/", mayReadFolders: true };
  await assert.rejects(findSource("file:///no/such/repository", rules), { mayPass: true });
});

Deno.test("scratch: the copy is gone at the end", () =>
  withRepository(files, async (folder) => {
    const source = await findSource(folder, { base: "/", mayReadFolders: true });
    const scratch = await makeScratch(source);
    await scratch[Symbol.asyncDispose]();
    await assert.rejects(Deno.stat(scratch.root), Deno.errors.NotFound);
  }));
