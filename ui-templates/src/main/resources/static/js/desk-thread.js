import { comparePlaces, isAtEnd, lastLine, lastPlace, linesIn, mergeLines, scrollToEnd } from './chat-lines.js'
import { followUp, keepPlace } from './chat-older.js'
import { Outbox } from './chat-outbox.js'
import { hideTyping, showTyping, tellTyping } from './chat-typing.js'
import { sendAside, showKept, tellElsewhere } from './desk-aside.js'
import { readWhileSeen } from './desk-reading.js'
import { offerReplies } from './desk-replies.js'
import { draft, keepDraft, keepUnsent, unsent } from './private.js'

// The conversation that is open on the desk, if one is.

const { member } = document.getElementById('desk').dataset
// Also of conversations that are not open any more: what they could not send yet is sent when that is possible.
const outboxes = new Map()

const thread = () => document.getElementById('thread')
const list = () => document.getElementById('lines')

export const selected = () => thread()?.dataset.conversation ?? null

export const address = () => thread()?.dataset.address

// Whether the end of that conversation is in sight, so that a new line of it needs no other sign.
export const isLooking = conversation => conversation === selected() && isAtEnd(list())

export const holdsUnsent = () => [...outboxes.values()].some(outbox => outbox.holdsUnsent)

export function flush() {
  outboxes.forEach(outbox => outbox.flush())
  sendAside(conversation => outboxes.has(conversation))
}

export function openThread(takesFocus = true) {
  if (!thread()) return
  scrollToEnd(list())
  mergeLines(list(), belonging(lately.map(({ line }) => line)))
  followUp(list().closest('[data-scroller]'))
  readWhileSeen(thread())
  followEnd()
  const composer = document.getElementById('composer')
  if (composer) compose(composer, selected(), takesFocus)
  else showKept(selected())
}

const newer = () => document.getElementById('newer')

function followEnd() {
  newer().addEventListener('click', () => scrollToEnd(list()))
  list()
    .closest('[data-scroller]')
    .addEventListener('scroll', () => isAtEnd(list()) && (newer().hidden = true), { passive: true })
}

function compose(composer, conversation, takesFocus) {
  const field = composer.elements.text
  const grow = () => {
    field.style.blockSize = 'auto'
    field.style.blockSize = `${Math.min(field.scrollHeight + 2, 180)}px`
  }
  const { note } = composer.elements
  const kept = draft(member, conversation)
  if (kept && !field.value) {
    field.value = kept.text
    if (note) note.checked = Boolean(kept.note)
  }
  composer.addEventListener('input', () => {
    keepDraft(member, conversation, field.value, note?.checked)
    grow()
  })
  grow()
  offerReplies(composer)
  tellTyping(composer, composer.dataset.typing, () => composer.elements.note.checked || field.value.startsWith('/'))
  const pending = document.getElementById('pending-line')
  const before = outboxes.get(conversation)
  const keep = lines => keepUnsent(member, conversation, lines)
  const elsewhere = reason => tellElsewhere(conversation, `${composer.dataset.elsewhere} ${reason}`)
  const outbox = new Outbox(composer, list(), pending, seen, { before, keep, elsewhere })
  outboxes.set(conversation, outbox)
  if (!before) outbox.restore(unsent(member, conversation))
  const asked = composer.closest('.thread').querySelector('[autofocus]')
  if (asked || (takesFocus && matchMedia('(hover: hover)').matches)) (asked ?? field).focus({ preventScroll: true })
}

// What has been seen travels with the forms that must not overlook a newer line.
function seen() {
  if (!thread()) return
  const upTo = lastLine(list())?.dataset.line ?? ''
  thread().querySelectorAll('input[name="upTo"]').forEach(field => (field.value = upTo))
}

// Whoever has lost the open chat sees so, unless something is written there: sending it says why it cannot go.
export function isGone(rows) {
  const composer = document.getElementById('composer')
  const gone = rows.some(row => row.hasAttribute('data-gone') && row.dataset.conversationId === selected())
  if (!gone || !composer || composer.elements.text.value || holdsUnsent()) return false
  // Whoever is closing or forwarding it just now gets the answer to that.
  return document.querySelector('#pane [aria-busy="true"], #sheet [aria-busy="true"]') === null
}

// What is pushed while a thread is on its way here is neither in it nor put into it: it is kept for a moment.
const lately = []

function keepForLater(lines) {
  const now = Date.now()
  lately.push(...lines.map(line => ({ line: line.cloneNode(true), at: now })))
  while (lately.length > 300 || (lately[0] && now - lately[0].at > 30_000)) lately.shift()
}

const belonging = lines => lines.filter(line => line.dataset.place.startsWith(`${selected()}-`))

// The stream brings the lines of all the agent's conversations; only one of them is open.
export function addLines(root) {
  const lines = linesIn(root)
  keepForLater(lines)
  const mine = belonging(lines)
  if (mine.length === 0) return
  const added = mergeLines(list(), mine)
  const came = added.some(line => line.dataset.sender === 'BUYER')
  if (came) hideTyping(typing())
  if (came && !isAtEnd(list())) newer().hidden = false
  seen()
}

export const addEarlier = page =>
  keepPlace(list().closest('[data-scroller]'), () => mergeLines(list(), linesIn(page)))

const typing = () => document.getElementById('typing')

// What the stream says of the open conversation beside its lines.
export const pushedToThread = {
  typing: conversation => conversation === selected() && showTyping(typing()),
  seen: place => {
    if (!list()) return
    for (const line of list().querySelectorAll('li[data-sender="AGENT"][data-place]')) {
      const sameChat = line.dataset.place.split('-')[0] === place.split('-')[0]
      if (sameChat && comparePlaces(line.dataset.place, place) <= 0) line.dataset.read = 'true'
    }
  },
  unanswered: () => document.getElementById('unanswered')?.dispatchEvent(new CustomEvent('refresh')),
}

export function missed() {
  const after = thread() && lastPlace(list())
  return after ? `${thread().dataset.lines}?after=${after}` : null
}
