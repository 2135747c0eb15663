import { parse } from './chat-lines.js'
import { followFigures } from './live-figures.js'
import { byId, mergeRows, replaceIfOther } from './live-parts.js'

// The dashboard while it is open: what the stream pushes is put into it. Without this file the same page works with its
// links.

// What had the focus has it again, in whatever place; a figure that leads nowhere any more leaves it to its row.
function keepFocus(change) {
  const held = document.activeElement
  const row = held.closest('tr')?.id
  change()
  if (!held.id || byId(held.id) === document.activeElement) return
  const next = byId(held.id) ?? (row && byId(row)?.querySelector('a'))
  next?.focus({ preventScroll: true })
}

function show(html) {
  const page = parse(html)
  ;['performance-time', 'performance-tiles', 'performance-tabs', 'performance-pages', 'performance-blank']
    .map(id => page.getElementById(id))
    .filter(Boolean)
    .forEach(fresh => replaceIfOther(fresh))
  mergeRows(byId('performance-rows'), page.getElementById('performance-rows'))
}

const pushed = {
  board: html => keepFocus(() => show(html)),
  time: html => replaceIfOther(parse(html).getElementById('performance-time')),
}

const address = () => byId('performance-stream').dataset.stream

const stream = followFigures(() => byId('performance'), address(), pushed)

for (const come of ['htmx:afterSettle', 'htmx:historyRestore']) {
  document.addEventListener(come, () => stream.turn(address()))
}
