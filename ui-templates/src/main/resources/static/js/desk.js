import { parse } from './chat-lines.js'
import { pickByTyping } from './desk-forward.js'
import { markSelected, mergeRows, replaceRows, rowsIn } from './desk-rows.js'
import { addEarlier, addLines, flush, holdsUnsent, missed, openThread, selected } from './desk-thread.js'
import { DeskStream } from './desk-stream.js'
import './desk-unread.js'

// The desk while it is open: what the stream pushes goes into list and thread, and after every gap the page asks for
// what it missed. Without this file the same page works with links and forms.

const desk = document.getElementById('desk')
const rows = document.getElementById('conversations')
const menu = () => document.getElementById('presence')

function show(page) {
  const { open, unread } = page.querySelector('[data-open]').dataset
  document.querySelectorAll('[data-figure="open"]').forEach(place => (place.textContent = open))
  document.querySelectorAll('[data-figure="unread"]').forEach(place => (place.textContent = unread))
  desk.dataset.unread = unread
  entitle()
}

function entitle() {
  const { unread } = desk.dataset
  document.title = (unread === '0' ? '' : `(${unread}) `) + document.title.replace(/^\(\d+\) /, '')
}

async function get(path) {
  const response = await fetch(path, { headers: { 'HX-Request': 'true' }, redirect: 'manual' })
  return response.ok ? parse(await response.text()) : null
}

async function catchUp() {
  flush()
  const [list, lines] = await Promise.all([get(desk.dataset.rows + location.search), missed() && get(missed())])
  if (list) {
    replaceRows(rows, list, selected())
    show(list)
  }
  if (lines) addLines(lines)
}

// Older rows or lines, in place; the link goes on from there.
async function extend(link, kind, add) {
  const page = await get(link.href)
  if (!page) return
  add(page)
  const next = page.querySelector(kind)
  if (next) link.href = next.href
  else link.remove()
}

const pushed = {
  rows: html => mergeRows(rows, rowsIn(parse(html)), selected()),
  lines: html => addLines(parse(html)),
  figures: html => show(parse(html)),
  presence: state => (menu().querySelector('summary').dataset.state = state),
}

const stream = new DeskStream(desk.dataset.stream, desk.dataset.here, pushed, state => {
  desk.dataset.connection = state
  if (state === 'open') catchUp()
})

document.addEventListener('htmx:load', event => pickByTyping(event.target))

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.elt.id !== 'pane' && detail.target?.id !== 'pane') return
  markSelected(rows, selected())
  openThread()
})

document.addEventListener('click', event => {
  if (!menu().contains(event.target)) menu().open = false
  if (event.target.closest('[data-reconnect]')) stream.reconnect()
  const link = event.target.closest('[data-more], [data-older]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  if (link.hasAttribute('data-more')) extend(link, '[data-more]', page => mergeRows(rows, rowsIn(page), selected()))
  else extend(link, '[data-older]', addEarlier)
})
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !menu().open) return
  menu().open = false
  menu().querySelector('summary').focus()
})
addEventListener('beforeunload', event => holdsUnsent() && event.preventDefault())

entitle()
openThread()
pickByTyping(document)
