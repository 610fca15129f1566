// deno task db:verify: replays all migrations on an empty database and demands an empty plan.
import { compareWithSource, type Pass } from "./compare_with_source.ts";
import { type Image, openImage } from "./serve_pglite.ts";

/**
 * Throws an `Error` that shows what the migrations lack when they do not lead to `sql/`. Leaves
 * every migration applied to `image`, which must be new.
 */
export async function verify(image: Image): Promise<void> {
  const found: Pass[] = [];
  await compareWithSource(image, {
    allowDrops: true,
    write: (pass) => {
      found.push(pass);
      return Promise.resolve(false);
    },
  });
  const [first] = found;
  if (first === undefined) return;
  throw new Error(
    "Cannot agree: the migrations do not lead to what sql/ says. Missing:\n\n" +
      `${first.texts.join("\n").slice(0, 3000)}\n\nRun \`deno task db:generate NAME\`.`,
  );
}

if (import.meta.main) {
  const image = await openImage();
  try {
    await verify(image);
    console.log("The migrations lead to what sql/ says.");
    Deno.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
