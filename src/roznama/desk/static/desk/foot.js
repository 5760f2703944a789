// Under the log: what is promised, what to write with, and how it was when it is over.

import { button, h, isNobody, promised } from "./dom.js";

const LARGEST = 8 * 1024 * 1024;
const MOST = 5;

export class Foot {
  // `does` has talk(), send(text, files), typing(), contact(email), rate(stars, comment),
  // copy(), reopen(), anew(), tell(text).
  constructor(say, does) {
    Object.assign(this, { say, does, files: [] });
    this.queue = this.queueCard();
    this.typing = h("p.typing", { role: "status" });
    this.over = this.overCard();
    this.composer = this.makeComposer();
    this.element = h("div.foot", {}, this.queue, this.typing, this.over, this.composer);
  }

  show({ chat, promise, isTyping, status }) {
    const { say } = this;
    const { state, answered, stars, takes_files: takesFiles, has_contact: hasContact } = chat?.state ?? {};
    const isWaiting = state === "waiting";
    this.queue.hidden = !isWaiting;
    if (isWaiting) {
      set(this.promise, promised(say, promise));
      this.leave.hidden = !isNobody(promise);
      this.email.hidden = hasContact;
      this.hasContact.hidden = !hasContact;
    }
    set(this.typing, isTyping && status === "on" ? say("is_typing") : "");
    this.over.hidden = state !== "closed";
    this.rating.hidden = !answered || Boolean(stars);
    this.thanks.hidden = !stars;
    this.composer.hidden = state === "closed";
    this.attach.hidden = !takesFiles;
  }

  // While one waits

  queueCard() {
    const { say, does } = this;
    this.promise = h("p", { role: "status" });
    const field = h("input", {
      type: "email", required: true, autocomplete: "email", dir: "ltr", maxlength: 254, id: "email",
    });
    const submit = (event) => {
      event.preventDefault();
      if (field.value.trim()) does.contact(field.value.trim());
    };
    this.email = h(
      "form.row",
      { onsubmit: submit },
      h("label", { for: "email" }, say("email")),
      field,
      h("button", { type: "submit" }, say("leave_email")),
    );
    this.hasContact = h("p", { role: "status" }, say("has_contact"));
    const copy = button(say("copy_link"), () => does.copy());
    this.leave = h("div", {}, h("p", {}, say("leave")), this.email, this.hasContact, copy);
    return h("section.queue", {}, this.promise, this.leave);
  }

  // When it is over

  overCard() {
    const { say, does } = this;
    this.thanks = h("p", { role: "status" }, say("thanks"));
    this.rating = this.ratingForm();
    return h(
      "section.over",
      {},
      this.rating,
      this.thanks,
      h("p.row", {}, button(say("go_on"), () => does.reopen()), button(say("anew"), () => does.anew())),
    );
  }

  ratingForm() {
    const { say, does } = this;
    const star = (value) =>
      h(
        "label.star",
        {},
        h("input", { type: "radio", name: "stars", value }),
        h("span", { "aria-hidden": "true" }, "★"),
        h("span.unseen", {}, say("stars", value)),
      );
    const comment = h("textarea", { rows: 2, maxlength: 1000, "aria-label": say("comment"), placeholder: say("comment") });
    const form = h(
      "form.rating",
      {},
      h("fieldset", {}, h("legend", {}, say("rate")), [1, 2, 3, 4, 5].map(star)),
      comment,
      h("button.strong", { type: "submit" }, say("rate_send")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const stars = Number(new FormData(form).get("stars"));
      if (stars) does.rate(stars, comment.value);
      else form.querySelector("input").focus();
    });
    return form;
  }

  // What one writes with

  makeComposer() {
    const { say, does } = this;
    this.text = h("textarea", {
      rows: 1, maxlength: 4000, "aria-label": say("message"), placeholder: say("write"),
    });
    this.text.addEventListener("input", () => {
      this.grow();
      does.typing();
    });
    this.text.addEventListener("keydown", (event) => {
      // A keyboard on a screen has no other key for a new line.
      const isSend = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      if (!isSend || matchMedia("(pointer: coarse)").matches) return;
      event.preventDefault();
      this.submit();
    });
    this.picker = h("input.unseen", {
      type: "file", multiple: true, accept: "image/*,application/pdf", tabindex: -1, "aria-hidden": "true",
      onchange: () => this.choose(),
    });
    this.attach = button("", () => this.picker.click(), {
      class: "icon icon--attach", "aria-label": say("attach"), title: say("attach"),
    });
    this.previews = h("ul.previews", {});
    const send = h("button.icon.icon--send", { type: "submit", "aria-label": say("send"), title: say("send") });
    const onsubmit = (event) => {
      event.preventDefault();
      this.submit();
    };
    return h(
      "form.composer",
      { onsubmit },
      this.previews,
      h("div.row", {}, this.attach, this.picker, this.text, send),
    );
  }

  grow() {
    const { text } = this;
    text.rows = 1;
    while (text.rows < 5 && text.scrollHeight > text.clientHeight + 2) text.rows += 1;
  }

  submit() {
    const text = this.text.value.trim();
    const isBusy = this.files.some((file) => !file.told);
    if (isBusy || (!text && !this.files.length)) return this.text.focus();
    this.does.send(text, this.files.map((file) => file.told));
    for (const file of this.files) file.item.remove();
    this.files = [];
    this.text.value = "";
    this.grow();
    this.text.focus();
  }

  async choose() {
    const chosen = [...this.picker.files].slice(0, MOST - this.files.length);
    this.picker.value = "";
    await Promise.all(chosen.map((one) => this.add(one)));
  }

  async add(original) {
    const { shrunk } = await import("./pictures.js");
    const file = { data: await shrunk(original) };
    if (file.data.size > LARGEST) return this.does.tell(this.say("not_uploaded"));
    const isPicture = file.data.type.startsWith("image/");
    const look = isPicture
      ? h("img", { src: URL.createObjectURL(file.data), alt: "" })
      : h("bdi", {}, original.name);
    file.note = h("small", { role: "status" });
    const off = button(this.say("take_off"), () => this.drop(file));
    file.item = h("li", {}, look, file.note, off);
    this.previews.append(file.item);
    this.files.push(file);
    await this.upload(file);
  }

  async upload(file) {
    const { say } = this;
    const progress = (share) => set(file.note, say("uploading", Math.round(share * 100)));
    progress(0);
    try {
      file.told = await this.does.talk().upload(file.data, progress);
      file.told.name = file.data.name;
      set(file.note, "");
    } catch (text) {
      const again = button(say("retry"), () => this.upload(file));
      file.note.replaceChildren(typeof text === "string" ? text : say("not_uploaded"), " ", again);
    }
  }

  drop(file) {
    this.files = this.files.filter((one) => one !== file);
    file.item.remove();
    this.text.focus();
  }
}

// Words that are the same are not told twice to a screen reader.
function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}
