// needs: npm
import assert from "@std/assert";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

for (const [os, cpu] of [["linux", "x64"], ["darwin", "arm64"], ["win32", "x64"]] as const) {
  Deno.test(`packages: npm ci takes the lock of a bare clone on ${os} ${cpu}`, async () => {
    const bare = await mkdtemp(join(tmpdir(), "cogo-lock-"));
    try {
      for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
        await copyFile(join(top, file), join(bare, file));
      }
      const npm = Deno.build.os === "windows" ? "npm.cmd" : "npm";
      const args = [
        "ci",
        "--ignore-scripts",
        "--dry-run",
        "--offline",
        `--os=${os}`,
        `--cpu=${cpu}`,
      ];
      const result = await new Deno.Command(npm, { args, cwd: bare }).output();
      const said = new TextDecoder().decode(result.stderr);
      assert.ok(result.success, `npm ci refused the lock:\n${said}`);
    } finally {
      await rm(bare, { recursive: true, force: true });
    }
  });
}
