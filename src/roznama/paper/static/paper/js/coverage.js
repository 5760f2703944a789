// New updates of a live coverage, brought into the page while it is read.
//
// What is in the window never moves: a block that is being read is measured before the page
// changes and put back where it was after it. Browsers with scroll anchoring do not do it as well
// (coverage.css), Safari has none. What would push the words in the window about waits for a press
// on the button.

const OFTEN = 10_000; // milliseconds between looks, give or take
const SPREAD = 2_000;
const BLOCKS = "p, h3, li, figure";

const live = document.querySelector(".live[data-live]");
const feed = live.querySelector(".updates");
const top = live.querySelector(".live-pinned");
const keys = live.querySelector(".live-keys");
const button = live.querySelector(".live-new");
const said = live.querySelector("[data-live-said]");

let told = null; // what the live file said last
let timer;
let unread = 0;

const shown = () => new Map([...live.querySelectorAll(".update")].map((one) => [numberOf(one), one]));
const numberOf = (update) => Number(update.id.slice("update-".length));
const name = (count) => (count === 1 ? live.dataset.one : live.dataset.many.replace("#", count));

// The reader's place

// Blocks to measure: those of the coverage, or else of what stands under and over it.
function* blocks() {
  yield* live.querySelectorAll(`.update > :is(${BLOCKS}), .update li`);
  yield* document.querySelectorAll(
    ".story-after > *, .corrections li, main > :not(.story-page), .story-body > *",
  );
}

// The blocks in the window, each with how to find it again: in an update that is about to be
// replaced, by its words.
function* places(leaving) {
  for (const block of blocks()) {
    const { top: at, bottom, height } = block.getBoundingClientRect();
    if (!height || bottom <= 0 || at >= innerHeight) continue;
    const update = block.closest(".update");
    if (!update || !leaving.has(update)) yield { at, find: () => block };
    else {
      const { id } = update;
      const words = block.textContent;
      const find = () =>
        [...(document.getElementById(id)?.querySelectorAll(BLOCKS) ?? [])].find(
          (one) => one.textContent === words,
        );
      yield { at, find };
    }
  }
}

function keepingPlace(leaving, change) {
  const kept = [...places(leaving)];
  change();
  for (const { at, find } of kept) {
    const block = find();
    if (!block?.isConnected) continue;
    const moved = block.getBoundingClientRect().top - at;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
    return;
  }
}

// Updates as the server lays them out: the last ones come with the file, others with the page

async function lay(wanted) {
  const found = new Map();
  for (const [number, version] of wanted) {
    const box = document.createElement("template");
    box.innerHTML = told.html[number] ?? "";
    const update = box.content.firstElementChild;
    if (update?.dataset.v >= version) found.set(number, update);
  }
  if (found.size === wanted.length) return found;
  const page = await fetched(location.pathname, (answer) => answer.text());
  const printed = new DOMParser().parseFromString(page ?? "", "text/html");
  for (const [number, version] of wanted) {
    const update = printed.getElementById(`update-${number}`);
    // The printed page may be a moment behind; the next look will find it.
    if (!found.has(number) && update?.dataset.v >= version) found.set(number, update);
  }
  return found;
}

async function fetched(address, read) {
  try {
    const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
    return answer.ok ? await read(answer) : null;
  } catch {
    return null; // offline: the page stays as it is
  }
}

// Putting them in

const rank = ({ dataset, id }) => [Number(dataset.at), Number(id.slice("update-".length))];

function isOlder(one, than) {
  const [time, number] = rank(one);
  const [otherTime, otherNumber] = rank(than);
  return time < otherTime || (time === otherTime && number < otherNumber);
}

function put(update) {
  const box = update.classList.contains("update--pinned") ? top : feed;
  const others = [...box.querySelectorAll(".update")];
  box.insertBefore(update, others.find((one) => isOlder(one, update)) ?? null);
}

// Heads of days stand where the page has more than one day.
function headDays() {
  const words = new Map(Object.entries(told.days));
  for (const head of feed.querySelectorAll(".live-day")) {
    if (!words.has(head.dataset.day)) words.set(head.dataset.day, head.textContent);
    head.remove();
  }
  const updates = [...feed.querySelectorAll(".update")];
  const days = new Set(updates.map(({ dataset }) => dataset.day));
  if (days.size < 2) return;
  for (const update of updates) {
    const { day } = update.dataset;
    if (!days.delete(day)) continue;
    const head = document.createElement("h3");
    head.className = "live-day";
    head.dataset.day = day;
    head.textContent = words.get(day) ?? day;
    update.before(head);
  }
}

