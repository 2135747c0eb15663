import { parse } from './chat-lines.js'
import { whenKept } from './desk-aside.js'
import { entitle, hear, remember } from './desk-attention.js'
import { pickByTyping } from './desk-forward.js'
import { get, openPane } from './desk-pane.js'
import { markDrafts, markSelected, mergeRows, replaceRows, rowsIn } from './desk-rows.js'
import { addEarlier, addLines, address, flush, holdsUnsent, isGone, isLooking, missed, openThread, pushedToThread, selected } from './desk-thread.js'
import { DeskStream } from './desk-stream.js'
import { tidy } from './private.js'
import './desk-swipe.js'
import './desk-unread.js'

// The desk while it is open: what the stream pushes goes into list and thread, and after every gap the page asks for
// what it missed. Without this file the same page works with links and forms.

const desk = document.getElementById('desk')
const list = () => document.getElementById('list')
const rows = () => document.getElementById('conversations')
const menu = () => document.getElementById('presence')

function show(page) {
  const figures = page.querySelector('data[data-open]').dataset
  document.querySelectorAll('[data-figure]').forEach(place => (place.textContent = figures[place.dataset.figure]))
  entitle(figures.unread)
}

// What was pushed while an answer was under way: it is newer than that answer.
let newer = new Set()

async function catchUp() {
  flush()
  const meanwhile = (newer = new Set())
  const after = missed()
  const [page, lines] = await Promise.all([get(list().dataset.address), after && get(after)])
  if (page && meanwhile === newer) {
    const came = rowsIn(page).filter(row => !meanwhile.has(row.id))
    replaceRows(rows(), page, selected(), meanwhile)
    if (!meanwhile.has('figures')) show(page)
    hear(came, isLooking)
  }
  if (lines) addLines(lines)
}

// Older rows or lines, in place; the link goes on from there.
async function extend(link, kind, add) {
  const page = await get(link.dataset.part ?? link.href)
  if (!page) return
  add(page)
  const next = page.querySelector(kind)
  if (!next) return link.remove()
  // The link itself stays: it may be watched for being seen.
  link.href = next.href
  if (next.dataset.part) link.dataset.part = next.dataset.part
  link.replaceChildren(...next.childNodes)
}

function addOlder(page) {
  const older = rowsIn(page)
  remember(older)
  mergeRows(rows(), older, selected(), true)
}

const pushed = {
  rows: html => {
    const came = rowsIn(parse(html))
    came.forEach(row => newer.add(row.id))
    mergeRows(rows(), came, selected())
    if (isGone(came)) openPane(address())
    hear(came, isLooking)
  },
  lines: html => addLines(parse(html)),
  figures: html => {
    newer.add('figures')
    show(parse(html))
  },
  ...pushedToThread,
  presence: state => (menu().querySelector('summary').dataset.state = state),
}

const stream = new DeskStream(desk.dataset.stream, desk.dataset.here, pushed, state => {
  desk.dataset.connection = state
  if (state !== 'open') return
  // Parts that could not be fetched try again.
  document.body.dispatchEvent(new Event('reconnected'))
  catchUp()
})

document.addEventListener('htmx:load', event => pickByTyping(event.target))

document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  if (detail.target?.id === 'list') newer = new Set()
})

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.target?.id === 'list') {
    markSelected(rows(), selected())
    markDrafts(rows())
    remember(rowsIn(rows()))
    if (newer.size > 0) catchUp()
  }
})

document.addEventListener('click', event => {
  if (!menu().contains(event.target)) menu().open = false
  if (event.target.closest('[data-reconnect]')) stream.reconnect()
  if (event.target.closest('[data-search-end]')) document.getElementById('search').value = ''
  const link = event.target.closest('[data-more], [data-older]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  if (link.hasAttribute('data-more')) extend(link, '[data-more]', addOlder)
  else extend(link, '[data-older]', addEarlier)
})
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !menu().open) return
  menu().open = false
  menu().querySelector('summary').focus()
})
addEventListener('beforeunload', event => holdsUnsent() && event.preventDefault())

tidy(desk.dataset.member)
entitle(desk.dataset.unread)
remember(rowsIn(rows()))
markDrafts(rows())
openThread()
pickByTyping(document)
whenKept(() => markDrafts(rows()))
flush()
