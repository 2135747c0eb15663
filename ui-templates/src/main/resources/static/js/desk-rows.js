import { draft, unsent } from './private.js'

// Puts rows into the desk's list: the newest first, moved softly, without losing scroll or focus.

const calm = matchMedia('(prefers-reduced-motion: reduce)')
const { member } = document.getElementById('desk').dataset

export const rowsIn = root => [...root.querySelectorAll('li[data-conversation-id]')]

// What a search has found keeps its order, and nothing joins it by itself.
const isSearch = list => ['search', 'past'].includes(list.dataset.filter)

export function mergeRows(list, rows, selected, older = false) {
  const before = new Map([...list.children].map(row => [row.id, row.getBoundingClientRect().top]))
  const focused = list.contains(document.activeElement) ? document.activeElement.closest('li') : null
  const order = [...list.children].map(row => row.id)
  const anchor = list.scrollTop > 4 ? firstVisible(list) : null
  rows.forEach(row => (isSearch(list) ? mergeFound(list, row, older) : mergeRow(list, row)))
  markSelected(list, selected)
  markDrafts(list)
  if (focused) focusOn(list, focused.id, order)
  if (anchor?.row.isConnected) list.scrollTop += anchor.row.getBoundingClientRect().top - anchor.top
  else moveSoftly(list, before)
}

// On the same row; where that is gone, on the one after it or before it.
function focusOn(list, id, order) {
  const at = order.indexOf(id)
  const near = [id, ...order.slice(at + 1), ...order.slice(0, at).reverse()]
  const left = near.map(it => list.querySelector(`#${CSS.escape(it)} a`)).find(Boolean)
  ;(left ?? list).focus({ preventScroll: true })
}

// Brings the list up to date after a gap: what is not there any more has gone to somebody else or was closed. What came
// after the page had been asked for is newer than it.
export function replaceRows(list, page, selected, newer) {
  const rows = rowsIn(page)
  const present = new Set(rows.map(row => row.id))
  // Where the answer ends although the list goes on, it says nothing about what is older.
  const end = page.querySelector('[data-more]') ? (rows.at(-1)?.dataset.at ?? '') : ''
  const gone = [...list.children].filter(
    row => !isSearch(list) && !newer.has(row.id) && !present.has(row.id) && row.dataset.at >= end,
  )
  mergeRows(list, [...gone.map(leaving), ...rows.filter(row => !newer.has(row.id))], selected)
}

function leaving(row) {
  const mark = row.cloneNode()
  mark.dataset.gone = ''
  return mark
}

const known = (list, row) => list.querySelector(`#${CSS.escape(row.id)}`)

function mergeRow(list, row) {
  known(list, row)?.remove()
  if (row.hasAttribute('data-gone')) return
  list.insertBefore(row, [...list.children].find(other => other.dataset.at < row.dataset.at) ?? null)
  settle(row)
}

function mergeFound(list, row, older) {
  const there = known(list, row)
  if (row.hasAttribute('data-gone') || (!there && !older)) return
  if (there) there.replaceWith(row)
  else list.append(row)
  settle(row)
}

function settle(row) {
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

export function markDrafts(list) {
  for (const row of list.children) {
    const id = row.dataset.conversationId
    const kept = row.querySelector('.row-chat-draft')
    if (kept) kept.hidden = !draft(member, id)
    const late = row.querySelector('.row-chat-unsent')
    if (late) late.hidden = unsent(member, id).length === 0
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