// Somebody who marks words in an update, or has its link in focus, gets the change later.
function isHeld(update) {
  const selection = getSelection();
  const marks = !selection.isCollapsed && selection.containsNode(update, true);
  return marks || update.contains(document.activeElement);
}

// A change above the window or below it is not seen. What stands over the window's edge is.
function isInSight() {
  const { top: at } = feed.getBoundingClientRect();
  return at >= 0 && at < innerHeight;
}

// One after the other: what both would bring in came in once.
let work = Promise.resolve();
const inTurn = (act) => (work = work.then(act, act));

async function apply({ pressed = false } = {}) {
  const here = shown();
  const gone = told.gone.filter((number) => here.has(number)).map((number) => here.get(number));
  const known = told.updates.map(([number, version, , , isTop]) => [number, version, isTop]);
  const fresh = known.filter(([number, , isTop]) => !here.has(number) && (isTop || number >= told.first));
  const changed = known.filter(
    ([number, version]) => here.has(number) && here.get(number).dataset.v < version && !isHeld(here.get(number)),
  );
  const waits = !pressed && fresh.length > 0 && isInSight();
  const laid = await lay([...changed, ...(waits ? [] : fresh)]);
  const old = [...laid.keys()].map((number) => here.get(number)).filter(Boolean);
  const isKeyNew = keys.dataset.told !== undefined ? keys.dataset.told !== told.key : told.key !== "";
  if (gone.length || laid.size || isKeyNew) {
    keepingPlace(new Set([...gone, ...old]), () => {
      [...gone, ...old].forEach((update) => update.remove());
      laid.forEach(put);
      headDays();
      keys.innerHTML = told.key;
      keys.dataset.told = told.key;
      if (shown().size) live.querySelector(".live-none")?.remove();
    });
  }
  const came = fresh.map(([number]) => laid.get(number)).filter(Boolean);
  came.forEach((update) => update.classList.add("is-new"));
  unread = waits ? fresh.length : isInSight() ? 0 : unread + came.length;
  tell(waits || feed.getBoundingClientRect().top < 0, waits ? fresh.length : came.length);
  return came;
}

function tell(isUnder, count) {
  button.hidden = !unread || !isUnder;
  const words = unread ? name(unread) : "";
  if (button.textContent !== words) button.textContent = words;
  if (count && said.textContent !== name(unread || count)) said.textContent = name(unread || count);
}

button.addEventListener("click", async () => {
  await inTurn(() => apply({ pressed: true }));
  unread = 0;
  tell(false, 0);
  const first = feed.querySelector(".update");
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  const head = first.previousElementSibling ?? first;
  head.scrollIntoView({ block: "start" });
});

addEventListener(
  "scroll",
  () => {
    // Whoever scrolls up to what came in has seen it.
    if (unread && isInSight() && shown().has(told.updates.find(([, , , , isTop]) => !isTop)?.[0])) {
      unread = 0;
      tell(false, 0);
    }
  },
  { passive: true },
);

// An update's time leads to its address for good; whoever is on the live page stays on it.
live.addEventListener("click", (event) => {
  const link = event.target.closest('a[href*="#update-"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const update = document.getElementById(link.hash.slice(1));
  if (!update) return;
  event.preventDefault();
  history.replaceState(null, "", link.href);
  update.scrollIntoView({ block: "start" });
});

// Looking

async function look() {
  let isOver = false;
  try {
    if (document.visibilityState !== "visible") return;
    const answer = await fetched(`/live/${live.dataset.live}.json`, (one) => one.json());
    if (!answer?.updates) return;
    told = answer;
    await inTurn(() => apply());
    isOver = !told.on;
  } finally {
    clearTimeout(timer); // one clock, however often somebody comes back to the page
    if (isOver) end();
    else timer = setTimeout(look, OFTEN + Math.random() * SPREAD);
  }
}

function end() {
  document.removeEventListener("visibilitychange", look);
  for (const label of document.querySelectorAll("[data-live-label]")) label.remove();
  live.querySelector("#live-title").textContent = live.dataset.over;
  said.textContent = live.dataset.over;
}

live.classList.add("is-kept");
document.addEventListener("visibilitychange", look);
look();
