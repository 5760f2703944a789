// A line at the foot of the screen about what was just done, with buttons to have it otherwise.

import { element, words } from "./known.js";

let current = null;

// `choices` are [words, what to do] pairs; each closes the notice. `sample` is shown as a quotation.
export function notice(text, choices = [], sample = "") {
  current?.remove();
  const close = (act) => () => {
    made.remove();
    act?.();
  };
  const buttons = [...choices, [words.close]].map(([label, act], at) => {
    const kind = at ? "button button-small button-secondary" : "button button-small";
    const one = element("button", { type: "button", className: kind, textContent: label });
    // The caret stays in its field.
    one.addEventListener("mousedown", (event) => event.preventDefault());
    one.addEventListener("click", close(act));
    return one;
  });
  const made = element("div", { className: "writing-notice", role: "status" });
  made.append(element("p", { textContent: text }));
  if (sample) made.append(element("blockquote", { textContent: sample, dir: "rtl", lang: "ur" }));
  made.append(element("p", { className: "writing-notice__choices" }, ...buttons));
  // Above the keyboard where there is one, so that neither stands on the other.
  (document.querySelector(".urdu-dock:not([hidden])") ?? document.body).prepend(made);
  current = made;
  return made;
}
