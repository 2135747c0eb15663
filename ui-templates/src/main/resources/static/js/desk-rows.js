// Puts rows into the desk's list: the newest first, moved softly, without losing scroll or focus.

const calm = matchMedia('(prefers-reduced-motion: reduce)')

export const rowsIn = root => [...root.querySelectorAll('li[data-conversation-id]')]

export function mergeRows(list, rows, selected) {
  const before = new Map([...list.children].map(row => [row.id, row.getBoundingClientRect().top]))
  const focused = list.contains(document.activeElement) ? document.activeElement.closest('li')?.id : null
  const anchor = list.scrollTop > 4 ? firstVisible(list) : null
  rows.forEach(row => mergeRow(list, row))
  markSelected(list, selected)
  if (focused) list.querySelector(`#${CSS.escape(focused)} a`)?.focus({ preventScroll: true })
  if (anchor?.row.isConnected) list.scrollTop += anchor.row.getBoundingClientRect().top - anchor.top
  else moveSoftly(list, before)
}

// Brings the list up to date after a gap: what is not there any more has gone to somebody else or was closed.
export function replaceRows(list, page, selected) {
  const rows = rowsIn(page)
  const present = new Set(rows.map(row => row.id))
  // Where the answer ends although the list goes on, it says nothing about what is older.
  const end = page.querySelector('[data-more]') ? rows.at(-1).dataset.at : ''
  for (const row of [...list.children]) {
    if (!present.has(row.id) && row.dataset.at >= end) row.remove()
  }
  mergeRows(list, rows, selected)
}

function mergeRow(list, row) {
  list.querySelector(`#${CSS.escape(row.id)}`)?.remove()
  if (row.hasAttribute('data-gone')) return
  list.insertBefore(row, [...list.children].find(other => other.dataset.at < row.dataset.at) ?? null)
  htmx.process(row)
  row.dispatchEvent(new CustomEvent('htmx:load', { bubbles: true }))
}

export function markSelected(list, selected) {
  for (const row of list.children) {
    const link = row.querySelector('a')
    if (row.dataset.conversationId === selected) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

function firstVisible(list) {
  const edge = list.getBoundingClientRect().top
  const row = [...list.children].find(other => other.getBoundingClientRect().bottom > edge)
  return row ? { row, top: row.getBoundingClientRect().top } : null
}

function moveSoftly(list, before) {
  if (calm.matches) return
  for (const row of list.children) {
    const from = before.get(row.id)
    const by = from === undefined ? -12 : from - row.getBoundingClientRect().top
    if (!by) continue
    const start = { transform: `translateY(${by}px)`, opacity: from === undefined ? 0 : 1 }
    row.animate([start, { transform: 'none', opacity: 1 }], { duration: 180, easing: 'ease-out' })
  }
}
