import { pickByTyping } from './desk-forward.js'

// Whoever hides or logs out with unread chats is asked about them; nobody is kept from going on meanwhile.

const desk = document.getElementById('desk')
const panel = document.getElementById('unread-panel')
const opener = () => document.querySelector('#presence summary')

function close() {
  if (!panel.firstElementChild) return
  panel.replaceChildren()
  opener().focus()
}

function opened() {
  pickByTyping(panel)
  ;(panel.querySelector('section') ?? opener()).focus()
}

// Before anybody marks the form as being sent.
document.addEventListener(
  'submit',
  event => {
    if (!event.target.action.endsWith('/webchat/leaving') || desk.dataset.unread === '0') return
    event.preventDefault()
    document.getElementById('person-menu').hidePopover()
    htmx.ajax('GET', panel.dataset.leaving, '#unread-panel')
  },
  true,
)

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.target === panel) opened()
  // Choosing 掛斷 brings the panel beside its own answer.
  if (detail.elt.id === 'presence') panel.firstElementChild ? opened() : opener().focus()
})

document.addEventListener('click', event => {
  if (!event.target.closest('[data-unread-close]')) return
  event.preventDefault()
  close()
})

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && panel.contains(document.activeElement)) close()
})

if (panel.firstElementChild) opened()
