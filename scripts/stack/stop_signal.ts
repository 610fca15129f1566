// One Ctrl-C arrives more than once: from the terminal, from npm and from Node.
const echoMs = 500;

/**
 * Resolves when somebody asks the stack to stop: Ctrl-C, TERM, or a closed terminal. Whoever asks
 * again while it is stopping has it end at once.
 */
export function stopRequested(endAtOnce: () => void): Promise<void> {
  return new Promise((resolve) => {
    const signals: Deno.Signal[] = Deno.build.os === "windows"
      ? ["SIGINT"]
      : ["SIGINT", "SIGTERM", "SIGHUP"];
    let asked: number | undefined;
    const onSignal = () => {
      if (asked !== undefined && performance.now() - asked > echoMs) return endAtOnce();
      asked ??= performance.now();
      resolve();
    };
    for (const signal of signals) Deno.addSignalListener(signal, onSignal);
  });
}
