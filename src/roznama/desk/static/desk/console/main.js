// The console: puts its parts together. Which chat is open stands in the address (#12), so that
// the browser's own back leads from a chat to the lists on a phone.

import { Actions } from "./actions.js";
import { Alerts } from "./alerts.js";
import { Composer } from "./composer.js";
import { announce, find, show } from "./dom.js";
import { forgetAll, kept, keep } from "./keeping.js";
import { Keys } from "./keys.js";
import { Lists } from "./lists.js";
import { Offers } from "./offers.js";
import { Side } from "./side.js";
import { Store } from "./store.js";
import { Talk } from "./talk.js";
import { isWords } from "./outbox.js";
import { say } from "./words.js";

const store = new Store();

const open = (chat) => {
  if (Number(location.hash.slice(1).split("/")[0]) === chat) follow();
  else location.hash = chat;
};

const lists = new Lists(store, open);
const actions = new Actions(store);
const composer = new Composer(store);
const talk = new Talk(store, {
  edit: (entry) => composer.edit(entry),
  remove: (entry) => actions.ask(say("delete_sure"), say("delete"), () =>
    store.command("delete", store.selected, { target: entry.uuid })),
});
new Side(store, open);
const offers = new Offers(store, open);
new Alerts(store, open);

// The panes, and the address ------------------------------------------------------

function follow() {
  const [chat, pane] = location.hash.slice(1).split("/");
  const id = Number(chat) || 0;
  document.body.dataset.pane = !id ? "lists" : pane === "side" ? "side" : "talk";
  if (id !== store.selected) store.select(id);
  else talk.draw();
  keep("open", id || null);
}

addEventListener("hashchange", () => {
  const before = store.selected;
  follow();
  if (document.body.dataset.pane === "lists") lists.focus();
  else if (store.selected !== before) find("#talk-name").focus();
  else if (document.body.dataset.pane === "side") find("#side-name").focus();
});

const showSide = () => {
  if (!store.selected) return;
  location.hash = `${store.selected}/side`;
  find("#side-name").focus();
};
find("#to-side").addEventListener("click", showSide);
find("#to-talk").addEventListener("click", () => (location.hash = store.selected));
find("#to-lists").addEventListener("click", () => (location.hash = ""));

// On and off duty -----------------------------------------------------------------

const dutySwitch = find("#duty");
const switchDuty = () => store.setDuty(!store.me.on_duty);
dutySwitch.addEventListener("click", switchDuty);
store.addEventListener("me", ({ detail }) => {
  dutySwitch.setAttribute("aria-checked", String(store.me.on_duty));
  find("#duty-text").textContent = say(store.me.on_duty ? "on_duty" : "off_duty");
  if (detail.text) warn(detail.text);
});

// What has to be said at the top --------------------------------------------------

function warn(text) {
  find("#warning-text").textContent = text;
  show(find("#warning"), true);
}
find("#warning-close").addEventListener("click", () => show(find("#warning"), false));

store.addEventListener("refused", ({ detail: { asked, text } }) => {
  if (!isWords(asked)) warn(text);
  announce(text);
});
store.addEventListener("line", () => {
  const line = find("#line");
  line.dataset.state = store.line;
  line.textContent = say(`line_${store.line}`);
  show(find("#ended"), store.line === "ended");
  dutySwitch.disabled = store.line !== "open";
});
store.addEventListener("me", () => {
  store.line = "open";
  store.dispatchEvent(new CustomEvent("line"));
});

// Keys ----------------------------------------------------------------------------

const go = (step) => {
  const chat = lists.neighbor(step);
  if (chat) open(chat);
};
new Keys({
  KeyL: () => { if (document.body.dataset.pane !== "lists" && isNarrow()) location.hash = ""; else lists.focus(); },
  KeyM: () => composer.choose("reply"),
  KeyN: () => composer.choose("note"),
  KeyI: showSide,
  KeyG: () => find("#log").focus(),
  KeyK: () => offers.takeFirst() || actions.act("take"),
  KeyR: () => actions.act("return"),
  KeyJ: () => actions.act("transfer"),
  KeyX: () => actions.act("close"),
  KeyU: () => actions.act("urgent"),
  KeyO: switchDuty,
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
});

function isNarrow() {
  return matchMedia("(max-width: 60rem)").matches;
}

for (const button of document.querySelectorAll("dialog [data-closes]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
find("#logout").addEventListener("submit", forgetAll);

if (!location.hash && kept("open", 0) && !isNarrow()) {
  history.replaceState(null, "", `#${kept("open", 0)}`);
}
follow();
lists.draw();
store.connection.open();
