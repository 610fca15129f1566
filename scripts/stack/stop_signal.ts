/** Resolves when somebody asks the stack to stop: Ctrl-C, TERM, or a closed terminal. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    const signals: Deno.Signal[] = Deno.build.os === "windows"
      ? ["SIGINT"]
      : ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) Deno.addSignalListener(signal, () => resolve());
  });
}
