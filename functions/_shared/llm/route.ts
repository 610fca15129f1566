import type { JsonObject } from "./api_format.ts";
import type { CallOptions } from "./call_body.ts";
import type { RouteAnswer } from "./contract.ts";
import type { Desk } from "./desk.ts";
import { LlmError } from "./llm_error.ts";
import { orderOf, type SendTo } from "./order.ts";
import { runAttempts } from "./run_attempts.ts";
import { type SdkFetch, sdkFetch } from "./sdk_fetch.ts";
import type { Settings } from "./settings.ts";
import type { Settled } from "./settlement.ts";
import { eventsOf, type StreamEvent } from "./stream_events.ts";
import type { Destination, Target } from "./target.ts";

/** A decision of router-select: which model, and the money that is held for one call of it. */
export class Route {
  readonly decisionId: string;
  /** The policy that chose, and what is left of limits, as the core tells them. */
  readonly policy: unknown;
  readonly limits: unknown;
  readonly #desk: Desk;
  readonly #settings: Settings;
  #target: Destination;
  #isUsed = false;
  #settled: Promise<Settled | undefined> = Promise.resolve(undefined);

  /** Made by `route`. */
  constructor(settings: Settings, desk: Desk, first: Destination, answer: Partial<RouteAnswer>) {
    this.decisionId = desk.decisionId;
    this.policy = answer.policy ?? null;
    this.limits = answer.limits ?? null;
    this.#desk = desk;
    this.#settings = settings;
    this.#target = first;
  }

  /** The model of the attempt under way, or of the one that answered. */
  get target(): Target {
    const { attempt, provider, model, region, apiFormat, baseUrl } = this.#target;
    return { attempt, provider, model, region, apiFormat, baseUrl };
  }
  get provider(): string {
    return this.#target.provider;
  }
  get model(): string {
    return this.#target.model;
  }
  /** `openai` or `anthropic`: the format of bodies and answers. */
  get apiFormat(): string {
    return this.#target.apiFormat;
  }

  /**
   * Calls the model: selects keys, fails over and settles by itself. A stream is returned when its
   * answer has begun; what breaks afterwards ends it with an error event of its format.
   * @param body the body in the model's API format, without a model; or a function that adds the
   * body to a request and sends it
   * @returns the provider's answer, byte by byte
   * @throws LlmError, or the signal's reason
   */
  async call(body: JsonObject | SendTo, options: CallOptions = {}): Promise<Response> {
    if (this.#isUsed) {
      throw new LlmError("route_used", "Cannot call again: a decision pays for one call", {
        hint: "Route again; it costs one call of the core.",
      });
    }
    this.#isUsed = true;
    const { apiFormat, attempt } = this.#target;
    if (options.signal?.aborted) {
      this.#desk.cancel(attempt);
      throw options.signal.reason;
    }
    const { response, settled } = await runAttempts({
      desk: this.#desk,
      settings: this.#settings,
      first: this.#target,
      signal: options.signal,
      orderFor: (destination) =>
        orderOf(body, destination, {
          settings: this.#settings,
          need: this.#desk.need,
          firstFormat: apiFormat,
        }, options),
      onTarget: (destination) => this.#target = destination,
    });
    this.#settled = settled;
    return response;
  }

  /** {@link call}, and the answer's JSON. */
  async chat(body: JsonObject, options: CallOptions = {}): Promise<JsonObject> {
    return await (await this.call(body, { ...options, stream: false })).json();
  }

  /** {@link call} as a stream, event by event. @throws LlmError for an error in the stream, too */
  async *stream(body: JsonObject, options: CallOptions = {}): AsyncGenerator<StreamEvent> {
    const response = await this.call(body, { ...options, stream: true });
    yield* eventsOf(response, this.#target);
  }

  /**
   * A `fetch` for the SDK of the format: `new OpenAI({ baseURL: llm.target.baseUrl, apiKey: "none",
   * fetch: llm.fetch, maxRetries: 0 })`. The SDK never has the key.
   */
  get fetch(): SdkFetch {
    return sdkFetch((body, options) => this.call(body, options));
  }

  /** What the core booked for the answer, once it has; undefined when the core was out of reach. */
  settled(): Promise<Settled | undefined> {
    return this.#settled;
  }
}
