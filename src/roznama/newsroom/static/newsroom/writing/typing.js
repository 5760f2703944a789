// Putting text into a field as if it were typed or pasted, so that the field's own undo knows it.

// Types at the caret: one more letter of what is being typed.
export function type(field, text) {
  if (!field.editor) return typePlain(field.element, text);
  // Draftail's own answer to typed text: «- » begins a list, ** makes bold.
  if (field.editor.handleBeforeInput(text) === "handled") return;
  const { EditorState, Modifier } = window.DraftJS;
  const state = field.editor.getEditorState();
  const content = Modifier.replaceText(
    state.getCurrentContent(),
    state.getSelection(),
    text,
    state.getCurrentInlineStyle(),
    entityAt(state),
  );
  field.editor.onChange(EditorState.push(state, content, "insert-characters"));
}

export function erase(field) {
  if (!field.editor) {
    field.element.focus();
    return document.execCommand("delete");
  }
  const { EditorState, Modifier } = window.DraftJS;
  const state = field.editor.getEditorState();
  const where = state.getSelection();
  const back = where.isCollapsed() ? letterBefore(state, where) : where;
  if (!back) return;
  const content = Modifier.removeRange(state.getCurrentContent(), back, "backward");
  field.editor.onChange(EditorState.push(state, content, "backspace-character"));
}

// Puts pasted text in; its lines become paragraphs where there are paragraphs.
export function paste(field, text) {
  if (!field.editor) {
    const isLine = field.element.tagName === "INPUT";
    return typePlain(field.element, isLine ? text.replace(/\s*\n\s*/g, " ").trim() : text);
  }
  const lines = text.split(/\n+/).filter((line) => line.trim());
  pasteBlocks(field, { entityMap: {}, blocks: lines.map((line) => block(line)) });
}

export const block = (text, type = "unstyled", depth = 0) => ({
  text,
  type,
  depth,
  inlineStyleRanges: [],
  entityRanges: [],
});

// Puts raw content (as Draft.js stores it) in as one step of the editor's history.
export function pasteBlocks({ editor }, raw) {
  if (!raw.blocks.length) return;
  const { convertFromRaw, EditorState, Modifier } = window.DraftJS;
  const state = editor.getEditorState();
  const fragment = convertFromRaw(raw).getBlockMap();
  const content = Modifier.replaceWithFragment(
    state.getCurrentContent(),
    state.getSelection(),
    fragment,
  );
  editor.onChange(EditorState.push(state, content, "insert-fragment"));
}

// What the field holds now, to be compared with what it held.
export const held = ({ editor, element }) =>
  editor ? editor.getEditorState().getCurrentContent() : element.value;

export function undo({ editor, element }) {
  if (!editor) {
    element.focus();
    return document.execCommand("undo");
  }
  editor.onChange(window.DraftJS.EditorState.undo(editor.getEditorState()));
}

function typePlain(element, text) {
  if (document.activeElement !== element) element.focus({ preventScroll: true });
  // The old command alone leaves the browser's own undo in order.
  if (document.execCommand("insertText", false, text)) return;
  element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
  element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

// Inside a link letters belong to it, at its edges they do not: so Draft.js does it.
function entityAt(state) {
  const where = state.getSelection();
  const content = state.getCurrentContent();
  const block = content.getBlockForKey(where.getStartKey());
  const offset = where.getStartOffset();
  if (!where.isCollapsed()) return mutable(content, block.getEntityAt(offset));
  if (!offset) return null;
  const key = block.getEntityAt(offset - 1);
  return key === block.getEntityAt(offset) ? mutable(content, key) : null;
}

const mutable = (content, key) =>
  key && content.getEntity(key).getMutability() === "MUTABLE" ? key : null;

function letterBefore(state, where) {
  const offset = where.getStartOffset();
  if (!offset) return null;
  const text = state.getCurrentContent().getBlockForKey(where.getStartKey()).getText();
  const size = [...text.slice(0, offset)].at(-1).length;
  return where.merge({ anchorOffset: offset - size, focusOffset: offset, isBackward: false });
}
