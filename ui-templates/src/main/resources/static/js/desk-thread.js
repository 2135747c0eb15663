import { lastLine, lastPlace, linesIn, mergeLines, scrollToEnd } from './chat-lines.js'
import { Outbox } from './chat-outbox.js'
import { readWhileSeen } from './desk-reading.js'

// The conversation that is open on the desk, if one is.

const drafts = new Map()
let outbox = null

const thread = () => document.getElementById('thread')
const list = () => document.getElementById('lines')

export const selected = () => thread()?.dataset.conversation ?? null

export const holdsUnsent = () => outbox?.holdsUnsent ?? false

export const flush = () => outbox?.flush()

export function openThread() {
  outbox = null
  if (!thread()) return
  scrollToEnd(list())
  readWhileSeen(thread())
  const composer = document.getElementById('composer')
  if (composer) compose(composer, selected())
}

function compose(composer, conversation) {
  const field = composer.elements.text
  const grow = () => {
    field.style.blockSize = 'auto'
    field.style.blockSize = `${Math.min(field.scrollHeight + 2, 180)}px`
  }
  field.value ||= drafts.get(conversation) ?? ''
  field.addEventListener('input', () => {
    drafts.set(conversation, field.value)
    grow()
  })
  grow()
  outbox = new Outbox(composer, list(), document.getElementById('pending-line'), seen)
  const asked = composer.closest('.thread').querySelector('[autofocus]')
  if (asked || matchMedia('(hover: hover)').matches) (asked ?? field).focus({ preventScroll: true })
}

// What has been seen travels with the forms that must not overlook a newer line.
function seen() {
  const upTo = lastLine(list())?.dataset.line ?? ''
  thread().querySelectorAll('input[name="upTo"]').forEach(field => (field.value = upTo))
}

// The stream brings the lines of all the agent's conversations; only one of them is open.
export function addLines(root) {
  const mine = linesIn(root).filter(line => line.dataset.place.startsWith(`${selected()}-`))
  if (mine.length === 0) return
  mergeLines(list(), mine)
  seen()
}

export const addEarlier = page => mergeLines(list(), linesIn(page))

export function missed() {
  const after = thread() && lastPlace(list())
  return after ? `${thread().dataset.lines}?after=${after}` : null
}
