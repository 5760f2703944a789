// The form's own autosaves. Wagtail tells the server with each autosave which one it follows, and
// forgets to say so when the form itself is sent: there the server would take the form's own
// autosave for somebody else's save.

const LONGEST = 8000; // milliseconds to wait for an autosave that is on its way
const SENDING = 2000; // milliseconds until a form that was sent has left the page

let held = 0; // how many are waiting to send the form
let running = null; // the autosave that is on its way: {ended, end}

export function listen(form) {
  form.addEventListener("w-autosave:save", (event) => {
    // What the form holds is about to be sent as a whole.
    if (held) event.preventDefault();
    else running ??= begin();
  });
  form.addEventListener("w-autosave:success", ({ detail }) => {
    follow(form, detail.data);
    settle();
  });
  form.addEventListener("w-autosave:error", settle);
}

export function onItsWay() {
  return running !== null;
}

// Waits for the autosave that is on its way, and lets none begin that could overtake what `then`
// sends.
export async function after(then) {
  held += 1;
  try {
    if (running) await Promise.race([running.ended, new Promise((end) => setTimeout(end, LONGEST))]);
    return await then();
  } finally {
    setTimeout(() => (held -= 1), SENDING);
  }
}

function begin() {
  const one = {};
  one.ended = new Promise((end) => (one.end = end));
  return one;
}

function settle() {
  running?.end();
  running = null;
}

// The form now follows what it has just saved.
function follow(form, saved) {
  if (!saved?.revision_id) return;
  set(form, "loaded_revision_id", saved.revision_id);
  set(form, "loaded_revision_created_at", saved.revision_created_at);
}

function set(form, name, value) {
  const input = form.querySelector(`input[name="${name}"]`);
  if (input) input.value = value;
}
