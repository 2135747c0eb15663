// Parts of a page that are brought up to date: only what differs is replaced, so that nothing jumps, focus and scroll stay,
// and what is open stays open.

export const byId = id => document.getElementById(id)

// Whatever has asked for a page stays until that comes: taken out of this one, it would not know where to put it.
const asks = part => part.querySelector('.htmx-request') !== null

function keepOpen(shown, fresh) {
  for (const each of fresh.querySelectorAll('details[id]')) {
    each.open = shown.querySelector(`#${CSS.escape(each.id)}`)?.open ?? false
  }
}

// Returns what is shown from then on.
export function replaceIfOther(fresh, shown = byId(fresh.id)) {
  if (!shown || asks(shown)) return shown
  keepOpen(shown, fresh)
  if (shown.isEqualNode(fresh)) return shown
  const held = shown.contains(document.activeElement) && document.activeElement.id
  shown.replaceWith(fresh)
  if (held) byId(held)?.focus({ preventScroll: true })
  window.htmx?.process(fresh)
  return fresh
}

// A row is known by its id or, without one, by being the same.
const isSame = (one, other) => (other.id ? one.id === other.id : one.isEqualNode(other))

export function mergeRows(body, fresh) {
  const rest = [...body.rows]
  const rows = [...fresh.rows].map(row => {
    const known = rest.findIndex(each => isSame(each, row))
    return known < 0 ? row : replaceIfOther(row, rest.splice(known, 1)[0])
  })
  rest.forEach(row => row.remove())
  rows.forEach((row, place) => {
    if (body.rows[place] !== row) body.insertBefore(row, body.rows[place] ?? null)
  })
  window.htmx?.process(body)
}
