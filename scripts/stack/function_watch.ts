import { relative, sep } from "node:path";

/**
 * Watches a functions folder. Calls `onChange` with the name of a changed function, or with
 * undefined when shared code changed and all of them must start anew. Returns the way to stop.
 */
export function watchFunctions(
  folder: string,
  onChange: (name: string | undefined) => void,
): () => void {
  let watcher: Deno.FsWatcher;
  try {
    watcher = Deno.watchFs(folder, { recursive: true });
  } catch {
    return () => {}; // no such folder, or no more watches to be had: then without
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<string | undefined>();

  const flush = () => {
    const names = [...changed];
    changed.clear();
    if (names.includes(undefined)) onChange(undefined);
    else names.forEach((name) => onChange(name));
  };

  (async () => {
    for await (const event of watcher) {
      if (event.kind === "access") continue;
      for (const path of event.paths) {
        if (!/\.(ts|tsx|js|mjs|json|html|css)$/.test(path) || /_test\.tsx?$/.test(path)) continue;
        const room = relative(folder, path).split(sep)[0] ?? "";
        changed.add(room.startsWith("_") ? undefined : room);
        clearTimeout(timer);
        timer = setTimeout(flush, 100);
      }
    }
  })();

  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
