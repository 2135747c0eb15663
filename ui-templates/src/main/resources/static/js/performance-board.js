import { parse } from './chat-lines.js'
import { DeskStream } from './desk-stream.js'

// The dashboard while it is open: what the stream pushes replaces only what differs, so that nothing jumps, focus and
// scroll stay, and an open hint stays open. Without this file the same page works with its links.

const byId = id => document.getElementById(id)

// Whatever has asked for a page stays until that comes: taken out of this one, it would not know where to put it.
const asks = part => part.querySelector('.htmx-request') !== null

function replaceIfOther(fresh) {
  const shown = byId(fresh.id)
  if (!shown || asks(shown) || shown.isEqualNode(fresh)) return
  if (shown.contains(document.activeElement)) {
    const held = document.activeElement.id
    shown.replaceWith(fresh)
    if (held) byId(held)?.focus({ preventScroll: true })
  } else {
    shown.replaceWith(fresh)
  }
  window.htmx?.process(fresh)
}

function mergeRows(fresh) {
  const body = byId('performance-rows')
  const wanted = [...fresh.rows]
  const kept = new Set(wanted.map(row => row.id))
  ;[...body.rows].filter(row => !kept.has(row.id)).forEach(row => row.remove())
  wanted.forEach((row, place) => {
    replaceIfOther(row)
    const shown = byId(row.id) ?? row
    if (body.rows[place] !== shown) body.insertBefore(shown, body.rows[place] ?? null)
  })
  window.htmx?.process(body)
}

function show(html) {
  const page = parse(html)
  const rows = page.querySelector('#performance-rows')
  ;['performance-time', 'performance-tiles', 'performance-tabs', 'performance-pages', 'performance-blank']
    .map(id => page.querySelector('#' + id))
    .filter(Boolean)
    .forEach(replaceIfOther)
  mergeRows(rows)
}

const pushed = {
  board: show,
  time: clock => (byId('performance-time').textContent = clock),
}

const address = () => byId('performance-stream').dataset.stream

const stream = new DeskStream(address(), byId('performance').dataset.here, pushed, state => {
  const page = byId('performance')
  // A window that waits for a place asks again now and then: that it is refused again is no news.
  if (state === 'lost' && page.dataset.connection === 'crowded') return
  page.dataset.connection = state
})

// Whoever goes to and fro between windows keeps them all: the server misses a stream that is gone only as it next speaks.
const PATIENCE = 5_000
let leaving
document.addEventListener('visibilitychange', () => {
  clearTimeout(leaving)
  if (document.hidden) leaving = setTimeout(() => stream.rest(), PATIENCE)
  else stream.wake()
})
if (document.hidden) stream.rest()

for (const come of ['htmx:afterSettle', 'htmx:historyRestore']) {
  document.addEventListener(come, () => stream.turn(address()))
}
