// The archive's proposals beside a story's form: a button puts one into the list of choices
// above, where the editor can still order it, change it and take it out.

const all = (place, selector) => [...place.querySelectorAll(selector)];

function start(panel) {
  const list = panel.querySelector("[data-candidates-list]");
  const formset = panel.dataset.formset;
  const rows = document.getElementById(`${formset}-FORMS`);
  const add = document.getElementById(`${formset}-ADD`);

  async function look() {
    list.setAttribute("aria-busy", "true");
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(panel.dataset.candidates, { headers });
      if (!answer.ok) throw new Error(answer.status);
      list.innerHTML = await answer.text();
      show();
    } catch {
      const failed = panel.querySelector("[data-candidates-failed]");
      list.replaceChildren(failed.content.cloneNode(true));
    }
    list.removeAttribute("aria-busy");
  }

  // Which stories the form's rows name; a row that is taken out stays there, marked.
  const chosen = () =>
    new Set(
      all(rows, 'input[name$="-story"]')
        .filter((input) => !document.getElementById(input.id.replace(/story$/, "DELETE"))?.value)
        .map((input) => input.value),
    );

  function show() {
    const taken = chosen();
    for (const button of all(list, "button[data-story]"))
      button.disabled = taken.has(button.dataset.story);
  }

  function choose({ story, kind, title, edit }) {
    add.click();
    const number = document.getElementById(`${formset}-TOTAL_FORMS`).value - 1;
    const chooser = document.getElementById(`${formset}-${number}-story-chooser`);
    chooser.widget.setStateFromModalData({ id: story, adminTitle: title, editUrl: edit });
    document.getElementById(`${formset}-${number}-kind`).value = kind;
    show();
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-story]");
    if (button && !chosen().has(button.dataset.story)) choose(button.dataset);
  });
  panel.querySelector("[data-candidates-again]").addEventListener("click", look);
  // Rows go and change by Wagtail's own buttons, which act before or after this is told.
  for (const event of ["click", "change"]) rows.addEventListener(event, () => setTimeout(show));

  // Not before somebody opens the tab that the panel is on.
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    look();
  });
  watch.observe(panel);
}

all(document, "[data-candidates]").forEach(start);
