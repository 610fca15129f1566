import { h, table } from "../shared/dom.js";
import { createFeed } from "../shared/feed.js";
import { count, percent, time } from "../shared/format.js";
import { nextStep } from "./keys.js";
import { drawReceipt } from "./receipt.js";

/** What of the routing figures the decisions show. */
export const decisionsData = ({ decisions, setup, window }) => ({
  decisions: decisions.slice(0, 8),
  setup,
  minutes: window.minutes,
});

function asked({ asked: { service, context_tokens, intended_model, degraded } }) {
  return [
    `${service} · ${count(context_tokens)} tokens`,
    intended_model && ` · wanted ${intended_model}`,
    degraded && h("span", { class: "quiet small" }, ` (${degraded})`),
  ].filter(Boolean);
}

const nameOf = ({ provider, model }) => `${provider}/${model}`;

const opener = (decision) =>
  h("button", {
    type: "button",
    class: "opener",
    "data-decision": decision.decision_id,
    "aria-controls": "receipt",
    "aria-label": `Receipt of ${nameOf(decision)} at ${time(decision.at)}, ${decision.decision_id}`,
  }, time(decision.at));

/** The newest decisions; each opens its receipt. */
export function drawDecisions({ decisions, setup, minutes }) {
  if (decisions.length === 0) {
    return nextStep(setup) ?? h(
      "p",
      { class: "quiet" },
      `No decision in the last ${minutes} minutes. Ask for one: `,
      h("code", {}, "POST /functions/v1/router-select"),
    );
  }
  return table("The newest decisions", [
    { title: "Receipt", head: true, cell: opener },
    { title: "Model", class: "words", cell: nameOf },
    { title: "Asked", class: "words", cell: asked },
    { title: "odds", number: true, cell: ({ odds }) => percent(odds) },
    { title: "of", number: true, cell: ({ candidates }) => count(candidates) },
  ], decisions);
}

/** Opens the receipt of the decision that is pressed, and closes it again. @param {Element} panel */
export function openReceipts(panel) {
  const place = panel.querySelector("#receipt");
  let opened = null;

  function close() {
    const from = panel.querySelector(`[data-decision="${opened}"]`);
    opened = null;
    place.hidden = true;
    place.replaceChildren();
    (from ?? panel.querySelector("button"))?.focus();
  }

  async function open(id) {
    opened = id;
    let shown;
    try {
      shown = drawReceipt(await createFeed("explain_route", { decision_id: id }).read());
    } catch (trouble) {
      shown = [h("p", { class: "quiet" }, trouble.message)];
    }
    if (opened !== id) return; // another one was pressed in between
    place.replaceChildren(...shown.flat().filter(Boolean));
    place.hidden = false;
    place.focus();
  }

  panel.addEventListener("click", ({ target }) => {
    const id = target.closest("[data-decision]")?.dataset.decision;
    if (id && id !== opened) open(id);
    else if (id || target.closest(".close")) close();
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && opened) close();
  });
}
