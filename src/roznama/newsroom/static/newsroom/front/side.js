// The side: the tray with its search, the history, the fronts to come.

import { card } from "./board.js";
import { el, fill, onPage, timeOf, tool, when, words } from "./dom.js";
import { whenReleased } from "./press.js";
import { ask } from "./talk.js";

const PAUSE = 250; // milliseconds without a letter before the search is asked

export function tray(isPinned, took) {
  const form = onPage("search");
  const list = onPage("tray");
  let timer = 0;
  let turn = 0;
  let shown = [];

  async function look() {
    const mine = ++turn;
    const { q, section } = form.elements;
    try {
      const { stories } = await ask("stories", { q: q.value, section: section.value });
      if (mine !== turn) return;
      shown = stories;
      took(stories);
      onPage("found").textContent = stories.length ? fill(words.found, stories.length) : words.noStories;
      whenReleased(drawTray);
    } catch (error) {
      if (mine === turn) onPage("found").textContent = error.message;
    }
  }

  function drawTray() {
    list.replaceChildren(...shown.map((story) => item(story, isPinned(story.id))));
  }

  function item(story, pinned) {
    const found = el("li", { class: `front-slot${pinned ? " is-pinned" : ""}`, "data-story": story.id });
    const name = story.headline;
    found.append(
      card(story),
      el(
        "div",
        { class: "front-tools" },
        pinned ? el("span", { class: "front-state" }, words.pinned) : null,
        tool("order-up", fill(words.toLead, name), "to-lead"),
        tool("list-ul", fill(words.toSecond, name), "to-second"),
        tool("thumbtack", fill(words.toStrip, name), "to-strip"),
      ),
    );
    return found;
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  look();
  return { draw: drawTray, look };
}

export async function drawHistory() {
  const list = onPage("steps");
  try {
    const { steps } = await ask("history");
    const rows = steps.length ? steps.map(step) : [el("li", {}, words.noSteps)];
    whenReleased(() => list.replaceChildren(...rows));
  } catch (error) {
    list.replaceChildren(el("li", {}, error.message));
  }
}

function step(one) {
  const marks = [one.is_head && words.current, one.is_aside && words.aside, one.printed && words.printed];
  return el(
    "li",
    { class: one.is_head ? "is-current" : null, "data-step": one.id },
    el("p", {}, one.what, one.story ? ": " : "", one.story ? el("q", {}, one.story) : ""),
    el("p", { class: "front-meta" }, one.who, " · ", timeOf(one.time), ...marks.filter(Boolean).map((mark) => el("span", { class: "front-mark" }, mark))),
    el("p", { class: "front-group" }, small(words.view, "view"), one.is_head ? null : small(words.restore, "restore")),
  );
}

export function drawPlans(state) {
  const rows = state.scheduled.map((one) =>
    el(
      "li",
      { "data-edition": one.id, "data-step": one.step },
      el("p", {}, el("b", {}, timeOf(one.time)), " ", one.name),
      el("p", { class: "front-meta" }, one.who),
      el("p", { class: "front-group" }, small(words.view, "view"), small(words.cancel, "cancel")),
    ),
  );
  onPage("plans").replaceChildren(...(rows.length ? rows : [el("li", {}, words.noPlans)]));
}

const small = (label, act) =>
  el("button", { type: "button", class: "button button-small button-secondary", "data-act": act }, label);

export function drawStatus(state) {
  const { printed } = state;
  const line = printed ? fill(words.printedAt, when(printed.time), printed.who) : words.allAuto;
  onPage("printed").textContent = `${state.is_printed ? words.same : words.differs} · ${line}`;
  onPage("printed").classList.toggle("is-different", !state.is_printed);
}

export function tabs(opened) {
  const all = [...document.querySelectorAll(".front-tabs [role=tab]")];
  const open = (tab) => {
    for (const one of all) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = one !== tab;
    }
    opened(tab.getAttribute("aria-controls"));
  };
  for (const tab of all) tab.addEventListener("click", () => open(tab));
  all[0].parentElement.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (!by) return;
    const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
    next.focus();
    open(next);
  });
}
