import { join } from "@std/path";
import { z } from "zod";

const packageSchema = z.object({
  name: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  scripts: z.record(z.string(), z.string()).default({}).catch({}),
  dependencies: z.record(z.string(), z.string()).default({}).catch({}),
  devDependencies: z.record(z.string(), z.string()).default({}).catch({}),
  eslintConfig: z.unknown().optional(),
  cogo: z.object({
    quality: z.record(z.string(), z.union([z.string(), z.null(), z.literal(false)])).default({}),
  }).default({ quality: {} }),
});

const denoSchema = z.object({
  tasks: z.record(z.string(), z.unknown()).default({}).catch({}),
});

/** What the files of a repository say about how it is checked. */
export interface Manifest {
  /** package.json; undefined when there is none. */
  npm: z.infer<typeof packageSchema> | undefined;
  /** deno.json or deno.jsonc; undefined when there is none. */
  deno: z.infer<typeof denoSchema> | undefined;
  /** Paths of all files, relative, with "/". */
  files: string[];
  /** Why a manifest could not be read, or null. */
  problem: string | null;
}

/** Reads the manifests of a copy. A broken one is reported in `problem`, not thrown. */
export async function readManifest(work: string, files: string[]): Promise<Manifest> {
  const manifest: Manifest = { npm: undefined, deno: undefined, files, problem: null };
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    if (!files.includes(name)) return undefined;
    try {
      const text = await Deno.readTextFile(join(work, name));
      return schema.parse(JSON.parse(name.endsWith("c") ? withoutComments(text) : text));
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? z.prettifyError(thrown) : String(thrown);
      manifest.problem = `Cannot read ${name}: ${why}`;
      return undefined;
    }
  };
  manifest.npm = await read("package.json", packageSchema);
  manifest.deno = await read("deno.json", denoSchema) ?? await read("deno.jsonc", denoSchema);
  return manifest;
}

/** Whether package.json names a package as a dependency of any kind. */
export function dependsOn({ npm }: Manifest, name: string): boolean {
  return npm !== undefined && (name in npm.dependencies || name in npm.devDependencies);
}

/** Whether package.json names any dependency. */
export function hasDependencies({ npm }: Manifest): boolean {
  return npm !== undefined &&
    Object.keys(npm.dependencies).length + Object.keys(npm.devDependencies).length > 0;
}

function withoutComments(text: string): string {
  const strings = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(strings, (found) => found.startsWith('"') ? found : "")
    .replace(/,(\s*[}\]])/g, "$1");
}
