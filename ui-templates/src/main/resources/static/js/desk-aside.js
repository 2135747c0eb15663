import { sendKept } from './chat-post.js'
import { tell } from './notices.js'
import { draft, keepDraft, keepUnsent, unsent, withUnsent } from './private.js'

// What was written into conversations that are not on the page: sent when that is possible, else kept and said.

const { member } = document.getElementById('desk').dataset
const under = new Set()
let changed = () => {}

// marked: told when what is kept of a conversation has changed.
export const whenKept = marked => (changed = marked)

// Also what an earlier page could not send. isOpen: whether a conversation has a page's own outbox.
export function sendAside(isOpen) {
  withUnsent(member)
    .filter(conversation => !isOpen(conversation) && !under.has(conversation))
    .forEach(send)
}

async function send(conversation) {
  under.add(conversation)
  const keep = left => keepUnsent(member, conversation, left)
  const refused = await sendKept(`/webchat/conversations/${conversation}`, unsent(member, conversation), keep)
  under.delete(conversation)
  if (refused) putAside(conversation, refused.lines, refused.reason)
  changed()
}

// What was refused lies in the draft of its conversation, and a notice says so.
function putAside(conversation, lines, reason) {
  const before = draft(member, conversation)
  const text = [...lines.map(line => line.text), before?.text].filter(Boolean).join('\n')
  keepDraft(member, conversation, text, before?.note || lines.some(line => line.note))
  tellElsewhere(conversation, reason)
}

export function tellElsewhere(conversation, reason) {
  tell('notice-elsewhere', reason, `/webchat/conversations/${conversation}`)
  changed()
}

// What was written into a chat that one may not write in any more can still be read, and copied.
export function showKept(conversation) {
  const place = document.getElementById('composer-unsent')
  const kept = [...unsent(member, conversation).map(line => line.text), draft(member, conversation)?.text]
  const text = kept.filter(Boolean).join('\n')
  if (!place || !text) return
  place.value = text
  place.hidden = false
}
