import assert from "@std/assert";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import { missingPackages } from "./install_packages.mjs";

type Packages = Record<
  string,
  { version?: string; dev?: boolean; optional?: boolean; peer?: boolean }
>;

const locked: Packages = {
  "": {},
  "node_modules/needed": { version: "1.2.0" },
  "node_modules/tool": { version: "3.0.0", dev: true },
  "node_modules/for-another-system": { version: "1.0.0", optional: true },
  "node_modules/asked-of-the-user": { version: "2.0.0", peer: true },
};

/** What is missing where the lock says `locked` and npm has noted `installed`. */
async function missing(installed: Packages | undefined): Promise<string | undefined> {
  const root = await mkdtemp(join(tmpdir(), "cogo-install-"));
  try {
    await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: locked }));
    await mkdir(join(root, "node_modules"));
    if (installed) {
      const record = join(root, "node_modules", ".package-lock.json");
      await writeFile(record, JSON.stringify({ packages: installed }));
    }
    return missingPackages(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

Deno.test("a start installs once: what npm leaves out on purpose is not missing", async () => {
  assert.equal(await missing(undefined), "production");
  assert.equal(await missing({ "node_modules/needed": { version: "1.2.0" } }), undefined);
});

Deno.test("another version is installed anew, with the tools of developers where they were", async () => {
  assert.equal(await missing({ "node_modules/needed": { version: "1.1.0" } }), "production");
  const withTools = {
    "node_modules/needed": { version: "1.1.0" },
    "node_modules/tool": { version: "3.0.0", dev: true },
  };
  assert.equal(await missing(withTools), "everything");
});
