// A session that ends while somebody writes: nothing is sent into the void. The form is held back,
// the editor is told, signs in again in another tab, and saving goes on from here.

import { whoIsIn } from "./asking.js";
import { after, listen as listenToAutosaves, onItsWay } from "./autosaves.js";
import { complete, isBehind } from "./fields.js";
import { element, known, words } from "./known.js";
import { notice } from "./notice.js";

const PAUSE = 4000; // milliseconds between two looks whether somebody has signed in
const FRESH = 3000; // milliseconds for which an answer holds

let user = null; // who opened this page
let seen = 0; // when they were last known to be signed in
let dialog = null;
let asked = 0; // how often somebody was asked to sign in
let isSending = false; // what is submitted now was held back before, and waited for

export function listen() {
  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;
  learn();
  listenToAutosaves(form);
  form.addEventListener("submit", (event) => hold(event, form), true);
  // Wagtail saves a draft by itself and says only that it failed.
  document.addEventListener("w-autosave:error", () => look(form));
  document.addEventListener("w-autosave:success", () => (seen = Date.now()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && dialog) look(form);
  });
}

async function learn() {
  const who = await whoIsIn().catch(() => null);
  user = who?.user ?? null;
  seen = who ? Date.now() : 0;
}

// A browser would follow to the page for signing in and forget what the form held.
async function hold(event, form) {
  const isFresh = () => Date.now() - seen < FRESH;
  if (isSending || (isFresh() && !onItsWay() && !isBehind(form))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  const before = asked;
  // Who was told meanwhile that nothing is being sent sends it again themselves.
  await after(async () => {
    await complete(form);
    if ((isFresh() || (await look(form))) && asked === before) send(form, submitter);
  });
}

function send(form, submitter) {
  seen = Date.now();
  isSending = true;
  try {
    submit(form, submitter);
  } finally {
    isSending = false;
  }
}

function submit(form, submitter) {
  if (!submitter) return form.requestSubmit();
  submitter.disabled = false; // Wagtail's button is busy by now
  if (submitter.form === form) return form.requestSubmit(submitter);
  // The menu has closed over its button, whose name tells the server what to do.
  const { name, value } = submitter;
  const stand = element("button", { type: "submit", hidden: true, name, value });
  form.append(stand);
  form.requestSubmit(stand);
  setTimeout(() => stand.remove());
}

// Returns whether the form may be sent: somebody is signed in, or there is no saying.
async function look(form) {
  let who;
  try {
    who = await whoIsIn();
  } catch {
    return true; // no connection: the browser and Wagtail say so themselves
  }
  if (who) back(form, who);
  else ask(form);
  return Boolean(who);
}

function back(form, who) {
  seen = Date.now();
  renew(form, who.token);
  if (!dialog) return;
  dialog.close();
  notice(user && who.user !== user ? words.otherUser : words.backIn);
  user = who.user;
  // So Wagtail tells itself that there is something to save.
  form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
}

// Signing in changed the token that all forms of this page were made with.
function renew(form, token) {
  if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
  for (const input of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) input.value = token;
}

function ask(form) {
  free();
  asked += 1;
  if (dialog) return;
  const link = element("a", { href: known.signIn, target: "_blank", rel: "noopener", className: "button", textContent: words.signIn });
  const again = element("button", { type: "button", className: "button button-secondary", textContent: words.again });
  const close = element("button", { type: "button", className: "button button-secondary", textContent: words.close });
  const said = element("p", { role: "status", className: "writing-session__said" });
  dialog = element("dialog", { className: "writing-session" },
    element("h2", { textContent: words.signedOut, id: "writing-session-title" }),
    element("p", { textContent: words.nothingLost }), said,
    element("p", { className: "writing-session__choices" }, link, again, close));
  dialog.setAttribute("aria-labelledby", "writing-session-title");
  again.addEventListener("click", async () => {
    if (!(await look(form))) said.textContent = words.stillOut;
  });
  // Closed, so that the text can be copied; the next attempt to save opens it again.
  close.addEventListener("click", () => dialog.close());
  const own = dialog;
  own.addEventListener("close", () => {
    own.remove();
    if (dialog === own) dialog = null;
  });
  document.body.append(own);
  own.showModal();
  const timer = setInterval(() => {
    if (dialog !== own) return clearInterval(timer);
    if (document.visibilityState === "visible") look(form);
  }, PAUSE);
}

// Wagtail's buttons say «saving» for half a minute; nothing is being saved.
function free() {
  for (const button of document.querySelectorAll("[data-controller~='w-progress']"))
    button.dataset.wProgressLoadingValue = "false";
}
