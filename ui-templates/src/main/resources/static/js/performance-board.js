import { parse } from './chat-lines.js'

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

document.addEventListener('htmx:sseBeforeMessage', event => {
  if (event.target.closest('#performance-stream') === null) return
  event.preventDefault()
  pushed[event.detail.type]?.(event.detail.data)
})
document.addEventListener('htmx:sseOpen', () => (byId('performance').dataset.connection = 'open'))
document.addEventListener('htmx:sseError', () => (byId('performance').dataset.connection = 'lost'))
