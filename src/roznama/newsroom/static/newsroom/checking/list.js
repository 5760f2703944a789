// The side list: what is found, under the names of its groups, with counts.

import { button, card, h } from "./cards.js";

const MOST = 200; // cards; a story with more has other troubles

export function fill(panel, shown, ignored, desk) {
  const list = panel.querySelector("[data-copydesk-list]");
  tell(panel, shown, ignored, desk);
  const findings = shown.slice(0, MOST).map(({ finding }) => finding);
  if (same(findings, list.findings)) return;
  list.findings = findings;
  const focus = focused(list);
  const groups = new Map();
  for (const finding of findings)
    groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  const order = Object.keys(desk.words.groups).filter((group) => groups.has(group));
  const before = byKey(list, "section", "group");
  arrange(
    list,
    order.map((group) => before.get(group) ?? section(group, desk)),
  );
  for (const one of list.children) fillSection(one, groups.get(one.dataset.group), desk);
  focusAgain(list, focus);
}

const same = (some, others = []) =>
  some.length === others.length && some.every((one, at) => one === others[at]);

function section(group, desk) {
  const name = desk.words.groups[group];
  const number = h("span", { class: "copydesk-number" });
  const head = h("div", { class: "copydesk-group" }, h("h3", {}, name, " ", number));
  return h("section", { "aria-label": name, "data-group": group }, head, h("ol"));
}

function fillSection(one, findings, desk) {
  one.querySelector(".copydesk-number").textContent = findings.length;
  const cards = one.querySelector("ol");
  const before = byKey(cards, "li", "finding");
  arrange(
    cards,
    findings.map((finding) => keep(before.get(finding.id), card(finding, desk))),
  );
  fillAll(one, findings, desk);
}

// The button that takes every first suggestion of a group.
function fillAll(one, findings, desk) {
  one.sure = findings.filter((finding) => finding.suggestions.length);
  let every = one.querySelector(".copydesk-all");
  if (one.sure.length < 2 || !desk.can.write) return every?.remove();
  if (!every) {
    every = button("copydesk-all", "", () => desk.useAll(one.sure), {
      "data-act": `all ${one.dataset.group}`,
    });
    one.querySelector(".copydesk-group").append(every);
  }
  say(every, desk.words.all.replace("%s", one.sure.length));
}

const keep = (old, made) => (old?.isEqualNode(made) ? old : made);

const byKey = (parent, name, key) =>
  new Map([...parent.querySelectorAll(`:scope > ${name}`)].map((one) => [one.dataset[key], one]));

// Brings `parent` to hold just `wanted`. What stays is not touched: a button that is pressed while
// the list is made anew would lose the click, and the focus.
function arrange(parent, wanted) {
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
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

// Whoever was on a button with the keys stays near it when its card goes.
function focused(list) {
  const at = document.activeElement;
  if (!list.contains(at)) return null;
  const cards = [...list.querySelectorAll("[data-finding]")];
  return { at, place: cards.indexOf(at.closest("[data-finding]")) };
}

function focusAgain(list, focus) {
  if (!focus || document.activeElement === focus.at) return;
  if (list.contains(focus.at)) return focus.at.focus();
  const cards = [...list.querySelectorAll("[data-finding]")];
  const near = cards[Math.min(Math.max(focus.place, 0), cards.length - 1)];
  near?.querySelector("button")?.focus();
}
