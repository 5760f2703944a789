// The fields that Urdu is written in: lines, boxes of text, and rich text editors.

const WRITTEN = 'textarea, input:is([type="text"], [type="search"], :not([type]))';
// Latin by nature: addresses, dates, what says so itself.
const LATIN =
  '[dir="ltr"], [inputmode]:not([inputmode="text"]), [data-controller*="w-date"], [name$="slug"], [name*="url" i], [name="username"], [autocomplete*="username"], [data-urdu-never]';
const DATES = /date|time|expire_at|go_live/i;

// Returns { input, element, editor, key } for something inside a field, else null. `input` is the
// form's own element, `element` the one that is typed into, `editor` Draftail's in rich text.
export function fieldOf(target) {
  if (!(target instanceof Element)) return null;
  const rich = target.closest(".public-DraftEditor-content");
  if (rich) return richField(rich);
  if (!target.matches(WRITTEN) || target.readOnly || target.disabled) return null;
  if (target.matches(LATIN) || DATES.test(target.name)) return null;
  return { input: target, element: target, editor: null, key: keyOf(target) };
}

function richField(element) {
  const holder = element.closest("[data-draftail-editor-wrapper]");
  const inputs = holder ? [...holder.parentNode.querySelectorAll("input")] : [];
  const input = inputs.find((one) => one.draftailEditor);
  const editor = input?.draftailEditor;
  if (!editor || !element.isContentEditable) return null;
  return { input, element, editor, key: keyOf(input) };
}

const LONGEST = 2000; // milliseconds
const STEP = 50;

// Whether rich text holds words that the form has not: its editor puts them there a quarter of a
// second after the last change, and whoever presses a button sooner would lose them.
export const isBehind = (form) =>
  [...form.elements].some((input) => input.draftailEditor && isOld(input));

// Where there are no words, nothing at all is kept.
function isOld({ draftailEditor, rawContentState: kept }) {
  const now = draftailEditor.getEditorState().getCurrentContent().getPlainText("\n");
  return kept ? now !== kept.blocks.map(({ text }) => text).join("\n") : now.trim() !== "";
}

// Waits until the form has all its words; not for ever.
export async function complete(form) {
  for (let waited = 0; isBehind(form) && waited < LONGEST; waited += STEP)
    await new Promise((then) => setTimeout(then, STEP));
}

// A field's name without the numbers that are different in the next story.
const keyOf = (input) => (input.name || input.id || "field").replace(/\d+/g, "#");

export const anyField = () =>
  [...document.querySelectorAll(`${WRITTEN}, .public-DraftEditor-content`)].some(fieldOf);
