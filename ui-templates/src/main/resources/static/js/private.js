// What this browser keeps for a member and nobody else should find: drafts. Kept by member, so that it outlives a
// reload and the end of a session; gone when the member logs out, or when somebody else opens the desk here.

const PREFIX = 'fenliu-draft:'
const KEPT = 14 * 86_400_000

const keys = () => {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(PREFIX))
  } catch {
    return []
  }
}
const key = (member, conversation) => `${PREFIX}${member}:${conversation}`

export function draft(member, conversation) {
  try {
    return JSON.parse(localStorage.getItem(key(member, conversation)))?.text ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(member, conversation, text) {
  try {
    if (text.trim()) localStorage.setItem(key(member, conversation), JSON.stringify({ text, at: Date.now() }))
    else localStorage.removeItem(key(member, conversation))
  } catch {
    // Without storage it lasts as long as the page.
  }
}

// Drafts of others, and those that nobody came back to.
export function tidyDrafts(member) {
  for (const known of keys()) {
    const mine = known.startsWith(`${PREFIX}${member}:`)
    if (!mine || Date.now() - age(known) > KEPT) localStorage.removeItem(known)
  }
}

function age(known) {
  try {
    return JSON.parse(localStorage.getItem(known)).at
  } catch {
    return 0
  }
}

if (location.pathname.endsWith('/login') && new URLSearchParams(location.search).has('out')) {
  keys().forEach(known => localStorage.removeItem(known))
}
