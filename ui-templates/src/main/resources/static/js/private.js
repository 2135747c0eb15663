// What this browser keeps for a member and nobody else should find: drafts, and lines that could not be sent yet. Kept by
// member, so that it outlives a reload and the end of a session; gone when the member logs out, or when somebody else
// opens the desk here.

const DRAFT = 'fenliu-draft:'
const UNSENT = 'fenliu-unsent:'
const KEPT = 14 * 86_400_000

const keys = () => {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(DRAFT) || key.startsWith(UNSENT))
  } catch {
    return []
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function write(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify({ ...value, at: Date.now() }))
    else localStorage.removeItem(key)
  } catch {
    // Without storage it lasts as long as the page.
  }
}

// { text, note }: a draft of an internal note must not come back as a message to the buyer.
export const draft = (member, conversation) => read(`${DRAFT}${member}:${conversation}`)

export const keepDraft = (member, conversation, text, note) =>
  write(`${DRAFT}${member}:${conversation}`, text.trim() && { text, note })

// The fields of each form that was sent and not stored yet.
export const unsent = (member, conversation) => read(`${UNSENT}${member}:${conversation}`)?.lines ?? []

// The conversations that have any.
export const withUnsent = member =>
  keys()
    .filter(key => key.startsWith(`${UNSENT}${member}:`))
    .map(key => key.slice(`${UNSENT}${member}:`.length))

export const keepUnsent = (member, conversation, lines) =>
  write(`${UNSENT}${member}:${conversation}`, lines.length > 0 && { lines })

// What is somebody else's, and what nobody came back to.
export function tidy(member) {
  for (const known of keys()) {
    const mine = known.startsWith(`${DRAFT}${member}:`) || known.startsWith(`${UNSENT}${member}:`)
    if (!mine || Date.now() - (read(known)?.at ?? 0) > KEPT) localStorage.removeItem(known)
  }
}

if (location.pathname.endsWith('/login') && new URLSearchParams(location.search).has('out')) {
  keys().forEach(known => localStorage.removeItem(known))
}
