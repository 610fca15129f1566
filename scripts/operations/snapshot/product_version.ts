import { z } from "zod";

/** The version that package.json of this checkout tells. */
export async function productVersion(): Promise<string> {
  const text = await Deno.readTextFile(new URL("../../../package.json", import.meta.url));
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
