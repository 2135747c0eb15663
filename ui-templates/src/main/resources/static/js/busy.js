// A form that is under way says so, and is not sent a second time by an impatient click.

document.addEventListener('htmx:beforeRequest', event => event.target.setAttribute('aria-busy', 'true'))
document.addEventListener('htmx:afterRequest', event => event.target.removeAttribute('aria-busy'))

document.addEventListener('submit', event => {
  const form = event.target
  if (event.defaultPrevented || form.method === 'dialog') return
  if (form.getAttribute('aria-busy') === 'true') event.preventDefault()
  else form.setAttribute('aria-busy', 'true')
})

// A page that comes back from the history has finished whatever it was doing.
addEventListener('pageshow', () => {
  for (const busy of document.querySelectorAll('form[aria-busy]')) busy.removeAttribute('aria-busy')
})
