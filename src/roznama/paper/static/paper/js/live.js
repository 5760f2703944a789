// What may be newer than the page: the breaking line and the stories most read.
// Both come after the story, and neither moves what is being read.

const POLL = 30_000;
const DISMISSED = "breaking-dismissed";

async function get(name) {
  try {
    const answer = await fetch(`/live/${name}.json`, { credentials: "omit" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // offline: the page stays as it is
  }
}

function dismissed() {
  try {
    return sessionStorage.getItem(DISMISSED);
  } catch {
    return null;
  }
}

function dismiss(id) {
  try {
    sessionStorage.setItem(DISMISSED, id);
  } catch {
    // Storage may be forbidden; the line then comes back on the next page.
  }
  show(null);
}

// The breaking line stands at the foot of the window, over the page

const place = document.querySelector("#breaking-place");
const mold = document.querySelector("#breaking-line");
let shown = null;
let ending;

function show(line) {
  const standing = line?.text && line.until > Date.now() && line.id !== dismissed();
  const next = standing ? line : null;
  if (next?.id === shown?.id && next?.url === shown?.url && next?.until === shown?.until) return;
  shown = next;
  clearTimeout(ending);
  place.replaceChildren();
  if (!next) return;
  const bar = mold.content.cloneNode(true);
  const link = bar.querySelector("a");
  link.textContent = next.text;
  if (next.url?.startsWith("/")) link.href = next.url;
  bar.querySelector("button").addEventListener("click", () => dismiss(next.id));
  place.append(bar);
  ending = setTimeout(() => show(null), Math.min(next.until - Date.now(), 2 ** 31 - 1));
}

async function ask() {
  if (document.visibilityState !== "visible") return;
  const line = await get("breaking");
  if (line) show(line);
}

// The stories most read are put in where no reader has come yet

async function nameMostRead(box) {
  const { stories = [] } = (await get("most-read")) ?? {};
  const others = stories.filter(({ url }) => url.startsWith("/") && url !== location.pathname);
  const before = box.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
  if (others.length < 3 || before < innerHeight + 100) return;
  const lines = others.map(({ title, url }) => {
    const [item, link] = ["li", "a"].map((name) => document.createElement(name));
    link.href = url;
    link.textContent = title;
    item.append(link);
    return item;
  });
  box.querySelector("ol").replaceChildren(...lines);
  box.hidden = false;
}

// A story that was before a reader's eyes is told of, once: its number, and nothing of the reader.
// Not with sendBeacon, which would send cookies and the page's address along.

const SEEN = 3_000;

function tellRead({ story, address }) {
  // A preview has another address than the story; a program that drives the browser reads nothing.
  if (navigator.webdriver || new URL(address).pathname !== location.pathname) return;
  let left = SEEN;
  let since;
  let timer;
  const tell = () => {
    document.removeEventListener("visibilitychange", look);
    fetch("/live/read", {
      method: "POST",
      body: story,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive: true,
    }).catch(() => {}); // offline: nobody counts it
  };
  const look = () => {
    clearTimeout(timer);
    if (since !== undefined) left -= performance.now() - since;
    since = document.visibilityState === "visible" ? performance.now() : undefined;
    if (since !== undefined) timer = setTimeout(tell, Math.max(0, left));
  };
  document.addEventListener("visibilitychange", look);
  look();
}

document.querySelectorAll("[data-story]").forEach((box) => tellRead(box.dataset));
ask();
setInterval(ask, POLL);
document.addEventListener("visibilitychange", ask);
document.querySelectorAll(".most-read").forEach(nameMostRead);
