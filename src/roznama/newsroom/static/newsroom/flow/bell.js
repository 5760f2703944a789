// The bell renews itself: asks quietly while somebody looks, and tells what is new.

const EVERY = 30_000; // milliseconds
const LONGEST = 300_000; // between two questions, where the newsroom does not answer
const address = document.querySelector("script[data-bell]")?.dataset.bell;
const desk = document.querySelector("[data-desk-mark]");
const fresh = document.querySelector("[data-desk-fresh]");

let wait = EVERY;
let timer = 0;
let asked = Date.now();

async function ask() {
  asked = Date.now();
  try {
    const answer = await fetch(desk ? `${address}?desk=1` : address, {
      headers: { "X-Requested-With": "XMLHttpRequest" },
      redirect: "manual",
    });
    // Signed out, or sent elsewhere: nobody is told anything here any more.
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return;
    if (!answer.ok) throw new Error(answer.status);
    show(await answer.json());
    wait = EVERY;
  } catch {
    wait = Math.min(wait * 2, LONGEST);
  }
  next();
}

// Not all windows of a newsroom in the same second.
function next() {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(ask, wait * (1 + Math.random() / 6));
}

function show({ unread, label, desk: mark }) {
  const text = document.querySelector(".sidebar .flow-bell .menuitem-label")?.firstChild;
  // The letters alone are exchanged: the menu is React's.
  if (text && text.nodeValue !== label) {
    text.nodeValue = label;
    said.textContent = label;
  }
  document.body.toggleAttribute("data-bell-rings", unread > 0);
  document.body.toggleAttribute("data-bell-silent", unread === 0);
  if (mark && fresh && mark !== desk.dataset.deskMark) fresh.hidden = false;
}

const said = Object.assign(document.createElement("p"), { className: "w-sr-only flow-said" });
said.setAttribute("role", "status");

if (address) {
  document.body.append(said);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) clearTimeout(timer);
    else if (Date.now() - asked > EVERY) ask();
    else next();
  });
  next();
}
