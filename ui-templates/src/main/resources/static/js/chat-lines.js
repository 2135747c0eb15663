// Puts lines into a thread: each once, in the order of their places, however and how often they come: with the page, as
// the answer to a form, pushed, or fetched after a gap.

export const parse = html => new DOMParser().parseFromString(html, 'text/html')

export const linesIn = root => [...root.querySelectorAll('li[data-place]')]

// Places are `conversation-seq`; both parts are unsigned decimals of any length.
export function comparePlaces(one, other) {
  const [a, b] = [one.split('-'), other.split('-')]
  return compareNumbers(a[0], b[0]) || compareNumbers(a[1], b[1])
}

const compareNumbers = (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)

// Returns those that were not there before.
export function mergeLines(list, lines) {
  const wasAtEnd = isAtEnd(list)
  const added = lines.filter(line => mergeLine(list, line))
  if (added.length > 0 && wasAtEnd) scrollToEnd(list)
  return added
}

function mergeLine(list, line) {
  const known = list.querySelector(`#${CSS.escape(line.id)}`)
  if (!known) {
    place(list, line)
    return true
  }
  const isDay = !line.dataset.sender
  if (isDay && comparePlaces(line.dataset.place, known.dataset.place) < 0) {
    known.remove()
    place(list, line)
  } else if (!isDay && !line.isEqualNode(known)) {
    // A screen reader would read a line again that was replaced: touch it only where it says something else.
    known.replaceChildren(...line.cloneNode(true).childNodes)
  }
  return false
}

function place(list, line) {
  let next = list.querySelector(':scope > .line-pending')
  let last = next ? next.previousElementSibling : list.lastElementChild
  while (last && !(last.dataset.place && comparePlaces(last.dataset.place, line.dataset.place) <= 0)) {
    next = last
    last = last.previousElementSibling
  }
  list.insertBefore(line, next)
}

export const lastLine = list => [...list.querySelectorAll(':scope > li[data-sender]:not(.line-pending)')].at(-1) ?? null

export const lastPlace = list => lastLine(list)?.dataset.place ?? null

const scroller = list => list.closest('[data-scroller]')

export function isAtEnd(list) {
  const { scrollHeight, scrollTop, clientHeight } = scroller(list)
  return scrollHeight - scrollTop - clientHeight < 80
}

export const scrollToEnd = list => (scroller(list).scrollTop = scroller(list).scrollHeight)
