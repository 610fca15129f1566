import { type Finder, formsOf } from "./canary.ts";
import type { Written } from "./written.ts";

/** Plants a canary in each form in the log, in a row and in a file, and looks for them. */
export async function findPlanted(
  find: Finder,
  canary: string,
  plant: (text: string) => Promise<AsyncIterable<Written>[]>,
) {
  const forms = formsOf(canary.slice("sk-canary-".length));
  let [planted, found] = [0, 0];
  const places = await plant(forms.map(([form, text]) => `${form}: x${text}x`).join("\n"));
  const wanted = new Set(forms.map(([form]) => form));
  for (const place of places) {
    const seen = new Set<string>();
    for await (const { source, text } of place) {
      for (const { form } of find(source, text)) seen.add(form);
    }
    planted += wanted.size;
    found += [...wanted].filter((form) => seen.has(form)).length;
  }
  return { planted, found };
}
