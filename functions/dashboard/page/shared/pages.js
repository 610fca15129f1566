import { h } from "./dom.js";

const button = (words, page) => h("button", { type: "button", "data-page": page }, words);

/** Where the list goes on, and back to its beginning. */
export const drawPages = ({ next, page }) =>
  [
    page && button("Newest", ""),
    next !== null && button("Older", next),
  ].filter(Boolean);
