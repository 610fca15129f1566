import { ask, type AskerSettings, isPassing, refusalOf } from "./ask.ts";
import type { Asked } from "./call_wire.ts";
import type { CallOptions } from "./call_options.ts";
import type { JsonObject } from "./job.ts";
import { activeTraceparent, openSpan } from "./open_span.ts";
import type { FinalReply, ReplyWaits } from "./reply_waits.ts";
import { RequestFailed, RequestTimedOut, SchemaMismatch } from "./request_errors.ts";
import { mismatch, type RequestType } from "./request_type.ts";
import { unlessAborted } from "./unless_aborted.ts";

/** One request and its reply. */
export class Conversation {
  readonly #type: string;
  readonly #contract: RequestType<unknown, unknown> | undefined;

  constructor(
    readonly settings: AskerSettings,
    readonly waits: ReplyWaits,
    what: RequestType<unknown, unknown> | string,
    readonly options: CallOptions,
  ) {
    this.#contract = typeof what === "string" ? undefined : what;
    this.#type = typeof what === "string" ? what : what.type;
  }

  async hold(payload: unknown): Promise<unknown> {
    const { signal } = this.options;
    signal?.throwIfAborted();
    const checked = this.#checked("request", payload);
    const span = await openSpan(`call ${this.#type}`, {
      kind: "CLIENT",
      attributes: { "messaging.system": "cogo", "cogo.job.type": this.#type },
      ...(this.options.traceparent === undefined ? {} : { parent: this.options.traceparent }),
    });
    try {
      const result = await this.#reply(checked, span?.traceparent);
      span?.end();
      return this.#checked("reply", result);
    } catch (error) {
      span?.end({}, error instanceof Error ? error.name : "error");
      throw error;
    }
  }

  async #reply(payload: unknown, traceparent: string | undefined): Promise<unknown> {
    const { options, settings } = this;
    const { signal, timeoutSeconds = 60 } = options;
    const until = Date.now() + timeoutSeconds * 1000;
    const asking = ask(
      settings,
      {
        type: this.#type,
        idempotency_key: options.idempotencyKey ?? crypto.randomUUID(),
        ...without({
          payload,
          timeout_seconds: timeoutSeconds,
          priority: options.priority,
          correlation_id: options.correlationId,
          cause: options.cause,
          traceparent: traceparent ?? options.traceparent ?? activeTraceparent(),
          tenant_id: options.tenantId,
        }),
      },
      until,
      signal,
    );
    const asked = await unlessAborted(
      asking,
      signal,
      () => asking.then((late) => this.#cancel(late)),
    );
    const wait = this.waits.add(asked.job_id, until);
    const reply = await unlessAborted(wait.reply, signal, () => {
      wait.stop();
      return this.#cancel(asked);
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      if (isPassing(error)) throw new RequestTimedOut(this.#type, asked.job_id, false, error);
      throw refusalOf(this.#type, error);
    });
    return this.#resultOf(reply);
  }

  #resultOf(reply: FinalReply): unknown {
    if (reply.state === "replied") return reply.result;
    if (reply.state === "timed_out") throw new RequestTimedOut(this.#type, reply.job_id, true);
    if (reply.state === "failed") throw new RequestFailed(this.#type, reply.job_id, reply.error);
    throw new RequestFailed(this.#type, reply.job_id, {
      class: "permanent",
      reason: "not_found",
      message: "its job was dropped by age, or is another tenant's",
    });
  }

  #checked(side: "request" | "reply", value: unknown): unknown {
    const answer = this.#contract?.[side].safeParse(value);
    if (!answer) return value;
    if (answer.success) return answer.data;
    const { details, first } = mismatch(answer.error.issues);
    throw new SchemaMismatch(
      this.#type,
      side,
      `The ${side} of ${this.#type} is wrong ${first}`,
      details,
    );
  }

  /** Ends what nobody waits for any more; one found by somebody else's key is left to them. */
  async #cancel({ job_id, created }: Asked): Promise<void> {
    if (!created && this.options.idempotencyKey !== undefined) return;
    const body = { job_ids: [job_id], hard: true, reason: "the asker does not wait any more" };
    await this.settings.call("cancel_jobs", body, this.settings.callTimeoutMs);
  }
}

function without(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
