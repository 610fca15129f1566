/** Asks a process to end; Windows knows but Ctrl-C, and throws for a listener to anything else. */
export const endSignals: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];
