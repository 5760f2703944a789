// Corrections, only ever after a click. Each is looked at once more before it is written: what
// does not stand where it stood is left alone. What is written can be taken back, by the editor's
// own undo (one step for each editor) and by the copy desk's.

// `changes` are { place, from, to, text, better }. Returns those that were made.
export function write(changes) {
  const fields = new Map();
  for (const change of changes)
    fields.set(change.place.input, [...(fields.get(change.place.input) ?? []), change]);
  return [...fields].flatMap(([input, own]) => {
    // From the end, so that what is still to be written stays where it is.
    const backwards = own.toSorted((a, b) => b.from - a.from);
    return input.draftailEditor ? writeRich(input, backwards) : writePlain(input, backwards);
  });
}

// Brings the caret to a stretch of text, and the stretch into sight.
export function select({ input, block }, from, to) {
  reveal(input);
  if (!input.draftailEditor) {
    input.focus({ preventScroll: true });
    input.setSelectionRange(from, to);
    input.scrollIntoView({ block: "center" });
    return;
  }
  const { EditorState, SelectionState } = window.DraftJS;
  const editor = input.draftailEditor;
  const state = editor.getEditorState();
  // After the words, not over them: a selection would open the editor's own bar on top of them.
  const where = SelectionState.createEmpty(block).merge({
    anchorOffset: to,
    focusOffset: to,
    hasFocus: true,
  });
  const element = input.parentNode.querySelector(`[data-offset-key="${block}-0-0"]`);
  element?.scrollIntoView({ block: "center" });
  editor.onChange(EditorState.forceSelection(state, where));
}

function writeRich(input, changes) {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const editor = input.draftailEditor;
  const state = editor.getEditorState();
  let content = state.getCurrentContent();
  const done = [];
  for (const change of changes) {
    const { from, to, text, better } = change;
    const block = content.getBlockForKey(change.place.block);
    if (block?.getText().slice(from, to) !== text) continue;
    const where = SelectionState.createEmpty(block.getKey()).merge({
      anchorOffset: from,
      focusOffset: to,
    });
    const [style, entity] = [block.getInlineStyleAt(from), block.getEntityAt(from)];
    content = Modifier.replaceText(content, where, better, style, entity);
    done.push(change);
  }
  // A step of its own in the editor's history, not a part of what was typed before.
  if (done.length) editor.onChange(EditorState.push(state, content, "insert-fragment"));
  return done;
}

function writePlain(input, changes) {
  const done = [];
  for (const change of changes) {
    const { from, to, text, better } = change;
    if (input.value.slice(from, to) !== text || input.readOnly || input.disabled) continue;
    typeInto(input, from, to, better);
    done.push(change);
  }
  return done;
}

// As if typed, so that the browser's undo knows of it; a field that cannot be focused is set.
function typeInto(input, from, to, better) {
  const before = document.activeElement;
  input.focus({ preventScroll: true });
  input.setSelectionRange(from, to);
  const typed = document.activeElement === input && document.execCommand("insertText", false, better);
  if (!typed) {
    input.setRangeText(better, from, to, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  input.dispatchEvent(new Event("change", { bubbles: true }));
  if (before !== input) before?.focus?.({ preventScroll: true });
}

// Opens the tab and the folded panels that a field is in.
function reveal(input) {
  const tab = input.closest('[role="tabpanel"]');
  if (tab?.hidden) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
  for (let panel = input.closest("[hidden]"); panel; panel = panel.parentNode.closest("[hidden]"))
    document.querySelector(`[aria-controls="${panel.id}"][aria-expanded="false"]`)?.click();
}
