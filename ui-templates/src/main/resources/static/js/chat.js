import { comparePlaces, lastPlace, linesIn, mergeLines, parse, scrollToEnd } from './chat-lines.js'
import { followUp, keepPlace } from './chat-older.js'
import { Outbox } from './chat-outbox.js'
import { askForRating } from './chat-rating.js'
import { hideTyping, showTyping, tellTyping } from './chat-typing.js'

// The buyer's panel while its page is open. Without this file it works with links and forms.

const panel = document.getElementById('chat')
const form = document.getElementById('chat-form')
const list = document.getElementById('chat-lines')
const stream = panel.querySelector('.chat-scroll')
const typing = document.getElementById('chat-typing')
const rating = askForRating(panel)
let outbox = null

if (form) {
  const field = form.elements.text
  field.addEventListener('input', () => {
    field.style.blockSize = 'auto'
    field.style.blockSize = `${Math.min(field.scrollHeight + 2, 140)}px`
  })
  tellTyping(form, panel.dataset.typing)
  outbox = new Outbox(form, list, document.getElementById('pending-line'), stored)
}

// From the first line on the shop knows the buyer: answers can come, and neither name nor card is needed again.
function stored() {
  form.querySelector('.chat-name')?.remove()
  form.querySelector('.chat-about')?.remove()
  rating.goesOn()
  known = true
  listen()
}

// Only the page in front listens: a browser has few connections for one shop, and its other pages need them.
let known = stream.hasAttribute('sse-connect')

function listen() {
  if (!known || stream.hasAttribute('sse-connect')) return
  stream.setAttribute('sse-connect', panel.dataset.stream)
  htmx.trigger(stream, 'htmx:afterProcessNode')
}

function pause() {
  if (!stream.hasAttribute('sse-connect')) return
  stream.removeAttribute('sse-connect')
  htmx.trigger(stream, 'htmx:beforeCleanupElement')
}
document.addEventListener('visibilitychange', () => (document.hidden ? pause() : listen()))
if (document.hidden) pause()

function add(html) {
  const added = mergeLines(list, linesIn(parse(html)))
  for (const line of added.filter(line => line.dataset.sender)) turn(line)
  const answers = added.filter(line => line.dataset.sender && line.dataset.sender !== 'BUYER')
  if (!panel.open && answers.length > 0) panel.dataset.new = ''
}

function turn(line) {
  if (line.dataset.sender === 'AGENT') hideTyping(typing)
  if (line.dataset.notice?.startsWith('CLOSED')) rating.ended(line.dataset.place.split('-')[0])
  else if (line.dataset.sender !== 'SYSTEM') rating.goesOn()
  look()
}

// Tells the shop which of its answers have been looked at.
let seen = null

function look() {
  const last = [...list.querySelectorAll('li[data-sender="AGENT"][data-place]')].at(-1)
  if (!last || last.dataset.read === 'true' || !panel.open || document.hidden || last.dataset.place === seen) return
  seen = last.dataset.place
  const body = new URLSearchParams({ upTo: seen, _csrf: (form ?? panel.querySelector('form')).elements._csrf?.value ?? '' })
  fetch(panel.dataset.read, { method: 'POST', body, headers: { 'HX-Request': 'true' } }).catch(() => (seen = null))
}
document.addEventListener('visibilitychange', look)

const pushed = {
  typing: () => showTyping(typing),
  lines: add,
  status: html => document.getElementById('chat-status').replaceChildren(...parse(html).body.childNodes),
  receipt: place => {
    for (const line of list.querySelectorAll('li[data-sender="BUYER"][data-place]')) {
      if (comparePlaces(line.dataset.place, place) <= 0) line.dataset.read = 'true'
    }
  },
}

stream.addEventListener('htmx:sseBeforeMessage', event => {
  event.preventDefault()
  pushed[event.detail.type]?.(event.detail.data)
})

stream.addEventListener('htmx:sseOpen', async () => {
  outbox?.flush()
  const after = lastPlace(list)
  const response = await fetch(panel.dataset.lines + (after ? `?after=${after}` : ''), { headers: { 'HX-Request': 'true' } })
  if (response.ok) add(await response.text())
})
addEventListener('online', () => outbox?.flush())

function opened() {
  if (!panel.open) return
  delete panel.dataset.new
  scrollToEnd(list)
  followUp(stream)
  look()
  form?.elements.text.focus({ preventScroll: true })
}

function shut() {
  panel.open = false
  panel.querySelector('summary').focus()
}

panel.addEventListener('toggle', opened)
panel.addEventListener('keydown', event => event.key === 'Escape' && panel.open && shut())
panel.addEventListener('click', async event => {
  if (event.target.closest('[data-chat-shut]')) shut()
  const older = event.target.closest('[data-older]')
  if (!older) return
  event.preventDefault()
  const response = await fetch(older.href)
  if (!response.ok) return
  const page = parse(await response.text())
  keepPlace(stream, () => mergeLines(list, linesIn(page.getElementById('chat-lines'))))
  const next = page.querySelector('[data-older]')
  if (next) older.href = next.href
  else older.remove()
})
opened()
