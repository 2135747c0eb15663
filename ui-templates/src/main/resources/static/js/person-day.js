import { parse } from './chat-lines.js'
import { followFigures } from './live-figures.js'
import { byId, mergeRows, replaceIfOther } from './live-parts.js'

// A person's day while it goes on: the dashboard's stream tells their row, and when that says something else the page
// fetches its own parts. Their time grows and not everything stands in the row, so the parts are fetched now and then too;
// the clock is theirs, and moves with them alone.

const PAUSE = 5_000
const LONGEST = 60_000
const HOURS = ['online', 'hidden']

const page = () => byId('person')
const { member } = page().dataset

let told = null
let due = false
let asked = 0
let timer = null

function refresh() {
  due = true
  clearTimeout(timer)
  if (document.hidden) return
  const wait = asked + PAUSE - Date.now()
  if (wait > 0) timer = setTimeout(refresh, wait)
  else window.htmx.trigger(byId('person-stream'), 'figures')
}

// The whole row but the time they were there, with the date: at midnight another day begins.
function tell(board, row) {
  const date = board.getElementById('performance-time').title.slice(0, 10)
  const cells = [...(row?.cells ?? [])].filter(each => !HOURS.includes(each.dataset.figure))
  return [date, ...cells.map(each => each.textContent.replace(/\s+/g, ' '))].join()
}

function hear(html) {
  const board = parse(html)
  const row = board.querySelector(`tr[data-member="${member}"]`)
  const before = told
  told = tell(board, row)
  if (told !== before) refresh()
  else passTime()
}

function passTime() {
  if (due || Date.now() - asked > LONGEST) refresh()
}

followFigures(page, byId('person-stream').dataset.stream, { board: hear, time: passTime })

document.addEventListener('visibilitychange', () => due && refresh())

page().addEventListener('htmx:beforeRequest', () => {
  due = false
  asked = Date.now()
})

page().addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.successful) return show(parse(detail.xhr.responseText))
  // Whoever may not look any more is told so by the page itself; whatever else it was, the next word tries again.
  if ([403, 404].includes(detail.xhr.status)) location.reload()
  else due = true
})

// What nobody has asked for fails quietly: whether the page follows is said anyway.
for (const failure of ['htmx:responseError', 'htmx:sendError']) {
  byId('person-stream').addEventListener(failure, event => event.stopPropagation())
}

function show(fresh) {
  // The day is over.
  if (!fresh.getElementById('performance-status')) return location.reload()
  ;['performance-time', 'person-tiles', 'person-hours', 'person-presence'].forEach(id => replaceIfOther(fresh.getElementById(id)))
  showDeeds(fresh)
}

function showDeeds(fresh) {
  const [shown, other] = [byId('person-deeds'), fresh.getElementById('person-deeds')]
  const [rows, others] = [shown, other].map(each => each.querySelector('tbody'))
  if (!rows || !others) return replaceIfOther(other)
  mergeRows(rows, others)
  replaceIfOther(fresh.getElementById('person-pages'))
  for (const kind of other.querySelectorAll('.tab[data-kind]')) {
    const tab = shown.querySelector(`.tab[data-kind="${kind.dataset.kind}"]`)
    if (tab.dataset.value === kind.dataset.value) continue
    tab.dataset.value = kind.dataset.value
    tab.textContent = kind.textContent
  }
}
