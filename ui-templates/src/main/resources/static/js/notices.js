// What could not be done is said in a notice; nothing that was typed is lost.

const place = () => document.getElementById('notices')

export function say(template) {
  const notice = document.getElementById(template)?.content.firstElementChild.cloneNode(true)
  if (notice) place()?.replaceChildren(notice)
}

// The same with words of the moment, and where they lead.
export function tell(template, words, address) {
  say(template)
  const notice = place()?.firstElementChild
  if (!notice) return
  notice.querySelector('p').textContent = words
  notice.querySelector('a')?.setAttribute('href', address)
}

document.addEventListener('click', event => {
  event.target.closest('[data-dismiss]')?.closest('.notice')?.remove()
})

// A refusal names where it wants to be shown, whatever its status. Other errors have nothing to show in place.
document.addEventListener('htmx:beforeSwap', event => {
  const { detail } = event
  if (detail.xhr.status < 400 || !detail.xhr.getResponseHeader('HX-Retarget')) return
  detail.shouldSwap = true
  detail.isError = false
})

document.addEventListener('htmx:responseError', event => {
  const { status } = event.detail.xhr
  // 403 without a refusal is the CSRF check: the session that the form belongs to is gone.
  say(status === 401 || status === 403 ? 'notice-expired' : 'notice-retry')
})

document.addEventListener('htmx:sendError', () => say('notice-retry'))
document.addEventListener('htmx:timeout', () => say('notice-retry'))
