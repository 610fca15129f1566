import { h } from "./dom.js";
import { act } from "./feed.js";
import { refresh } from "./live.js";

const at = (selector) => document.querySelector(selector);
const busy = new WeakSet();
let hiding;

/** Whether this page may act; where it may not, its buttons are not drawn. */
export const mayAct = document.body.dataset.acts === "yes";

/** Says how an act ended, to see and to hear. */
export function say(words, tone = "good") {
  const place = at("#said");
  place.textContent = words;
  place.dataset.tone = tone;
  place.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => place.hidden = true, 8000);
}

/**
 * Asks before an act; answers whether it was agreed to. Escape and Cancel say no.
 * @param {{title: string, words: string, verb: string}} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, words, verb }) {
  const dialog = at("#ask");
  at("#said").hidden = true; // of the act before
  at("#ask-title").textContent = title;
  at("#ask-words").textContent = words;
  at("#ask-yes").textContent = verb;
  return new Promise((resolve) => {
    const yes = () => dialog.close("yes");
    const no = () => dialog.close("no");
    dialog.returnValue = "no";
    at("#ask-yes").addEventListener("click", yes);
    at("#ask-no").addEventListener("click", no);
    dialog.addEventListener("close", () => {
      at("#ask-yes").removeEventListener("click", yes);
      at("#ask-no").removeEventListener("click", no);
      resolve(dialog.returnValue === "yes");
    }, { once: true });
    dialog.showModal();
    at("#ask-no").focus();
  });
}

/**
 * Does something and says how it ended, then shows what has changed.
 * @param {(answer: unknown) => string} told words for the answer
 */
export async function perform(rpc, args, told) {
  try {
    say(told(await act(rpc, args)));
  } catch (trouble) {
    say(trouble.message, "bad");
  }
  await refresh();
}

/** A button that acts: `kind` and `name` say what on, see {@link onActs}. */
export const actButton = (kind, name, words, label = `${words} ${name}`) =>
  mayAct && h("button", {
    type: "button",
    class: "small-button",
    "data-act": kind,
    "data-name": name,
    "aria-label": label,
  }, words);

/**
 * Listens for the buttons of a place; each may be pressed once at a time.
 * @param {Element} place
 * @param {Record<string, (name: string, button: HTMLElement) => Promise<void>>} handlers by kind
 */
export function onActs(place, handlers) {
  place.addEventListener("click", async ({ target }) => {
    const button = target.closest("button[data-act]");
    const handle = handlers[button?.dataset.act];
    if (!handle || busy.has(button)) return;
    busy.add(button); // not disabled: that would lose the keyboard's place
    try {
      await handle(button.dataset.name, button);
    } finally {
      busy.delete(button);
    }
  });
}
