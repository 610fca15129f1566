import assert from "node:assert/strict";
import { type FakeProvider, startFakeProvider } from "../routing/fake_provider/mod.ts";
import type { RouteNeed } from "./contract.ts";
import type { LlmError } from "./llm_error.ts";
import { type FakeCore, startFakeCore } from "./fake_core.ts";
import { placeAt } from "./fake_places.ts";
import type { LlmEvent } from "./llm_event.ts";
import type { Route } from "./route.ts";
import { createRouter, type Router } from "./router.ts";
import type { RouterOptions } from "./router_options.ts";
import { objectIn } from "./sse_frames.ts";

/** A core, a provider, and a router between them. */
export interface Stage {
  readonly core: FakeCore;
  readonly provider: FakeProvider;
  readonly events: LlmEvent[];
  router(options?: RouterOptions): Router;
  /** A decision for a chat; its attempts go to the provider in these formats. */
  route(formats?: ("openai" | "anthropic")[], options?: RouterOptions): Promise<Route>;
}

export const chatNeed: RouteNeed = { service: "chat", context_tokens: 20, max_output_tokens: 100 };
export const hello = { messages: [{ role: "user", content: "Hello" }] };

/** Registers tests that share one core and one provider; nothing of one is seen by the next. */
export function onStage(
  name: string,
  tests: Record<string, (stage: Stage) => Promise<void>>,
): void {
  Deno.test(name, { sanitizeOps: false, sanitizeResources: false }, async (t) => {
    const [core, provider] = [startFakeCore(), await startFakeProvider()];
    const events: LlmEvent[] = [];
    const routers: Router[] = [];
    const stage: Stage = {
      core,
      provider,
      events,
      router(options = {}) {
        const router = createRouter({
          url: core.url,
          key: core.operatorKey,
          localHosts: [provider.host],
          onEvent: (event) => events.push(event),
          ...options,
        });
        routers.push(router);
        return router;
      },
      route(formats = ["openai"], options = {}) {
        core.places = formats.map((format, at) =>
          placeAt(provider, format, { model: `m${at + 1}` })
        );
        return stage.router(options).route(chatNeed);
      },
    };
    try {
      for (const [sentence, run] of Object.entries(tests)) {
        await t.step(sentence, async () => {
          await run(stage);
          for (const router of routers.splice(0)) await router.close(2_000);
          events.length = 0;
          core.reset();
          provider.reset();
        });
      }
    } finally {
      await provider.close();
      await core.close();
    }
  });
}

interface Chunk {
  readonly choices?: { delta?: { content?: string } }[];
  readonly delta?: { text?: string };
}

/** The text of all deltas in a streamed answer. */
export async function streamedText(response: Response): Promise<string> {
  const frames = (await response.text()).split("\n\n");
  return frames.map((frame) => {
    const data = /^data: (\{.*)$/m.exec(frame)?.[1];
    if (data === undefined) return "";
    const { choices, delta } = objectIn(data) as Chunk ?? {};
    return choices?.[0]?.delta?.content ?? delta?.text ?? "";
  }).join("");
}

/** What a promise is rejected with. */
export function thrownBy(work: Promise<unknown>): Promise<LlmError> {
  return work.then(() => assert.fail("it worked"), (thrown) => thrown);
}

/** Everything that a caller, a listener or a log may see. */
export const visible = (s: Stage, ...more: unknown[]) =>
  JSON.stringify(
    [s.events, s.core.calls, ...more],
    (_, value) =>
      value instanceof Error
        ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
        : value,
  );
