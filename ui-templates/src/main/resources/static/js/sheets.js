// Dialogs: data-opens="id" shows one, data-closes shuts the one around it, data-confirm asks before a form is sent.

const sheet = document.getElementById('sheet')
const confirm = document.getElementById('confirm')

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]')
  if (opener) document.getElementById(opener.dataset.opens)?.showModal()
  const around = event.target.closest('[data-closes]')?.closest('dialog')
  if (around) {
    // On a page of its own the same control is a link.
    event.preventDefault()
    around.close()
  }
  if (event.target instanceof HTMLDialogElement) event.target.close()
})

// Whatever is swapped into the shared sheet opens it, and emptying it shuts it.
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target !== sheet) return
  sheet.setAttribute('aria-labelledby', sheet.querySelector('h2')?.id ?? '')
  if (!sheet.firstElementChild) sheet.close()
  else if (!sheet.open) sheet.showModal()
})

document.addEventListener('htmx:afterRequest', event => {
  const form = event.target
  if (event.detail.successful && form.matches?.('form[data-done-closes]')) form.closest('dialog')?.close()
})

sheet?.addEventListener('close', () => sheet.replaceChildren())

function ask(form, go) {
  confirm.querySelector('#confirm-question').textContent = form.dataset.confirm
  const yes = confirm.querySelector('[data-confirm-yes]')
  yes.dataset.label ??= yes.textContent
  yes.textContent = form.dataset.confirmYes ?? yes.dataset.label
  confirm.returnValue = ''
  confirm.addEventListener('close', () => confirm.returnValue === 'yes' && go(), { once: true })
  confirm.showModal()
}

document.addEventListener('htmx:confirm', event => {
  const form = event.target.closest('[data-confirm]')
  if (!form) return
  event.preventDefault()
  ask(form, () => event.detail.issueRequest(true))
})

const isHtmx = form => ['get', 'post', 'put', 'patch', 'delete'].some(verb => form.hasAttribute(`hx-${verb}`))

document.addEventListener('submit', event => {
  const form = event.target
  if (!form.dataset.confirm || isHtmx(form) || form.dataset.confirmed) return
  event.preventDefault()
  const { submitter } = event
  ask(form, () => {
    form.dataset.confirmed = 'yes'
    form.requestSubmit(submitter)
    delete form.dataset.confirmed
  })
})
