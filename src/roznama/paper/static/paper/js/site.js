// What a page can do beyond being read. Everything here has a plain form in
// the page already, or stays hidden without scripts (.js-only).

const root = document.documentElement;
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
}

// Theme

const device = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : device.matches);

function showTheme() {
  each(".theme-toggle", (button) => button.setAttribute("aria-pressed", isDark()));
  if (!root.dataset.theme) return;
  const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
  each('meta[name="theme-color"]', (meta) => meta.setAttribute("content", paper));
}

each(".theme-toggle", (button) =>
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep("theme", root.dataset.theme);
    showTheme();
  }),
);
device.addEventListener("change", showTheme);
showTheme();

// Text size: five steps, 1 is the page's own

const LAST_STEP = 4;
const step = () => Number(root.dataset.text ?? 1);

function showSize() {
  each(".text-size button", (button) => {
    const next = step() + Number(button.dataset.step);
    button.setAttribute("aria-disabled", next < 0 || next > LAST_STEP);
  });
}

each(".text-size button", (button) =>
  button.addEventListener("click", () => {
    const next = step() + Number(button.dataset.step);
    if (next < 0 || next > LAST_STEP) return;
    root.dataset.text = next;
    keep("text", next);
    showSize();
  }),
);
showSize();

// Copying the page's address

each(".copy", (button) => {
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  const label = button.querySelector("span");
  const ask = label.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.url || location.href);
    label.textContent = button.dataset.done;
    setTimeout(() => (label.textContent = ask), 4000);
  });
});

// Embeds: the frame takes the link's place, after a click and not before

function openFrame(link) {
  const frame = document.createElement("iframe");
  frame.title = link.dataset.title;
  frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.allow = "fullscreen; encrypted-media; picture-in-picture; autoplay";
  frame.src = link.dataset.src;
  link.replaceWith(frame);
  frame.focus();
}

each('.embed a[data-src^="https://"]', (link) =>
  link.addEventListener("click", (event) => {
    // A reader who asks for a new tab gets the provider's own page.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openFrame(link);
  }),
);
