// The menu behind a headline in a list: fetched as somebody reaches for it, opened on a click.

const failed = document.querySelector("script[data-menu-failed]")?.dataset.menuFailed;
const coming = new Map(); // buttons, and the menus that were asked for

function buttonOf(event) {
  return event.target instanceof Element ? event.target.closest("[data-row-menu]") : null;
}

function fetched(button) {
  if (!coming.has(button)) {
    const answer = ask(button.dataset.rowMenu);
    coming.set(button, answer);
    answer.catch(() => coming.delete(button));
  }
  return coming.get(button);
}

async function ask(address) {
  const answer = await fetch(address, {
    headers: { "X-Requested-With": "XMLHttpRequest" },
    redirect: "error",
  });
  if (!answer.ok) throw new Error(answer.status);
  return answer.text();
}

async function open(button) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  button.parentElement.querySelector("[role=alert]")?.remove();
  try {
    const menu = await fetched(button);
    const hadFocus = document.activeElement === button || document.activeElement === document.body;
    const place = button.closest("ul");
    place.innerHTML = menu;
    // Wagtail's dropdown takes the new toggle in hand first.
    await new Promise(setTimeout);
    const toggle = place.querySelector("[data-w-dropdown-target=toggle]");
    if (hadFocus) toggle?.focus();
    toggle?.click();
  } catch {
    const line = Object.assign(document.createElement("p"), { className: "menus-failed" });
    line.setAttribute("role", "alert");
    line.textContent = failed;
    button.after(line);
    button.ariaBusy = "false";
  }
}

for (const reach of ["pointerover", "focusin"]) {
  document.addEventListener(reach, (event) => {
    const button = buttonOf(event);
    if (button) fetched(button).catch(() => {}); // a click tells it
  });
}

document.addEventListener("click", (event) => {
  const button = buttonOf(event);
  if (button) open(button);
});
