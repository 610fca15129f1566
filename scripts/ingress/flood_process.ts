// A process of its own, so that those who flood share neither event loop nor memory with the stack:
// deno run -A flood_process.ts '{"url": …, "headers": …, "perSecond": …, "seconds": …}'
import { pause } from "../../functions/_shared/ingress/pause.ts";
import type { Outside } from "./outside.ts";

/** What a flood was answered. */
export interface Tally {
  offered: number;
  readonly ids: string[];
  refused: number;
  wrong: number;
  readonly refusalMs: number[];
  /** From the first request to the last answer. */
  seconds: number;
}

async function offer(outside: Outside, tally: Tally): Promise<void> {
  tally.offered++;
  const began = performance.now();
  try {
    const response = await fetch(`${outside.url}/jobs`, {
      method: "POST",
      headers: outside.headers,
      body: '{"type": "flood.work", "payload": {"text": "from outside"}}',
    });
    const body = await response.json();
    if (response.status === 202) tally.ids.push(body.job_id);
    else if ([429, 503].includes(response.status) && response.headers.has("retry-after")) {
      tally.refused++;
      tally.refusalMs.push(performance.now() - began);
    } else tally.wrong++;
  } catch {
    tally.wrong++;
  }
}

/** Offers at an even rate, whatever is answered. */
async function flood(outside: Outside, perSecond: number, seconds: number): Promise<Tally> {
  const tally: Tally = { offered: 0, ids: [], refused: 0, wrong: 0, refusalMs: [], seconds: 0 };
  const open = new Set<Promise<void>>();
  const began = performance.now();
  for (;;) {
    const passed = (performance.now() - began) / 1000;
    if (passed >= seconds) break;
    while (tally.offered < passed * perSecond) {
      const one = offer(outside, tally);
      open.add(one);
      one.finally(() => open.delete(one));
    }
    await pause(5);
  }
  await Promise.all(open);
  tally.seconds = (performance.now() - began) / 1000;
  return tally;
}

if (import.meta.main) {
  const { perSecond, seconds, ...outside } = JSON.parse(Deno.args[0] ?? "{}");
  console.log(JSON.stringify(await flood(outside, perSecond, seconds)));
}
