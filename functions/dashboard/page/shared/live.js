import { draw, h } from "./dom.js";
import { Trouble } from "./feed.js";
import { time } from "./format.js";
import { firingPanel, healthPanel, showSilence } from "./header.js";

const everyMs = 2000;
const at = (selector) => document.querySelector(selector);

let paused = false;
let timer;
let round = null;
let panels = [];
const inView = new WeakSet();

// What is scrolled away is not asked for; it catches up when it comes near.
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inView.add(target);
    else inView.delete(target);
  }
}, { rootMargin: "300px" });

/**
 * A part of the page: where it is drawn, which feeds it needs, and how.
 * @param {string} id of a section that holds an element `.body`, or of the place itself
 * @param {object | (() => object)} feeds by name
 * @param {(bodies: object) => unknown} data what of the answers is shown; drawn anew when it changes
 * @param {(data: unknown) => unknown} build makes the nodes
 */
export function panel(id, feeds, data, build) {
  const place = at(`#${id} .body`) ?? at(`#${id}`);
  return { place, feeds, show: (bodies) => draw(place, data(bodies), build) };
}

/** A panel that stays as it is when its feeds are refused: another one says why. */
export const silent = (one) => ({ ...one, fail: () => {} });

/** A panel that is kept fresh wherever one looks, since it speaks of what is new. */
export const spoken = (one) => ({ ...one, isSpoken: true });

/** Tells in a panel's place why it shows nothing. */
function failPanel({ place, fail }, trouble) {
  if (fail) return fail(trouble);
  draw(place, { trouble: trouble.message }, () => h("p", { class: "quiet" }, trouble.message));
}

const feedsOf = ({ feeds }) => typeof feeds === "function" ? feeds() : feeds;

async function refreshPanel(one) {
  const feeds = Object.entries(feedsOf(one));
  try {
    const bodies = await Promise.all(feeds.map(async ([name, feed]) => [name, await feed.read()]));
    one.show(Object.fromEntries(bodies));
    one.isShown = true;
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    if (trouble.kind === "silent") throw trouble;
    failPanel(one, trouble);
  }
}

async function doRound() {
  clearTimeout(timer);
  try {
    const wanted = panels.filter((one) => !one.isShown || one.isSpoken || inView.has(one.place));
    await Promise.all(wanted.map(refreshPanel));
    showSilence(null);
    at("#updated").textContent = `Updated ${time(Date.now())}`;
  } catch (trouble) {
    showSilence(trouble.message);
    if (!(trouble instanceof Trouble)) console.error(trouble);
  }
  if (!paused && !document.hidden) timer = setTimeout(tick, everyMs);
}

function tick() {
  round ??= doRound().finally(() => round = null);
  return round;
}

/** Asks again now, such as after an act or when a filter changed. */
export async function refresh() {
  await round;
  for (const one of panels) {
    if (inView.has(one.place)) Object.values(feedsOf(one)).forEach((feed) => feed.expire());
  }
  await tick();
}

/** Shows the panels and keeps them fresh while somebody looks. */
export function live(shown) {
  panels = [...shown, healthPanel, firingPanel];
  for (const { place } of panels) watcher.observe(place);
  inView.add(healthPanel.place).add(firingPanel.place);
  const tabs = at("nav");
  const current = tabs.querySelector("[aria-current]");
  tabs.scrollLeft = current.offsetLeft - tabs.clientWidth / 2 + current.offsetWidth / 2;

  at("#pause").addEventListener("click", (event) => {
    paused = !paused;
    event.currentTarget.setAttribute("aria-pressed", String(paused));
    event.currentTarget.textContent = paused ? "Resume" : "Pause";
    if (paused) {
      clearTimeout(timer);
      at("#updated").textContent = `Paused at ${time(Date.now())}`;
    } else tick();
  });

  // A hidden tab asks for nothing; it catches up as soon as someone looks.
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden && !paused) tick();
  });
  return tick();
}
