// What the story's text has from others, beside its form: a button puts a claim into the list of
// sources, where the editor can still change it. The form is sent as it stands, saved or not.

import { complete } from "./writing/fields.js";

function start(panel) {
  const list = panel.querySelector("[data-suggestions-list]");
  const form = panel.closest("form");
  const { suggestions, dismissals, entering } = panel.dataset;
  const dismissed = new Set(); // of a story that was never saved

  async function post(address, data) {
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(address, { method: "POST", body: data, headers });
    if (!answer.ok) throw new Error(answer.status);
    return answer;
  }

  async function guarded(act) {
    list.setAttribute("aria-busy", "true");
    try {
      await act();
    } catch {
      const failed = panel.querySelector("[data-suggestions-failed]");
      list.replaceChildren(failed.content.cloneNode(true));
    }
    list.removeAttribute("aria-busy");
  }

  async function look() {
    await complete(form);
    list.innerHTML = await (await post(suggestions, new FormData(form))).text();
    for (const item of list.querySelectorAll("[data-suggestion]"))
      if (dismissed.has(item.dataset.suggestion)) item.remove();
  }

  function accept(item) {
    const value = JSON.parse(item.querySelector("script").textContent);
    const block = document.getElementById("sources-root").rootBlock;
    block.insert({ type: "source", value }, block.children.length, {
      animate: true,
    });
    leave(item);
  }

  // The next suggestion's first button takes the focus, so that a keyboard goes on from there.
  function leave(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next ?? panel).querySelector("[data-accept], [data-suggestions-again]")?.focus();
  }

  async function dismiss(item) {
    const key = item.dataset.suggestion;
    dismissed.add(key);
    if (dismissals) {
      const data = new FormData();
      data.set("key", key);
      await post(dismissals, data);
    }
    leave(item);
  }

  async function enter(name) {
    const data = new FormData();
    data.set("name", name);
    await post(entering, data);
    await look();
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const item = event.target.closest("[data-suggestion]");
    if (!button || !item) return;
    if (button.dataset.accept) accept(item);
    else if (button.dataset.dismiss) guarded(() => dismiss(item));
    else if (button.dataset.enter) guarded(() => enter(button.dataset.enter));
  });
  panel
    .querySelector("[data-suggestions-again]")
    .addEventListener("click", () => guarded(look));

  // Not before somebody opens the tab that the panel is on.
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    guarded(look);
  });
  watch.observe(panel);
}

document.querySelectorAll("[data-suggestions]").forEach(start);
