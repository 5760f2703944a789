// The side list: what is found, under the names of its groups, with counts.

import { button, card, h } from "./cards.js";

const MOST = 200; // cards; a story with more has other troubles

export function fill(panel, shown, ignored, desk) {
  const list = panel.querySelector("[data-copydesk-list]");
  const state = JSON.stringify(shown.map(({ finding }) => finding.id));
  tell(panel, shown, ignored, desk);
  if (list.dataset.state === state) return;
  list.dataset.state = state;
  const focus = focused(list);
  const groups = new Map();
  for (const { finding } of shown.slice(0, MOST))
    groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  const order = Object.keys(desk.words.groups).filter((group) => groups.has(group));
  list.replaceChildren(...order.map((group) => section(group, groups.get(group), desk)));
  focusAgain(list, focus);
}

function section(group, findings, desk) {
  const name = desk.words.groups[group];
  const sure = findings.filter((finding) => finding.suggestions.length);
  const every =
    sure.length > 1 && desk.can.write
      ? button("copydesk-all", desk.words.all.replace("%s", sure.length), () => desk.useAll(sure), {
          "data-act": `all ${group}`,
        })
      : null;
  const head = h(
    "div",
    { class: "copydesk-group" },
    h("h3", {}, name, " ", h("span", { class: "copydesk-number" }, String(findings.length))),
    every,
  );
  const cards = findings.map((finding) => card(finding, desk));
  return h("section", { "aria-label": name, "data-group": group }, head, h("ol", {}, ...cards));
}

function tell(panel, shown, ignored, { words, heed, can }) {
  const blocking = shown.filter(({ finding }) => finding.severity === "blocking").length;
  const lines = [shown.length ? words.count.replace("%s", shown.length) : words.clean];
  if (blocking) lines.push(words.reason.replace("%s", blocking));
  say(panel.querySelector("[data-copydesk-sum]"), lines.join(" · "));
  const line = panel.querySelector("[data-copydesk-ignored]");
  line.hidden = !ignored;
  if (line.dataset.count === String(ignored)) return;
  line.dataset.count = ignored;
  const again = can.write ? button("button-secondary", words.again, heed) : null;
  line.replaceChildren(words.ignored.replace("%s", ignored), " ", again ?? "");
}

// A line that a screen reader reads out is not set twice to the same.
export function say(line, words) {
  if (line.textContent !== words) line.textContent = words;
}

// The cards are made anew; whoever was on a button with the keys stays near it.
function focused(list) {
  const at = document.activeElement;
  if (!list.contains(at)) return null;
  const cards = [...list.querySelectorAll("[data-finding]")];
  return { act: at.dataset.act, place: cards.indexOf(at.closest("[data-finding]")) };
}

function focusAgain(list, focus) {
  if (!focus) return;
  const cards = [...list.querySelectorAll("[data-finding]")];
  const near = cards[Math.min(Math.max(focus.place, 0), cards.length - 1)];
  near?.querySelector("button")?.focus();
}
