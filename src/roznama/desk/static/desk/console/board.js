// The board's numbers of this moment, fetched anew every five seconds while somebody looks.

const EVERY = 5_000;
const box = document.querySelector("#now");
const state = document.querySelector("#now-state");

async function renew() {
  if (document.visibilityState !== "visible") return;
  let numbers = null;
  try {
    const answer = await fetch(box.dataset.url);
    if (answer.status === 401) location.reload(); // the session has ended: to the login page
    if (answer.ok) numbers = await answer.json();
  } catch {
    // Shown below.
  }
  state.textContent = numbers ? "" : box.dataset.lost;
  box.toggleAttribute("data-old", !numbers);
  for (const [name, value] of Object.entries(numbers ?? {})) {
    box.querySelector(`[data-now="${name}"]`).textContent = value;
  }
}

setInterval(renew, EVERY);
document.addEventListener("visibilitychange", renew);
