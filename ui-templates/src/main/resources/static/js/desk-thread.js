import { lastLine, lastPlace, linesIn, mergeLines, scrollToEnd } from './chat-lines.js'
import { Outbox } from './chat-outbox.js'
import { readWhileSeen } from './desk-reading.js'
import { draft, keepDraft } from './private.js'

// The conversation that is open on the desk, if one is.

const { member } = document.getElementById('desk').dataset
// Also of conversations that are not open any more: what they could not send yet is sent when that is possible.
const outboxes = new Map()

const thread = () => document.getElementById('thread')
const list = () => document.getElementById('lines')

export const selected = () => thread()?.dataset.conversation ?? null

export const holdsUnsent = () => [...outboxes.values()].some(outbox => outbox.holdsUnsent)

export const flush = () => outboxes.forEach(outbox => outbox.flush())

export function openThread(takesFocus = true) {
  if (!thread()) return
  scrollToEnd(list())
  readWhileSeen(thread())
  const composer = document.getElementById('composer')
  if (composer) compose(composer, selected(), takesFocus)
}

function compose(composer, conversation, takesFocus) {
  const field = composer.elements.text
  const grow = () => {
    field.style.blockSize = 'auto'
    field.style.blockSize = `${Math.min(field.scrollHeight + 2, 180)}px`
  }
  field.value ||= draft(member, conversation)
  field.addEventListener('input', () => {
    keepDraft(member, conversation, field.value)
    grow()
  })
  grow()
  const pending = document.getElementById('pending-line')
  outboxes.set(conversation, new Outbox(composer, list(), pending, seen, outboxes.get(conversation)))
  const asked = composer.closest('.thread').querySelector('[autofocus]')
  if (asked || (takesFocus && matchMedia('(hover: hover)').matches)) (asked ?? field).focus({ preventScroll: true })
}

// What has been seen travels with the forms that must not overlook a newer line.
function seen() {
  if (!thread()) return
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
