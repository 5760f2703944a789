// Headlines while a reader types: a combobox with a list box, after the ARIA
// Authoring Practices Guide. Without this the form is a form.

const PAUSE = 150;
const SHORTEST = 2;

const input = document.querySelector('.search-form [name="q"]');
const list = document.querySelector("#suggestions");
const told = document.querySelector("#suggestions-told");
let paths = [];
let chosen = -1;
let timer;
let asking;

for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-controls": list.id,
  "aria-expanded": "false",
})) input.setAttribute(name, value);

const isOpen = () => !list.hidden;

function choose(place) {
  chosen = place;
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === place));
  if (place < 0) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  input.setAttribute("aria-activedescendant", list.children[place].id);
  list.children[place].scrollIntoView({ block: "nearest" });
}

function open() {
  list.hidden = !paths.length;
  input.setAttribute("aria-expanded", isOpen());
  choose(-1);
}

function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  choose(-1);
}

function go(place) {
  location.assign(paths[place]);
}

function optionOf({ title }, place) {
  const option = document.createElement("li");
  option.id = `suggestion-${place}`;
  option.setAttribute("role", "option");
  option.textContent = title;
  option.addEventListener("click", () => go(place));
  return option;
}

function show(stories) {
  const ours = stories.filter(({ url }) => url.startsWith("/"));
  paths = ours.map(({ url }) => url);
  list.replaceChildren(...ours.map(optionOf));
  open();
  told.textContent = paths.length ? `${told.dataset.words} ${paths.length}` : "";
}

async function ask(typed) {
  asking = new AbortController();
  try {
    const address = `${list.dataset.from}?${new URLSearchParams({ q: typed })}`;
    const answer = await fetch(address, { signal: asking.signal, credentials: "omit" });
    const { stories = [] } = answer.ok ? await answer.json() : {};
    if (document.hasFocus() && isHere()) show(stories);
  } catch {
    // Offline, or overtaken by the next letter: the form works all the same.
  }
}

// The keys on the screen take the focus where they are walked through.
const isHere = () => document.activeElement?.closest(".search-form") != null;

input.addEventListener("input", () => {
  clearTimeout(timer);
  asking?.abort();
  const typed = input.value.trimStart();
  if (typed.trim().length < SHORTEST) {
    show([]);
    return;
  }
  timer = setTimeout(ask, PAUSE, typed);
});

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => isOpen() && chosen >= 0 && (go(chosen), true),
  Escape: () => isOpen() && (close(), true),
};

// From the field through the list and back to the field.
function move(step) {
  if (!paths.length) return false;
  if (!isOpen()) open();
  const places = paths.length + 1;
  choose(((chosen + 1 + step + places) % places) - 1);
  return true;
}

input.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (Object.hasOwn(keys, event.key) && keys[event.key]()) event.preventDefault();
});
input.addEventListener("blur", close);
input.form.addEventListener("submit", close);
// A press on the list must not take the focus, or the list would close under it; nor may the list
// be drawn anew then, or the press is lost.
list.addEventListener("mousedown", (event) => {
  event.preventDefault();
  if (event.button !== 0) return;
  clearTimeout(timer);
  asking?.abort();
});
