// Questions to the newsroom's server.

import { known, token } from "./known.js";

// Returns { kind, text, unknown }; throws where the server does not answer, with `line`, its words.
export async function recover(text) {
  const answer = await fetch(known.recover, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": token(),
      "X-Requested-With": "XMLHttpRequest",
    },
    body: JSON.stringify({ text }),
  });
  if (answer.ok) return answer.json();
  const error = new Error(answer.status);
  error.line = (await answer.json().catch(() => ({}))).error;
  throw error;
}

// Returns { user, token } of whoever is signed in, null for nobody; throws without a server.
export async function whoIsIn() {
  const answer = await fetch(known.session, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (answer.status === 403) return null;
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}
