import { h } from "../shared/dom.js";

const most = 20_000;

/** A JSON document as text; a very long one is cut, and says so. */
export function drawDocument(value, name) {
  if (value === null || value === undefined) {
    return h("p", { class: "quiet" }, `${name}: none yet.`);
  }
  const text = JSON.stringify(value, null, 2);
  const cut = text.length > most;
  return [
    h(
      "pre",
      { tabindex: "0", role: "region", "aria-label": `${name} as JSON` },
      cut ? `${text.slice(0, most)}\n…` : text,
    ),
    cut && h("p", { class: "quiet small" }, `The first ${most} of ${text.length} signs.`),
  ];
}
