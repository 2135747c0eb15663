import { parse } from './chat-lines.js'
import { isStepping } from './desk-keys.js'
import { markDrafts, markSelected } from './desk-rows.js'
import { openThread, selected } from './desk-thread.js'

// What stands beside the list: a thread, a form, or nothing.

const desk = document.getElementById('desk')
const rows = () => document.getElementById('conversations')

export async function get(path) {
  const response = await fetch(path, { headers: { 'HX-Request': 'true' }, redirect: 'manual' })
  return response.ok ? parse(await response.text()) : null
}

// As that address has it now; nothing where one may not look any more.
export async function openPane(address) {
  const page = (await get(address)) ?? (await get(desk.dataset.here))
  const pane = page?.getElementById('pane')
  if (!pane) return location.reload()
  document.getElementById('pane').replaceWith(pane)
  htmx.process(pane)
  isThere(false)
}

function isThere(takesFocus) {
  markSelected(rows(), selected())
  markDrafts(rows())
  openThread(takesFocus)
}

// Another chat has taken the place meanwhile. What was to be opened still is; the answer to a form of the former one is
// not wanted any more.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.target?.id !== 'pane' || detail.target.isConnected) return
  if (detail.requestConfig.verb === 'get') detail.target = document.getElementById('pane')
  else detail.shouldSwap = false
})

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.elt.id !== 'pane' && detail.target?.id !== 'pane') return
  isThere(!isStepping())
  // With no thread there is nothing in the pane to go on from.
  if (!selected() && document.activeElement === document.body) rows().focus({ preventScroll: true })
})

// Back and forward change the open conversation; the list, its scroll and the stream stay.
addEventListener(
  'popstate',
  event => {
    event.stopImmediatePropagation()
    openPane(location.pathname)
  },
  true,
)
