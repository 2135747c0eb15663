// Whoever has pressed a button that is gone afterwards goes on from what came in its place, not from the top of the page.

let inside = false

document.addEventListener('htmx:beforeSwap', event => {
  inside = event.detail.target.contains(document.activeElement)
})

document.addEventListener('htmx:afterSettle', event => {
  if (!inside || document.activeElement !== document.body) return
  const place = event.target
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
})
