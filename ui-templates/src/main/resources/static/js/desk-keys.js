import { setting } from './desk-settings.js'
import { selected } from './desk-thread.js'

// One key for each thing that is done all day. They rest while somebody types and while a dialog is open, and can be
// turned off. An element says itself which key is its own, by aria-keyshortcuts.

const PAUSE = 150
const list = () => document.getElementById('conversations')
const shown = () => [...list().children].filter(row => row.checkVisibility())
const typing = target => target.closest('input, textarea, select, [contenteditable]')

let timer = null
let stepping = false

// Whether the thread that comes was reached by j or k, so that the focus stays in the list.
export const isStepping = () => stepping

document.addEventListener('pointerdown', () => (stepping = false))

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter') stepping = false
  if (document.querySelector('dialog[open]') || !setting('keys')) return
  if (typing(event.target)) {
    // A panel of its own shuts itself.
    if (event.key === 'Escape' && !event.target.closest('[role="dialog"]')) backToList()
    return
  }
  if (act(event.key)) event.preventDefault()
})

function act(key) {
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1)
  if (key === '?') {
    document.getElementById('keys').showModal()
    return true
  }
  const own = /^[a-z/]$/.test(key) && document.querySelector(`[aria-keyshortcuts="${key}"]`)
  if (!own) return false
  // What these keys are about is on its way here: what is still shown is not meant.
  if (isLeaving() && key !== '/') return key !== 'r' || arrive()
  if (typing(own)) own.focus()
  else own.click()
  return true
}

const here = () => document.activeElement.closest('[data-conversation-id]')
const isLeaving = () => stepping && here() !== null && here().dataset.conversationId !== selected()

// Opens at once where one has stepped to, with the focus in its composer.
function arrive() {
  stepping = false
  clearTimeout(timer)
  here().querySelector('a').click()
  return true
}

const current = rows =>
  rows.findIndex(row => row.contains(document.activeElement)) >= 0
    ? rows.findIndex(row => row.contains(document.activeElement))
    : rows.findIndex(row => row.querySelector('[aria-current]'))

// Passing by reads nothing: only where one stays is opened.
function step(by) {
  const rows = shown()
  if (rows.length === 0) return false
  const at = current(rows)
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)
  const link = rows[next].querySelector('a')
  link.focus()
  stepping = true
  clearTimeout(timer)
  timer = setTimeout(() => link.isConnected && link.click(), PAUSE)
  return true
}

function backToList() {
  const rows = shown()
  const at = current(rows)
  if (rows[at]) rows[at].querySelector('a').focus()
  else document.activeElement.blur()
}
