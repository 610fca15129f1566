import type { Plan } from "../../../functions/_shared/quality/gates.ts";
import { detectGates } from "../detect/detect_gates.ts";
import { readManifest } from "../detect/manifest.ts";
import { listFolder } from "../target/copy_files.ts";
import { makeScratch } from "../target/scratch.ts";
import { findSource, type SourceRules } from "../target/source.ts";

/**
 * Looks at a target and says what each gate will run.
 * @throws QualityFailure when the target cannot be read
 */
export async function planTarget(
  target: string,
  rules: SourceRules,
  signal?: AbortSignal,
): Promise<Plan> {
  const source = await findSource(target, rules);
  // The copy decides, not the folder: what is not tracked is not there for the tools either.
  await using scratch = await makeScratch(source, signal);
  const files = (await listFolder(scratch.work)).sort();
  return { source, gates: detectGates(await readManifest(scratch.work, files)) };
}
