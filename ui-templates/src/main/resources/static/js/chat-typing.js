// "…is typing", both ways: says it at most every few seconds, and believes it for a few seconds only.

const EVERY = 3_000
const BELIEVED = 6_000

// Tells the address while somebody types into the field of a form; its token goes along.
export function tellTyping(form, address, quiet = () => false) {
  let last = 0
  form.addEventListener('submit', () => (last = 0))
  form.elements.text.addEventListener('input', event => {
    const now = Date.now()
    if (!event.isTrusted || !form.elements.text.value || quiet() || now - last < EVERY) return
    last = now
    const body = new URLSearchParams({ _csrf: form.elements._csrf?.value ?? '' })
    fetch(address, { method: 'POST', body, headers: { 'HX-Request': 'true' } }).catch(() => {})
  })
}

const timers = new WeakMap()

// Shows it in that place until nothing has been heard for a while, or a line has come.
export function showTyping(place) {
  if (!place) return
  clearTimeout(timers.get(place))
  place.dataset.typing = ''
  timers.set(place, setTimeout(() => hideTyping(place), BELIEVED))
}

export function hideTyping(place) {
  if (place) delete place.dataset.typing
}
