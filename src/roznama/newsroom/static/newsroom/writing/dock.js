// The keyboard's button at the foot of the screen, and the picture of its keys.

import { anyField, fieldOf } from "./fields.js";
import { element, layout, words } from "./known.js";
import { everywhere, isOn, isOnEverywhere, toggle, watch } from "./keyboard.js";
import { erase, type } from "./typing.js";

// The keys in the order of the layout's table, which is that of the keyboard; rows begin at these.
const BEGINS = ["KeyQ", "KeyA", "KeyZ"];
const LAYERS = ["plain", "shift", "altgr"];
const LATIN = {
  Backquote: "`", Minus: "-", Equal: "=", BracketLeft: "[", BracketRight: "]", Backslash: "\\",
  Semicolon: ";", Quote: "'", Comma: ",", Period: ".", Slash: "/",
};

let field = null; // where the caret is, or was last
let layer = 0;

const isMark = (text) => /^\p{M}/u.test(text);
const shown = (text) => (isMark(text) ? `◌${text}` : text);
const button = (properties, ...children) =>
  element("button", { type: "button", ...properties }, ...children);

export function dock() {
  const lamp = element("span", { className: "urdu-dock__lamp" });
  const main = button({ className: "urdu-dock__main", title: words.shortcut }, "اب", lamp);
  const opener = button({ className: "urdu-dock__open", ariaLabel: words.picture, title: words.picture }, "⌨");
  const box = picture();
  box.id = "urdu-keys";
  opener.setAttribute("aria-controls", box.id);
  const bar = element("div", { className: "urdu-dock__bar" }, main, opener);
  const whole = element("div", { className: "urdu-dock", role: "group", ariaLabel: words.keyboard }, box, bar);
  whole.lang = document.documentElement.lang;

  function show() {
    whole.hidden = !field && !anyField();
    const on = field ? isOn(field) : isOnEverywhere();
    main.setAttribute("aria-pressed", on);
    main.setAttribute("aria-label", `${words.keyboard}: ${on ? words.on : words.off}`);
    lamp.textContent = !field ? words.keyboard : on ? words.on : words.off;
    opener.setAttribute("aria-expanded", !box.hidden);
    mark();
  }

  main.addEventListener("click", () => (field ? toggle(field) : everywhere(!isOnEverywhere())));
  opener.addEventListener("click", () => {
    box.hidden = !box.hidden;
    show();
  });
  // The caret stays where it is.
  whole.addEventListener("mousedown", (event) => {
    if (!event.target.closest("input, label")) event.preventDefault();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (whole.contains(target)) return;
    field = fieldOf(target);
    show();
  });
  watch(show);
  document.body.append(whole);
  show();
}

// A field in which keys type Urdu is to be seen as such.
function mark() {
  for (const old of document.querySelectorAll("[data-urdu-typing]")) delete old.dataset.urduTyping;
  if (!field || !isOn(field)) return;
  const seen = field.editor ? field.element.closest("[data-draftail-editor]") : field.element;
  seen.dataset.urduTyping = "";
}

function picture() {
  const rows = [[]];
  for (const [code, characters] of Object.entries(layout.keys)) {
    if (BEGINS.includes(code)) rows.push([]);
    rows.at(-1).push(keyOf(code, characters));
  }
  const keys = element("div", { className: "urdu-keys__rows", dir: "ltr" });
  keys.append(...rows.map((row) => element("div", { className: "urdu-keys__row" }, ...row)), last(keys));
  const all = element("input", { type: "checkbox", checked: isOnEverywhere() });
  all.addEventListener("change", () => everywhere(all.checked));
  watch(() => (all.checked = isOnEverywhere()));
  keys.addEventListener("click", ({ target }) => pressed(keys, target.closest("button")));
  const foot = element("p", { className: "urdu-keys__foot" },
    element("label", {}, all, ` ${words.everywhere}`), element("span", { textContent: words.shortcut }));
  return element("div", { className: "urdu-keys", hidden: true }, keys, foot);
}

function keyOf(code, characters) {
  const latin = LATIN[code] ?? code.replace(/^(Key|Digit)/, "");
  const label = (name, text) => element("span", { className: `urdu-key__${name}`, textContent: text });
  const key = button({ className: "urdu-key", tabIndex: -1, ariaLabel: characters[0] },
    label("latin", latin), label("shift", shown(characters[1])), label("plain", shown(characters[0])));
  key.dataset.code = code;
  return key;
}

function last(keys) {
  const layers = LAYERS.slice(1).map((name, at) => {
    const key = button({ className: "urdu-key urdu-key--wide", textContent: words[name] });
    key.dataset.layer = at + 1;
    key.setAttribute("aria-pressed", "false");
    return key;
  });
  const space = button({ className: "urdu-key urdu-key--space", textContent: words.space });
  space.dataset.types = " ";
  const back = button({ className: "urdu-key urdu-key--wide", textContent: words.erase });
  back.dataset.erase = "";
  return element("div", { className: "urdu-keys__row" }, layers[0], layers[1], space, back);
}

function pressed(keys, key) {
  if (!key) return;
  if (key.dataset.layer) return turn(keys, layer === Number(key.dataset.layer) ? 0 : Number(key.dataset.layer));
  if (!field) return;
  if ("erase" in key.dataset) return erase(field);
  const text = key.dataset.types ?? layout.keys[key.dataset.code][layer];
  if (text) type(field, text);
  if (key.dataset.code) turn(keys, 0);
}

function turn(keys, now) {
  layer = now;
  for (const key of keys.querySelectorAll("[data-layer]"))
    key.setAttribute("aria-pressed", Number(key.dataset.layer) === layer);
  for (const key of keys.querySelectorAll("[data-code]")) {
    const characters = layout.keys[key.dataset.code];
    key.querySelector(".urdu-key__plain").textContent = shown(characters[layer]);
    key.querySelector(".urdu-key__shift").textContent = layer ? "" : shown(characters[1]);
    key.disabled = !characters[layer];
    key.ariaLabel = characters[layer];
  }
}
