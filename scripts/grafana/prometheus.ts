import { setTimeout as pause } from "node:timers/promises";
import { join } from "@std/path";
import { z } from "zod";
import { freePort } from "../postgres/server_process.ts";

const places = ["/usr/bin/prometheus", "/usr/local/bin/prometheus", "/opt/homebrew/bin/prometheus"];

/** Where a Prometheus is (`PROMETHEUS_PATH`, else the usual places), or undefined. */
export function findPrometheus(): string | undefined {
  const named = Deno.env.get("PROMETHEUS_PATH");
  return (named ? [named] : places).find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

const answerSchema = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z.object({
    result: z.array(z.object({
      metric: z.record(z.string(), z.string()),
      value: z.tuple([z.number(), z.string()]),
    })),
  }).optional(),
});

/** One line of an answer. */
export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A Prometheus of our own. */
export interface Prometheus {
  readonly url: string;
  /** Evaluates PromQL now. Throws with what Prometheus says is wrong with it. */
  query(expr: string): Promise<Line[]>;
  stop(): Promise<void>;
}

const configOf = (target: URL, everyMs: number) => `
global: { scrape_interval: ${everyMs}ms, scrape_timeout: ${everyMs}ms }
scrape_configs:
  - job_name: cogo
    metrics_path: ${target.pathname}
    scheme: ${target.protocol.replace(":", "")}
    static_configs: [{ targets: ["${target.host}"] }]
`;

async function ask(url: string, expr: string): Promise<Line[]> {
  const response = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expr)}`);
  const { status, error, data } = answerSchema.parse(await response.json());
  if (status !== "success") throw new Error(`${expr}: ${error}`);
  return (data?.result ?? []).map(({ metric, value: [, value] }) => ({
    labels: metric,
    value: value === "NaN" ? NaN : Number(value.replace("Inf", "Infinity")),
  }));
}

/** Starts one that scrapes `target` every so many milliseconds and keeps nothing after its end. */
export async function startPrometheus(
  program: string,
  target: string,
  everyMs: number,
): Promise<Prometheus> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-prometheus-" });
  const config = join(folder, "prometheus.yml");
  await Deno.writeTextFile(config, configOf(new URL(target), everyMs));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = new Deno.Command(program, {
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
      "--log.level=error",
    ],
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  const stop = async () => {
    child.kill("SIGKILL");
    await child.status;
    await Deno.remove(folder, { recursive: true });
  };
  const isReady = () =>
    fetch(`${url}/-/ready`).then(async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    }, () => false);
  for (const end = performance.now() + 30_000; !await isReady();) {
    if (performance.now() > end) {
      await stop();
      throw new Error("Prometheus was not ready within 30 s");
    }
    await pause(50);
  }
  return { url, query: (expr) => ask(url, expr), stop };
}
