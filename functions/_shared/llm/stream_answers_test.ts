import assert from "node:assert/strict";
import { hello, onStage } from "./cases.ts";
import { formats, streams, text } from "./stream_cases.ts";

onStage("stream answers", {
  "a stream goes through byte by byte, and its usage is counted on the way": async (s) => {
    for (const format of formats) {
      const { raw, text: said, end } = await streams(s, format, {});
      assert.equal(said, text);
      assert.ok(raw.endsWith(format === "openai" ? "data: [DONE]\n\n" : '"message_stop"}\n\n'));
      assert.deepEqual([end.status, end.usage?.is_estimate], ["succeeded", false]);
      assert.deepEqual([end.usage?.input_tokens, end.usage?.output_tokens], [12, 7]);
      assert.equal(end.usage?.cache_read_tokens, 8);
      assert.ok(end.first_token_ms !== null && end.first_token_ms <= end.total_ms);
    }
  },

  "characters cut in half across pieces come out whole": async (s) => {
    for (const format of formats) {
      const { text: said, end } = await streams(s, format, { pieceBytes: 1 });
      assert.equal(said, text);
      assert.equal(end.usage?.is_estimate, false);
    }
  },

  "lines that end with CR LF are lines": async (s) => {
    const frame = (data: object) => `data: ${JSON.stringify(data)}\r\n\r\n`;
    const body = frame({ choices: [{ delta: { content: "hi" }, finish_reason: "stop" }] }) +
      frame({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 1 } }) +
      "data: [DONE]\r\n\r\n";
    const { raw, end } = await streams(s, "openai", { body, pieceBytes: 1 });
    assert.equal(raw, body);
    assert.deepEqual([end.usage?.input_tokens, end.usage?.output_tokens], [3, 1]);
  },

  "missing usage is counted here and marked as an estimate": async (s) => {
    for (const format of formats) {
      const { end } = await streams(s, format, { usage: "missing", textBytes: 100 });
      const { input_tokens, output_tokens, is_estimate } = end.usage!;
      assert.deepEqual([input_tokens, output_tokens, is_estimate], [20, 25, true]);
    }
  },

  "usage told twice, or as it grows, is billed once": async (s) => {
    for (const format of formats) {
      for (const usage of ["duplicate", "cumulative"] as const) {
        const { end } = await streams(s, format, { usage });
        assert.deepEqual([end.usage?.output_tokens, end.usage?.is_estimate], [7, false]);
      }
    }
  },

  "negative usage is no usage": async (s) => {
    const broken = { openai: { completion_tokens: -1 }, anthropic: { output_tokens: -1 } };
    for (const format of formats) {
      const { end } = await streams(s, format, { usage: broken[format], textBytes: 100 });
      assert.deepEqual([end.usage?.output_tokens, end.usage?.is_estimate], [25, true]);
    }
  },

  "[DONE] may be absent, and may stand where it is foreign": async (s) => {
    const absent = await streams(s, "openai", { done: false });
    assert.deepEqual([absent.text, absent.end.status], [text, "succeeded"]);
    assert.ok(!absent.raw.includes("error"));
    const foreign = await streams(s, "anthropic", { done: true });
    assert.deepEqual([foreign.text, foreign.end.status], [text, "succeeded"]);
    assert.ok(foreign.raw.endsWith("data: [DONE]\n\n"));
  },

  "the last event may lack its blank line": async (s) => {
    const { raw } = await streams(s, "openai", {});
    const { text: said, end } = await streams(s, "openai", { body: raw.trimEnd() });
    assert.deepEqual([said, end.status, end.usage?.output_tokens], [text, "succeeded", 7]);
  },

  "the JSON of a tool call split over events goes through unchanged": async (s) => {
    const tools = [{ type: "function", function: { name: "weather" } }];
    for (const format of formats) {
      const { raw, end } = await streams(s, format, { pieceBytes: 7 }, {}, { ...hello, tools });
      const parts = raw.split("\n\n").flatMap((frame) => {
        const { choices, delta } = JSON.parse(/^data: (\{.*)$/m.exec(frame)?.[1] ?? "{}");
        return choices?.[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? delta?.partial_json ??
          [];
      });
      assert.deepEqual(JSON.parse(parts.join("")), { city: "Köln" });
      assert.equal(end.status, "succeeded");
    }
  },

  "a line of 10 MB goes through without being held": async (s) => {
    const { raw, end } = await streams(s, "openai", { textBytes: 10_000_000, pieceBytes: 50_000 });
    assert.ok(raw.includes("x".repeat(10_000_000)));
    assert.deepEqual([end.status, end.usage?.output_tokens], ["succeeded", 7]);
  },

  "a gzip bomb in a stream is not held": async (s) => {
    const { raw, end } = await streams(s, "openai", { gzipOf: 5_000_000 });
    assert.ok(raw.length >= 5_000_000);
    assert.equal(end.status, "failed");
  },

  "unknown event types go through unchanged": async (s) => {
    const unknown =
      'event: future.thing\nid: 7\nretry: 10\ndata: {"type":"future.thing","x":"é"}\n\n';
    const comment = ": keep-alive\n\n";
    for (const format of formats) {
      const fault = { framesFirst: [comment, unknown], framesMiddle: [unknown] };
      const { raw, end } = await streams(s, format, fault);
      assert.ok(raw.startsWith(comment + unknown));
      assert.equal(raw.split(unknown).length, 3);
      assert.equal(end.status, "succeeded");
    }
  },
});
