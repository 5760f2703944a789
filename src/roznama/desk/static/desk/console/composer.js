// Writing: an answer or a private note, files with it, canned replies after a slash, drafts.

import { Canned } from "./canned.js";
import { Files } from "./files.js";
import { announce, find, show } from "./dom.js";
import { keep, kept } from "./keeping.js";
import { say } from "./words.js";

const TYPING_EVERY = 3_000;

export class Composer {
  #chat = 0;
  #editing = null;
  #typed = 0;
  #wanted = "reply"; // what was chosen; without the chat it can only be a note

  constructor(store) {
    this.store = store;
    this.form = find("#composer");
    this.text = find("#words");
    this.files = new Files(store, () => this.#draw());
    this.canned = new Canned(store, this.text, (text) => this.#insert(text));
    this.form.addEventListener("submit", (event) => this.#send(event));
    this.form.addEventListener("change", () => this.#kindChanged());
    this.text.addEventListener("input", () => this.#input());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    find("#edit-stop").addEventListener("click", () => this.#stopEditing());
    store.addEventListener("talk", ({ detail }) => detail.chat === store.selected && this.#draw());
    store.addEventListener("lists", () => this.#draw());
  }

  get isNote() {
    return this.form.elements.kind.value === "note";
  }

  focus() {
    this.text.focus();
  }

  // Chooses between an answer and a note.
  choose(kind) {
    const choice = find(`[name="kind"][value="${kind}"]`, this.form);
    if (choice.disabled) return;
    choice.checked = true;
    this.#kindChanged();
    this.focus();
  }

  edit(entry) {
    this.#editing = entry;
    this.text.value = entry.text;
    this.#draw();
    this.focus();
  }

  #draw() {
    const { selected } = this.store;
    if (selected !== this.#chat) this.#changeChat(selected);
    const chat = this.store.chats.get(selected);
    const talk = this.store.talks.get(selected);
    const mayNote = Boolean(talk?.info) && !talk.why && this.store.mayRead(chat);
    const mayAnswer = this.store.isMine(chat);
    show(this.form, mayNote);
    const [reply, note] = this.form.elements.kind;
    reply.disabled = !mayAnswer;
    if (!mayAnswer) note.checked = true;
    // What is being written as a note never becomes an answer by itself.
    else if (this.#wanted === "reply" && !this.text.value.trim()) reply.checked = true;
    const isOne = Boolean(this.#editing);
    show(find("#edit-banner"), isOne);
    show(find("#kinds"), !isOne);
    this.form.classList.toggle("is-note", this.isNote && !isOne);
    const takes = this.store.teams.get(chat?.team)?.takes_files !== false;
    show(find("#attach"), !this.isNote && !isOne && mayAnswer && takes);
    find("#words-label").textContent = say(isOne ? "edit_label" : this.isNote ? "note_label" : "reply_label");
    find("#send").textContent = say(isOne ? "save" : this.isNote ? "save_note" : "send");
    find("#send").disabled = this.files.isBusy;
  }

  #changeChat(chat) {
    this.#editing = null;
    this.#chat = chat;
    const draft = kept(`draft:${chat}`, null);
    this.text.value = draft?.text ?? "";
    this.#wanted = draft?.note ? "note" : "reply";
    const [reply, note] = this.form.elements.kind;
    (draft?.note ? note : reply).checked = true;
    this.canned.close();
    this.files.change(chat);
    this.#grow();
  }

  #kindChanged() {
    this.#wanted = this.isNote ? "note" : "reply";
    this.#keepDraft();
    this.#draw();
  }

  #input() {
    this.#grow();
    this.canned.typed();
    this.#keepDraft();
    const now = Date.now();
    if (!this.isNote && this.text.value && now - this.#typed > TYPING_EVERY) {
      this.#typed = now;
      this.store.typing(this.#chat);
    }
  }

  #key(event) {
    if (event.isComposing || this.canned.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !matchMedia("(pointer: coarse)").matches) {
      event.preventDefault();
      this.form.requestSubmit();
    } else if (event.key === "Escape" && this.#editing) {
      this.#stopEditing();
    }
  }

  #send(event) {
    event.preventDefault();
    const text = this.text.value.trim();
    if (this.files.isBusy) return;
    if (this.#editing) {
      if (text) this.store.command("edit", this.#chat, { target: this.#editing.uuid, text });
      this.#stopEditing();
      return;
    }
    const files = this.isNote ? [] : this.files.take();
    if (!text && !files.length) return;
    if (this.isNote) this.store.command("note", this.#chat, { text });
    else {
      this.store.command("send", this.#chat, {
        text, files: files.map(({ id }) => id), shown: files.map(({ name }) => name),
      });
    }
    this.text.value = "";
    this.#typed = 0;
    this.#keepDraft();
    this.#grow();
    announce(say(this.isNote ? "note_saved" : "sent"));
    this.focus();
  }

  #stopEditing() {
    this.#editing = null;
    this.text.value = kept(`draft:${this.#chat}`, null)?.text ?? "";
    this.#draw();
    this.focus();
  }

  #keepDraft() {
    if (this.#editing || !this.#chat) return;
    const text = this.text.value;
    keep(`draft:${this.#chat}`, text.trim() ? { text, note: this.isNote } : null);
  }

  #insert(text) {
    this.text.value = text;
    this.#input();
    this.focus();
  }

  #grow() {
    this.text.rows = Math.min(8, Math.max(2, this.text.value.split("\n").length));
  }
}
