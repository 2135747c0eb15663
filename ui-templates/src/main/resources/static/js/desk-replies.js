// Quick replies in the composer: the button or a slash at its beginning opens them, what is typed behind it searches.

export function offerReplies(composer) {
  const panel = composer.querySelector('#replies')
  const opener = composer.querySelector('[data-replies-open]')
  const field = composer.elements.text
  if (!panel || !opener) return
  let asked = null
  let opening = null
  let byButton = false

  const options = () => [...panel.querySelectorAll('[role="option"]')]
  const shown = () => options().filter(option => !option.hidden)
  const current = () => panel.querySelector('[aria-selected="true"]')
  const isOpen = () => !panel.hidden

  async function load() {
    asked ??= fetch(panel.dataset.from, { headers: { 'HX-Request': 'true' } }).then(response => {
      if (!response.ok) throw new Error('not now')
      return response.text()
    })
    try {
      const page = new DOMParser().parseFromString(await asked, 'text/html')
      if (!panel.firstElementChild) panel.replaceChildren(...page.body.childNodes)
      return true
    } catch {
      asked = null
      return false
    }
  }

  async function open(button) {
    byButton = button
    opening ??= load()
    const there = await opening
    opening = null
    if (!there) return
    panel.hidden = false
    field.setAttribute('aria-controls', 'replies-list')
    search()
  }

  function close() {
    panel.hidden = true
    byButton = false
    field.removeAttribute('aria-activedescendant')
  }

  function search() {
    const words = (byButton ? '' : field.value.slice(1)).trim().toLowerCase()
    for (const option of options()) option.hidden = !option.dataset.find.toLowerCase().includes(words)
    const none = panel.querySelector('[data-replies-none]')
    if (none) none.hidden = shown().length > 0
    select(shown()[0])
  }

  function select(option) {
    current()?.setAttribute('aria-selected', 'false')
    if (!option) return field.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', option.id)
  }

  function take(option) {
    if (!option) return
    const kept = byButton && field.value ? `${field.value.trimEnd()}\n` : ''
    close()
    field.value = kept + option.dataset.text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  opener.addEventListener('click', event => {
    event.preventDefault()
    field.focus()
    if (isOpen()) close()
    else open(true)
  })
  field.addEventListener('input', () => {
    const asks = field.value.startsWith('/') && !field.value.includes('\n')
    if (asks && !isOpen()) open(false)
    else if (asks) search()
    else if (isOpen() && !byButton) close()
  })
  // Before the composer's own Enter, which sends.
  field.addEventListener(
    'keydown',
    event => {
      if (event.isComposing) return
      if (!isOpen() && event.key === 'Enter' && opening) {
        // What was asked for is on its way: Enter takes it then, and never sends the question itself.
        opening.then(there => there && take(current()))
        event.preventDefault()
        event.stopImmediatePropagation()
        return
      }
      if (!isOpen()) return
      const all = shown()
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && all.length) select(all[(all.indexOf(current()) + step + all.length) % all.length])
      else if ((event.key === 'Enter' || event.key === 'Tab') && current()) take(current())
      // Nothing fits: what was typed to search is no answer to the buyer.
      else if (event.key === 'Enter' && !byButton) field.focus()
      else if (event.key === 'Escape') close()
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
  panel.addEventListener('pointerdown', event => {
    const option = event.target.closest('[role="option"]')
    if (!option) return
    event.preventDefault()
    take(option)
  })
}
