// The findings as an editor reads them: a card each, in the list and beside the words.

import { cut } from "./marks.js";

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const button = (kind, words, onclick, attributes = {}) =>
  h("button", { type: "button", class: `button button-small ${kind}`, onclick, ...attributes }, words);

// `desk` knows the words and what may be done: { words, can, show, use, dismiss, accept }.
export function card(finding, desk) {
  const { words } = desk;
  const where = finding.text
    ? h(
        "button",
        {
          type: "button",
          class: "copydesk-word",
          title: words.show,
          "data-act": "show",
          onclick: () => desk.show(finding),
        },
        cut(finding.text),
      )
    : h("span", { class: "copydesk-whole" }, words.story);
  return h(
    "li",
    { class: `copydesk-card copydesk-${finding.severity}`, "data-finding": finding.id },
    h(
      "div",
      { class: "copydesk-head" },
      where,
      h("span", { class: "copydesk-severity" }, words.severities[finding.severity]),
    ),
    h("p", { class: "copydesk-message" }, finding.message),
    finding.note ? h("p", { class: "help" }, finding.note) : null,
    elsewhere(finding, desk),
    h("div", { class: "copydesk-acts" }, ...suggestions(finding, desk), ...dismissals(finding, desk)),
  );
}

function elsewhere(finding, desk) {
  const other = finding.other.find((place) => place.piece && place.text !== finding.text);
  if (!other) return null;
  const words = desk.words.other.replace("%s", cut(other.text));
  return h(
    "button",
    { type: "button", class: "copydesk-other", onclick: () => desk.show(finding, other) },
    words,
  );
}

function suggestions(finding, desk) {
  if (!desk.can.write) return [];
  return finding.suggestions.slice(0, 3).map((better) =>
    button("copydesk-use", better ? cut(better) : "∅", () => desk.use(finding, better), {
      "data-act": `use ${better}`,
      "aria-label": desk.words.use.replace("%s", cut(better)),
    }),
  );
}

function dismissals(finding, desk) {
  const { can, words } = desk;
  const acts = [];
  if (finding.severity !== "blocking" && can.write)
    acts.push(
      button("button-secondary", words.here, () => desk.dismiss(finding), { "data-act": "here" }),
    );
  if (can.accept && finding.text && finding.text.length <= 60)
    acts.push(
      button("button-secondary", words.always, () => desk.accept(finding), { "data-act": "always" }),
    );
  return acts;
}
