import assert from "@std/assert";
import { join } from "@std/path";
import type { Manifest } from "../detect/manifest.ts";
import { findDependencyFixer } from "./dependency_fixer.ts";

const manifest = (files: string[]): Manifest => (
  { npm: undefined, deno: undefined, files, problem: null }
);

Deno.test("dependency fixer: without a lock there is nothing to mend", () => {
  assert.equal(findDependencyFixer(manifest(["package.json"])), undefined);
});

const { success: hasMv } = await new Deno.Command("sh", { args: ["-c", "command -v mv"] }).output();
if (!hasMv) console.warn("SKIPPED: the lock that is written anew: the shell has no mv.");

for (
  const [what, npm, left] of [
    ["adds to the lock where that does", "printf ' more' >> package-lock.json", "old more"],
    [
      "writes it anew where it must",
      "[ ! -e package-lock.json ] && printf new > package-lock.json",
      "new",
    ],
    ["leaves it where npm fails", "false", "old"],
  ]
) {
  Deno.test({
    name: `dependency fixer: it ${what}`,
    ignore: !hasMv,
    fn: async () => {
      const folder = await Deno.makeTempDir({ prefix: "cogo-lock-" });
      try {
        const work = join(folder, "work");
        await Deno.mkdir(work);
        await Deno.writeTextFile(join(work, "package-lock.json"), "old");
        const { command } = findDependencyFixer(manifest(["package-lock.json"]))!;
        const args = ["-c", `npm() { ${npm}; }; ${command}`];
        await new Deno.Command("sh", { args, cwd: work }).output();
        assert.equal(await Deno.readTextFile(join(work, "package-lock.json")), left);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
