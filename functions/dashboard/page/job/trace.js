import { h } from "../shared/dom.js";
import { duration, plural } from "../shared/format.js";

/** Spans as a tree in the order of their starts: `{span, depth}`. */
function inOrder(spans) {
  const known = new Set(spans.map(({ span_id }) => span_id));
  const children = Map.groupBy(
    spans,
    ({ parent_span_id }) => known.has(parent_span_id) ? parent_span_id : null,
  );
  const lines = [];
  const walk = (parent, depth) => {
    const below = (children.get(parent) ?? []).toSorted((one, other) =>
      Date.parse(one.started_at) - Date.parse(other.started_at)
    );
    for (const span of below) {
      lines.push({ span, depth });
      walk(span.span_id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

function line({ span, depth }, { start, total, end, own, jobAddress }) {
  const from = Date.parse(span.started_at) - start;
  const to = (span.ended_at ? Date.parse(span.ended_at) : end) - start;
  const length = span.ended_at ? duration(to - from) : "open";
  const width = Math.max(0.4, (to - from) * 100 / total);
  const jobId = span.attributes?.job_id ?? span.attributes?.["cogo.job.id"];
  const isOther = jobId && jobId !== own;
  const name = isOther ? h("a", { href: jobAddress(jobId) }, span.name) : h("span", {}, span.name);
  return h(
    "li",
    { class: "span", "data-status": span.status, "data-kind": span.kind },
    h("span", { class: `span-name deep-${Math.min(depth, 6)}` }, name),
    h(
      "svg",
      {
        class: "span-bar",
        viewBox: "0 0 100 10",
        preserveAspectRatio: "none",
        "aria-hidden": "true",
      },
      h("rect", { class: "track", width: 100, height: 10 }),
      h("rect", {
        class: "fill",
        x: Math.min(from * 100 / total, 100 - width).toFixed(2),
        width: width.toFixed(2),
        height: 10,
        rx: 0.4,
      }),
    ),
    h("span", { class: "number" }, length),
    h(
      "span",
      { class: "unseen" },
      `after ${duration(from)}${span.status === "error" ? ", failed" : ""}`,
    ),
  );
}

/** The trace that a job belongs to, as a waterfall. @param {(id: number) => string} jobAddress */
export function drawTrace({ trace_id, job_id: own, spans, is_capped }, jobAddress) {
  if (spans.length === 0) return h("p", { class: "quiet" }, "Nothing is known of its trace.");
  const start = Math.min(...spans.map((span) => Date.parse(span.started_at)));
  const end = Math.max(...spans.map((span) => Date.parse(span.ended_at ?? span.started_at)));
  const total = Math.max(1, end - start);
  return [
    h(
      "p",
      { class: "quiet small" },
      `${plural(spans.length, "span")} in ${duration(end - start)} · trace `,
      h("code", {}, trace_id ?? "of its own"),
    ),
    h(
      "ol",
      { class: "waterfall" },
      inOrder(spans).map((one) => line(one, { start, total, end, own, jobAddress })),
    ),
    is_capped && h("p", { class: "quiet small" }, "A long trace: only its first 500 spans."),
  ];
}
