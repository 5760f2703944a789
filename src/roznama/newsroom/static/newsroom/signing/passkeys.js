// Passkeys: takes what the server asks for to the browser, and its answer back in a form.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

function forCreating({ publicKey }, alone) {
  const asked = { ...publicKey.authenticatorSelection };
  if (alone) {
    Object.assign(asked, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  }
  return {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
    authenticatorSelection: asked,
  };
}

const forGetting = ({ publicKey }) => ({
  ...publicKey,
  challenge: bytes(publicKey.challenge),
  allowCredentials: known(publicKey.allowCredentials),
});

function told(credential) {
  const response = {};
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  for (const name of parts) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

const written = () => JSON.parse(document.getElementById("passkey-options").textContent);

async function fetched(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function ask(form) {
  const kind = form.dataset.passkey;
  if (kind === "create") {
    const alone = form.elements.passwordless?.checked ?? false;
    const publicKey = forCreating(written().creation_options, alone);
    return navigator.credentials.create({ publicKey });
  }
  const options = kind === "login" ? await fetched(form) : written();
  return navigator.credentials.get({ publicKey: forGetting(options.request_options) });
}

function complain(form, error) {
  const isTaken = error.name === "InvalidStateError";
  const name = error.name === "SecurityError" ? "place" : isTaken ? "taken" : "failed";
  for (const line of form.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== name;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) {
    complain(form, { name: "SecurityError" });
    continue;
  }
  const button = form.querySelector("button");
  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(told(await ask(form)));
      form.submit();
    } catch (error) {
      complain(form, error);
      button.disabled = false;
    }
  });
}
