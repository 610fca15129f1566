/**
 * Resolves to the exit code when somebody asks the stack to stop: 0 for Ctrl-C and TERM, which
 * both end a stack that has done its work.
 */
export function stopRequested(): Promise<number> {
  return new Promise((resolve) => {
    const signals: Deno.Signal[] = Deno.build.os === "windows"
      ? ["SIGINT"]
      : ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) Deno.addSignalListener(signal, () => resolve(0));
  });
}
