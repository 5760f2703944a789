// What a line of text does not take, said under it while it can still be mended: more letters than
// fit (a browser would cut a pasted text off without a word), signs that turn the direction.

import { fieldOf } from "./fields.js";
import { element, say, words } from "./known.js";

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const MOST = new WeakMap(); // how many letters a field takes, once it was let go beyond that

export function listen() {
  window.addEventListener("paste", widen, true);
  document.addEventListener("input", ({ target }) => check(target));
  for (const field of document.querySelectorAll("input, textarea")) check(field);
}

// Lets a pasted text in whole: what is too long is told, not cut.
function widen({ target, clipboardData }) {
  const field = fieldOf(target);
  if (!field || field.editor || field.input.maxLength < 0) return;
  const { input } = field;
  const coming = clipboardData?.getData("text/plain").length ?? 0;
  const chosen = input.selectionEnd - input.selectionStart;
  if (input.value.length - chosen + coming <= input.maxLength) return;
  MOST.set(input, input.maxLength);
  input.removeAttribute("maxlength");
}

function check(target) {
  const field = fieldOf(target);
  if (!field || field.editor) return;
  const { input } = field;
  const most = MOST.get(input) ?? (input.maxLength < 0 ? Infinity : input.maxLength);
  const now = [...input.value].length;
  if (now > most) MOST.set(input, most);
  else if (MOST.has(input)) input.maxLength = most;
  if (now > most) input.removeAttribute("maxlength");
  const turning = [...new Set(input.value.match(TURNING) ?? [])];
  tell(input, [
    now > most && element("span", { textContent: say(words.tooLong, { most, now }) }),
    turning.length && turned(input, turning),
  ].filter(Boolean));
}

function turned(input, signs) {
  const names = signs.map((sign) => `U+${sign.charCodeAt().toString(16).toUpperCase()}`).join(", ");
  const remove = element("button", { type: "button", className: "button button-small", textContent: words.remove });
  remove.addEventListener("click", () => clean(input));
  return element("span", {}, say(words.direction, names), " ", remove);
}

function clean(input) {
  const better = input.value.replace(TURNING, "");
  input.focus();
  input.select();
  // As if typed, so that the browser's undo knows of it.
  if (!document.execCommand("insertText", false, better)) {
    input.value = better;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function tell(input, lines) {
  const place = input.closest(".w-field__input") ?? input;
  let line = place.parentNode.querySelector(":scope > [data-writing-limits]");
  if (!lines.length) return line?.remove();
  if (!line) {
    line = element("p", { className: "writing-limits", role: "status" });
    line.dataset.writingLimits = "";
    place.after(line);
  }
  line.replaceChildren(...lines);
}
