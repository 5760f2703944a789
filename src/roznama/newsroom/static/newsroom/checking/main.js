// The copy desk in the story's form: asks the server about the unsaved text while somebody types,
// marks what it finds, and corrects what is clicked. It never changes the text by itself.

import { makeBubble } from "./bubble.js";
import { follow } from "./follow.js";
import { around, pageOf, places } from "./form.js";
import { button } from "./cards.js";
import { fill, say } from "./list.js";
import { chips, paint, rangeOf } from "./marks.js";
import { select, write } from "./writing.js";

const PAUSE = 600; // milliseconds without a change before the text is sent
const PATIENCE = 10_000; // before a server that did not answer is asked again
const NARROW = 900; // pixels: the list covers the text
const FOLDING = 600; // milliseconds that Wagtail takes to fold a side panel

const read = (id) => JSON.parse(document.getElementById(id).textContent);

function start(panel, form) {
  const addresses = read("copydesk-addresses");
  const can = { write: !("locked" in panel.dataset), accept: "mayAccept" in panel.dataset };
  const words = read("copydesk-words");
  const toggle = document.querySelector('[data-side-panel-toggle="copydesk"]');
  const list = panel.querySelector("[data-copydesk-list]");

  let findings = []; // as answered, each with `bases`: the texts that it was found in
  let ignored = 0;
  let shown = []; // those that still stand in the text: { finding, place, from, to }
  let ranges = new Map();
  let current = null;
  let beside = null; // what the bubble stands beside: a range or an element
  let last = ""; // what was asked
  let version = 0;
  let number = 0; // of findings so far
  let busy = false;
  let isAway = false; // the server
  let timer = 0;
  let frame = 0;

  // -- asking

  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
    isAway = pause === PATIENCE;
    rest();
  }

  // Until the text as it stands was looked at, or there is nobody to look at it.
  function rest() {
    list.ariaBusy = busy || (Boolean(timer) && !isAway);
  }

  async function ask() {
    timer = 0;
    if (busy) return later(50);
    const found = places(form);
    const pieces = found.map(({ key, kind, text }) => ({ key, kind, text }));
    const question = { ...around(form), pieces };
    const state = JSON.stringify(question);
    if (state === last) return rest();
    busy = true;
    version += 1;
    const mine = version;
    try {
      const answer = await post(checkAddress(), { ...question, version: mine });
      last = state;
      if (answer.version === mine) take(answer, new Map(pieces.map((one) => [one.key, one.text])));
    } catch (error) {
      fail(error, state);
    } finally {
      busy = false;
      rest();
    }
    // What was typed meanwhile has its own timer.
  }

  function fail(error, state) {
    say(panel.querySelector("[data-copydesk-sum]"), error.line ?? words.failed);
    panel.dataset.failed = "";
    if (!error.line) return later(PATIENCE);
    last = state;
    findings = [];
    show();
  }

  function take(answer, bases) {
    delete panel.dataset.failed;
    const before = [...findings];
    findings = answer.findings.map((finding) => {
      const at = before.findIndex((old) => isSame(old, finding, bases));
      const id = at < 0 ? String((number += 1)) : before.splice(at, 1)[0].id;
      return { ...finding, id, bases };
    });
    ignored = answer.ignored;
    if (current) current = latest(current);
    show();
  }

  // Whether a finding is one of the answer before: the same slip may stand in several places.
  function isSame(old, { rule, text, piece, start }, bases) {
    if (old.rule !== rule || old.text !== text || old.piece !== piece) return false;
    if (!piece) return true;
    return follow(old.bases.get(piece) ?? "", bases.get(piece) ?? "", old)?.[0] === start;
  }

  // A card may be older than the last answer: what was said of it then is no longer to go by.
  const latest = (finding) => findings.find(({ id }) => id === finding.id) ?? finding;

  function latestSpot(finding, { piece, text }) {
    const { other } = latest(finding);
    const there = other.filter((spot) => spot.text === text);
    return there.find((spot) => spot.piece === piece) ?? there[0];
  }

  function checkAddress() {
    const page = pageOf(form);
    return page ? numbered("check", page) : addresses.new;
  }

  const numbered = (name, page) => addresses[name].replace("/0/", `/${page}/`);

  async function post(address, data) {
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
        "X-Requested-With": "XMLHttpRequest",
      },
      body: JSON.stringify(data),
    });
    if (answer.ok) return answer.json();
    const error = new Error(answer.status);
    error.line = (await answer.json().catch(() => ({}))).error;
    throw error;
  }

  // -- showing

  function show() {
    frame = 0;
    const now = new Map(places(form).map((place) => [place.key, place]));
    shown = findings.map((finding) => stand(finding, finding, now)).filter(Boolean);
    if (!findings.includes(current)) current = null;
    ranges = paint(shown, current);
    chips(shown, (finding, button) => open(latest(finding), button));
    if (!("failed" in panel.dataset)) fill(panel, shown, ignored, desk);
    count(shown.length);
    if (bubble.finding && !shown.some(({ finding }) => finding.id === bubble.finding)) bubble.close();
  }

  // Where a finding, or another place that it names, stands now; null when it does not any more.
  function stand(finding, spot, now) {
    if (!spot.piece) return { finding, place: null, from: 0, to: 0 };
    const place = now.get(spot.piece);
    const span = place && follow(finding.bases.get(spot.piece) ?? "", place.text, spot);
    return span ? { finding, place, from: span[0], to: span[1] } : null;
  }

  function count(number) {
    const counter = toggle?.querySelector("[data-side-panel-toggle-counter]");
    if (!counter) return;
    counter.textContent = number;
    counter.hidden = !number;
  }

  function moved() {
    frame ||= requestAnimationFrame(show);
    later();
  }

  // -- acting

  const place = (finding, spot = finding) =>
    stand(finding, spot, new Map(places(form).map((one) => [one.key, one])));

  function change(finding, better) {
    const at = place(finding);
    return at?.place ? { ...at, text: finding.text, better } : null;
  }

  function correct(changes) {
    const done = write(changes.filter(Boolean));
    if (!done.length) return tell(words.changed);
    bubble.close();
    const after = new Map(places(form).map((one) => [one.key, one.text]));
    tell(words.corrected.replace("%s", done.length), () => takeBack(done, after));
    show();
    later(0);
  }

  // Writes the old words again wherever the new ones still stand.
  function takeBack(done, after) {
    const now = new Map(places(form).map((one) => [one.key, one]));
    const back = moves(done).map(({ place: { key }, at, text, better }) => {
      const spot = { start: at, end: at + better.length, text: better };
      const span = now.has(key) && follow(after.get(key) ?? "", now.get(key).text, spot);
      return span && { place: now.get(key), from: span[0], to: span[1], text: better, better: text };
    });
    const undone = write(back.filter(Boolean));
    tell(undone.length ? "" : words.changed);
    later(0);
  }

  // Where each change ended up, once those before it in the same text were made too.
  function moves(done) {
    return done.map((one) => {
      const before = done.filter((o) => o.place.key === one.place.key && o.from < one.from);
      const by = before.reduce((sum, o) => sum + o.better.length - o.text.length, 0);
      return { ...one, at: one.from + by };
    });
  }

  function tell(line, undo = null) {
    const said = panel.querySelector("[data-copydesk-said]");
    said.hidden = !line;
    said.replaceChildren(line, " ");
    if (undo) said.append(button("button-secondary", words.undo, undo, { "data-act": "undo" }));
    toast.hidden = !line;
    toast.replaceChildren(line, " ");
    if (undo) toast.append(button("button-secondary", words.undo, undo));
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => (toast.hidden = true), PATIENCE);
  }

  async function send(address, data) {
    try {
      await post(address, data);
      last = "";
      later(0);
      return true;
    } catch (error) {
      tell(error.line ?? words.failed);
      return false;
    }
  }

  async function dismiss(finding) {
    const page = pageOf(form);
    if (!page) return tell(words.first);
    const data = { rule: finding.rule, text: finding.text };
    const address = numbered("dismiss", page);
    bubble.close();
    if (await send(address, data))
      tell(words.dismissed.replace("%s", finding.text), () => {
        tell("");
        send(address, { ...data, undo: true });
      });
  }

  async function accept(finding) {
    const data = { text: finding.text };
    bubble.close();
    if (await send(addresses.accept, data))
      tell(words.accepted.replace("%s", finding.text), () => {
        tell("");
        send(addresses.accept, { ...data, undo: true });
      });
  }

  const heed = () => send(numbered("heed", pageOf(form)), {});

  // -- going there

  function goTo(finding, spot = finding) {
    const at = place(finding, spot);
    if (!at?.place) return tell(spot.piece ? words.changed : "");
    bubble.close();
    current = finding;
    const covers = window.innerWidth < NARROW && toggle?.getAttribute("aria-expanded") === "true";
    if (covers) toggle.click();
    setTimeout(() => arrive(finding, spot), covers ? FOLDING : 0);
  }

  function arrive(finding, spot) {
    const at = place(finding, spot);
    if (!at?.place) return;
    select(at.place, at.from, at.to);
    requestAnimationFrame(() => {
      show();
      const again = place(finding, spot);
      if (again?.place) open(finding, anchor(again));
    });
  }

  function anchor({ place: where, from, to }) {
    const range = where.block && rangeOf(where, from, to);
    return range || where.input.closest(".w-field__input") || where.input;
  }

  function open(finding, where) {
    current = finding;
    beside = where;
    bubble.open(finding, rectOf(where));
    ranges = paint(shown, current);
  }

  const rectOf = (where) => [...where.getClientRects()].at(-1) ?? where.getBoundingClientRect();

  function step(by) {
    const placed = shown.filter(({ place: where }) => where);
    if (!placed.length) return;
    const at = placed.findIndex(({ finding }) => finding === current);
    const next = at < 0 && by < 0 ? placed.length - 1 : (at + by + placed.length) % placed.length;
    goTo(placed[next].finding);
  }

  function pointed({ clientX: x, clientY: y }) {
    for (const [one, range] of ranges)
      for (const rect of range.getClientRects())
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)
          return [one.finding, range];
    return null;
  }

  const desk = {
    words,
    can,
    use: (finding, better) => correct([change(latest(finding), better)]),
    useAll: (some) =>
      correct(some.map((finding) => change(latest(finding), finding.suggestions[0]))),
    show: (finding, other = null) =>
      goTo(latest(finding), (other && latestSpot(finding, other)) ?? latest(finding)),
    dismiss,
    accept,
    heed,
  };
  const bubble = makeBubble(desk);
  bubble.element.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    current = null;
    ranges = paint(shown, current);
  });
  const toast = document.createElement("div");
  toast.className = "copydesk-toast";
  toast.hidden = true;
  document.body.append(toast);

  form.addEventListener("click", (event) => {
    const hit = event.target.closest?.(".DraftEditor-root") && pointed(event);
    if (hit) open(...hit);
  });
  // Wherever the words go, as when the page comes to rest after a jump.
  const along = () => bubble.finding && bubble.move(rectOf(beside));
  window.addEventListener("resize", along);
  document.addEventListener("scroll", along, { capture: true, passive: true });
  // The rich text editor keeps Escape to itself, so the browser would not close the bubble.
  const escape = (event) => event.key === "Escape" && bubble.close();
  document.addEventListener("keydown", escape, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  for (const name of ["input", "change"]) form.addEventListener(name, moved);
  const options = { subtree: true, childList: true, characterData: true };
  new MutationObserver(moved).observe(form, options);
  later(0);
}

const panel = document.querySelector("[data-copydesk]");
const form = document.querySelector("[data-edit-form]");
if (panel && form) start(panel, form);
