import { AsyncLocalStorage } from "node:async_hooks";

const inside = new AsyncLocalStorage<(line: string) => void>();
let replaced = false;

function replaceConsole(): void {
  if (replaced) return;
  replaced = true;
  for (const method of ["error", "warn", "info", "log"] as const) {
    const loud = console[method].bind(console);
    console[method] = (...parts: unknown[]) => {
      const keep = inside.getStore();
      if (keep) keep(parts.map((part) => part instanceof Error ? part.message : part).join(" "));
      else loud(...parts);
    };
  }
}

/**
 * Runs `work` while what it prints goes to `keep`: the gateway prints every refused request with
 * a stack trace, and the caller already has the error.
 */
export function quietly<T>(keep: (line: string) => void, work: () => T): T {
  replaceConsole();
  return inside.run(keep, work);
}
