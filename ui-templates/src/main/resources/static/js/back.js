// Links marked data-back go where the person came from; without a history they stay what they are.

for (const link of document.querySelectorAll('[data-back]')) {
  if (history.length < 2) continue
  link.hidden = false
  link.addEventListener('click', event => {
    event.preventDefault()
    history.back()
  })
}
