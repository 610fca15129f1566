import type { Limits } from "./limits.ts";

// The first process of the group. A watcher reads our pipe: when we die, however we die, the pipe
// closes and the watcher kills the group, so that a killed runner leaves no tool behind.
const wrapper = `
exec 3<&0 </dev/null
( read -r _ <&3; kill -KILL 0 ) >/dev/null 2>&1 &
exec 3<&-
ulimit -c 0
ulimit -f "$1"
ulimit -t "$2"
shift 2
"$@"
`;

let namespaces: Promise<string[]> | undefined;

/**
 * The argument list that starts `command` (a shell line) as the leader of a limited group.
 * Where the kernel lets us, the group gets process ids of its own, which nothing can leave.
 */
export async function wrapCommand(
  command: string,
  limits: Limits,
  ownProcessIds: boolean,
): Promise<string[]> {
  namespaces ??= findNamespaces();
  const blocks = Math.ceil(limits.file_mb * 2048); // ulimit -f counts 512-byte blocks
  const cpuSeconds = Math.ceil(limits.wall_seconds * (navigator.hardwareConcurrency + 1));
  return [
    ...(ownProcessIds ? await namespaces : []),
    "/bin/sh",
    "-c",
    wrapper,
    "cogo-quality",
    String(blocks),
    String(cpuSeconds),
    "/bin/sh",
    "-c",
    command,
  ];
}

async function findNamespaces(): Promise<string[]> {
  if (Deno.build.os !== "linux") return [];
  const base = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
  for (const prefix of [base, [...base, "--user", "--map-root-user"]]) {
    if (await succeeds([...prefix, "true"])) return prefix;
  }
  return [];
}

async function succeeds(command: string[]): Promise<boolean> {
  const [program = "", ...args] = command;
  try {
    const { success } = await new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}
