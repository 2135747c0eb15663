// A button with data-copies puts that text on the clipboard, and says so. It shows only where that can work.

const showAll = root => {
  for (const button of root.querySelectorAll('[data-copies]')) button.hidden = !navigator.clipboard
}

showAll(document)
document.addEventListener('htmx:load', event => showAll(event.target))

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copies]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copies)
  button.textContent = button.dataset.copied
})
