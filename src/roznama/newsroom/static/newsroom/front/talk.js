// Talking to the server. An answer that is no JSON means that somebody else answered: mostly the
// login page, after a session that ran out.

import { addresses, words } from "./dom.js";

export class TalkError extends Error {
  // `kind`: "refused" (with a line), "conflict" (with `data`), "login", or "away".
  constructor(kind, line, data = null) {
    super(line);
    this.kind = kind;
    this.data = data;
  }
}

const token = () =>
  document.cookie
    .split("; ")
    .find((one) => one.startsWith("csrftoken="))
    ?.slice("csrftoken=".length) ?? "";

export async function ask(name, parameters = {}) {
  const query = new URLSearchParams(parameters).toString();
  return talk(`${addresses[name]}?${query}`, { method: "GET" });
}

export async function send(name, data) {
  return talk(addresses[name], {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(data),
  });
}

async function talk(address, options) {
  let answer;
  try {
    const headers = { ...options.headers, "X-Requested-With": "XMLHttpRequest" };
    answer = await fetch(address, { ...options, headers });
  } catch {
    throw new TalkError("away", words.failed);
  }
  const data = await answer.json().catch(() => null);
  if (answer.ok && data) return data;
  if (data?.conflict) throw new TalkError("conflict", data.error, data);
  if (data?.error) throw new TalkError(data.again ? "away" : "refused", data.error);
  if (answer.status === 403 || answer.redirected) throw new TalkError("login", words.login);
  throw new TalkError("away", words.failed);
}
