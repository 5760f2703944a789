// Keeping the draft: what is done here is sent at once, one step after another, and again and
// again while the server is away. Nothing that was done is forgotten before it was answered.

import { ask, send } from "./talk.js";

const AGAIN = 3000; // milliseconds until a save that failed is tried again
const LOOK = 5000; // between looks whether somebody else changed the draft
const FRESH = 12; // every so many looks the automatic places are asked anew

export function keeper(state, { took, status, refused, conflicted, other }) {
  let pending = null;
  let busy = false;
  let looks = 0;

  function save(layout) {
    pending = layout;
    status("saving");
    push();
  }

  async function push() {
    if (busy || !pending) return;
    busy = true;
    const layout = pending;
    try {
      const answer = await send("save", { base: state.head, layout });
      if (pending === layout) pending = null;
      take(answer);
      if (!pending) status("saved");
    } catch (error) {
      missed(error, layout);
    } finally {
      busy = false;
    }
    if (pending && !waiting) push();
  }

  let waiting = 0;

  function missed(error, layout) {
    const answered = error.kind === "conflict" || error.kind === "refused";
    // What was done since is to be kept too: it is sent next, on the same ground.
    if (answered && pending !== layout) return;
    if (error.kind === "conflict") {
      pending = null;
      take(error.data.state);
      status("saved");
      conflicted(error);
      return;
    }
    if (error.kind === "refused") {
      pending = null;
      refused(error.message);
      setTimeout(() => look(true)); // shows what the server has
      return;
    }
    status("unsaved", error.kind === "login" ? error.message : "");
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = 0;
      push();
    }, AGAIN);
  }

  // What was done meanwhile stays on the screen until it is answered too.
  function take(answer) {
    Object.assign(state, answer, pending ? { layout: pending } : {});
    took(state);
  }

  // Other acts wait until everything before is kept; they return whether they were done.
  async function act(name, data = {}) {
    if (pending || busy) await idle();
    busy = true;
    try {
      take(await send(name, { base: state.head, ...data }));
      return true;
    } catch (error) {
      if (error.kind === "conflict") {
        take(error.data.state);
        conflicted(error);
      } else refused(error.message);
      return false;
    } finally {
      busy = false;
      push();
    }
  }

  const idle = () =>
    new Promise((done) => {
      const test = () => (pending || busy ? setTimeout(test, 50) : done());
      test();
    });

  async function look(all = false) {
    if (busy || pending || (document.hidden && !all)) return;
    looks += 1;
    const before = state.head;
    try {
      const answer = await ask("state", all || looks % FRESH === 0 ? {} : { seen: before });
      if (busy || pending || !answer.layout || state.head !== before) return;
      take(answer);
      if (answer.head !== before) other(answer.changed);
    } catch {
      // The next look, or the next save, tells.
    }
  }

  setInterval(look, LOOK);
  window.addEventListener("beforeunload", (event) => {
    if (pending) event.preventDefault();
  });
  return { save, act, hasUnsaved: () => Boolean(pending) };
}
