import { randomBytes, randomUUID } from "node:crypto";
import process from "node:process";
import { toBase64 } from "../../../functions/_shared/keys/bytes.ts";
import { forgetDeks } from "../../../functions/_shared/keys/dek_cache.ts";
import { openKey, sealKey } from "../../../functions/_shared/keys/envelope.ts";
import { median } from "../statistics.ts";
import type { Figure } from "./figure.ts";

/** How long it takes to open an envelope: with its DEK at hand, and unwrapping it first. */
export async function measureEnvelope(quick: boolean): Promise<Figure[]> {
  for (const name of ["KEK_bench", "KEY_CHECKSUM_KEY"]) {
    Deno.env.set(name, toBase64(new Uint8Array(randomBytes(32))));
  }
  Deno.env.set("APP_ENV", "production");
  const place = {
    key_id: randomUUID(),
    tenant_id: randomUUID(),
    provider: "openai",
    field: "api_key",
    alias: "default",
    env: "production",
    version: 1,
  };
  const sealed = await sealKey(`sk-${"x".repeat(48)}`, place, "bench");
  const many = quick ? 300 : 1000;
  const micros = async (before: () => void) => {
    const [rounds, cpu]: [number[], number[]] = [[], []];
    for (let round = 0; round < 10; round++) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      for (let nth = 0; nth < many; nth++) {
        before();
        await openKey(sealed);
      }
      if (round === 0) continue;
      rounds.push((performance.now() - began) * 1000 / many);
      const { user, system } = process.cpuUsage(used);
      cpu.push((user + system) / many);
    }
    return { time: median(rounds), cpu: median(cpu) };
  };
  const [held, unwrapped] = [await micros(() => {}), await micros(forgetDeks)];
  const what = "open an envelope in Deno, its DEK at hand";
  return [
    { what, value: held.time, unit: "µs", bar: { most: 100 } },
    { what: "CPU of it", value: held.cpu, unit: "µs" },
    { what: "time of the same, unwrapping its DEK first", value: unwrapped.time, unit: "µs" },
  ];
}
