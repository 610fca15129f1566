import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";
import { planChanges } from "./plan_changes.ts";
import { type Image, openOwnImage } from "./serve_pglite.ts";
import { copySourceTree, readSourceTree } from "./source_tree.ts";

/** What one pass found: the extensions it allowed and the SQL that is still to be written. */
export interface Pass {
  /** Empty for the plain part of the tree; then the sets that `-- requires:` lines name. */
  readonly requires: readonly string[];
  /** One text for each transaction; none when the migrations agree with `sql/`. */
  readonly texts: readonly string[];
}

const keyOf = (names: readonly string[]): string => [...names].sort().join(", ");

function passesOf(requiredSets: readonly (readonly string[])[]): string[][] {
  const keys = [...new Set(requiredSets.map(keyOf))].filter((key) => key !== "").sort();
  return [[], ...keys.map((key) => key.split(", "))];
}

/**
 * Replays all migrations on an empty database and asks what would bring it to `sql/`, first without
 * the files that need a rare extension, then with them. `write` gets each pass that found something
 * and must apply it to the image when later passes are to build on it; it returns false to stop.
 * `target` is an image without migrations; the plain part of them is applied to it here.
 */
export async function compareWithSource(
  target: Image,
  options: { allowDrops?: boolean; write(pass: Pass): Promise<boolean> },
): Promise<void> {
  const [files, migrations] = await Promise.all([readSourceTree(), readMigrations()]);
  const targetUrl = await target.serve();
  for (const requires of passesOf([...files, ...migrations].map((one) => one.requires))) {
    const allowed = (names: readonly string[]) => names.every((name) => requires.includes(name));
    await migrate(target.executor, { select: (migration) => allowed(migration.requires) });
    const [shadow, copy] = await Promise.all([openOwnImage(), copySourceTree(files, requires)]);
    try {
      const texts = await planChanges({
        folder: copy.folder,
        shadow: await shadow.serve(),
        target: targetUrl,
        ...(options.allowDrops === undefined ? {} : { allowDrops: options.allowDrops }),
      });
      if (texts.length > 0 && !await options.write({ requires, texts })) return;
    } finally {
      await Promise.all([shadow.close(), copy.remove()]);
    }
  }
}
