// The live desk without leaving the screen: posting, marking and removing, and what others post.
// Every form here works without this; what is typed is kept in the browser until the server has it.

const desk = document.querySelector("[data-live-desk]");
const list = desk.querySelector("[data-live-list]");
const form = desk.querySelector("[data-live-form]");
const said = desk.querySelector("[data-live-said]");

const OFTEN = 4_000; // milliseconds
const KEPT = `live-${desk.dataset.story}`;

let version = desk.dataset.version;

// Talking to the server. What is no JSON comes from somebody else: mostly the login page.

async function talk(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  } catch {
    throw new Error(said.dataset.away);
  }
  const data = await answer.json().catch(() => null);
  if (answer.ok && data) return data;
  if (data?.error) throw new Error(data.error);
  throw new Error(answer.redirected || answer.status === 403 ? said.dataset.login : said.dataset.away);
}

// The list: rows that have not changed stay the very elements that they are.

function take({ version: next, html }) {
  if (next !== undefined) version = String(next);
  if (html === undefined || list.hasAttribute("data-older")) return;
  const box = document.createElement("template");
  box.innerHTML = html;
  const isFirst = !list.querySelector("article");
  let at = list.firstElementChild;
  for (const fresh of [...box.content.children]) {
    const known = fresh.id ? list.querySelector(`#${fresh.id}`) : null;
    const isSame = known?.dataset.version === fresh.dataset.version && known;
    if (isSame === at && at) {
      at = at.nextElementSibling;
      continue;
    }
    if (!known && fresh.id && !isFirst) fresh.classList.add("is-new");
    list.insertBefore(isSame || fresh, at);
    if (known && !isSame) {
      if (known === at) at = at.nextElementSibling;
      known.remove();
    }
  }
  while (at) {
    const next = at.nextElementSibling;
    at.remove();
    at = next;
  }
}

// Somebody who is about to remove something, or has a row's button in focus, is left alone.
const isBusy = () => list.querySelector("details[open]") || list.contains(document.activeElement);

async function look() {
  if (document.visibilityState !== "visible" || isBusy()) return;
  try {
    take(await talk(`${desk.dataset.state}?seen=${version}`));
  } catch {
    // Away for a moment; the next look will tell.
  }
}

function say(line) {
  said.textContent = said.textContent === line ? `${line}\u00a0` : line;
}

list?.addEventListener("submit", async (event) => {
  const act = event.target.closest("[data-live-act]");
  if (!act) return;
  event.preventDefault();
  try {
    take(await talk(act.action, { method: "POST", body: new FormData(act, event.submitter) }));
  } catch (error) {
    alert(error.message);
  }
});

// Posting

const error = desk.querySelector("[data-live-error]");
const send = desk.querySelector("[data-live-send]");
const box = form?.elements.text;

function store(text) {
  try {
    if (text) localStorage.setItem(KEPT, JSON.stringify({ text, token: form.elements.token.value }));
    else localStorage.removeItem(KEPT);
  } catch {
    // Storage may be forbidden; the text then lives as long as the screen.
  }
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    if (!kept?.text || box.value) return;
    box.value = kept.text;
    // The same token: what had arrived though no answer came back is not posted twice.
    form.elements.token.value = kept.token;
  } catch {
    // Nothing was kept, or nothing that can be read.
  }
}

function clear(token) {
  const author = form.elements.author.value;
  form.reset();
  box.value = "";
  form.elements.headline.value = "";
  form.elements.caption.value = "";
  form.elements.author.value = author;
  for (const one of form.querySelectorAll("[type=checkbox]")) one.checked = false;
  form.querySelector(".chooser:not(.blank) [data-chooser-action-clear]")?.click();
  form.elements.token.value = token;
  store("");
}

async function post(event) {
  event.preventDefault();
  if (send.disabled) return;
  const label = send.textContent;
  send.disabled = true;
  send.textContent = send.dataset.busy;
  error.hidden = true;
  try {
    const data = await talk(form.action, { method: "POST", body: new FormData(form) });
    clear(data.token);
    take(data);
    say(said.dataset.posted);
  } catch (trouble) {
    error.textContent = trouble.message;
    error.hidden = false;
  } finally {
    send.disabled = false;
    send.textContent = label;
  }
}

// Signs around what is chosen in the box.

const SIGNS = {
  bold: (words) => [`*${words}*`, words ? words.length + 2 : 1],
  link: (words) => [`[${words}](https://)`, words.length + 3 + "https://".length],
  list: (words) => [`\n- ${words}`, words.length + 3],
};

function sign(event) {
  const button = event.target.closest("[data-live-sign]");
  if (!button) return;
  const { selectionStart: start, selectionEnd: stop, value } = box;
  const [words, place] = SIGNS[button.dataset.liveSign](value.slice(start, stop));
  box.focus();
  box.setRangeText(words, start, stop, "end");
  box.setSelectionRange(start + place, start + place);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

if (form) {
  restore();
  form.addEventListener("submit", post);
  box.addEventListener("input", () => store(box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const signs = desk.querySelector("[data-live-signs]");
  signs.hidden = false;
  signs.addEventListener("click", sign);
}
if (list) {
  setInterval(look, OFTEN);
  document.addEventListener("visibilitychange", look);
}
