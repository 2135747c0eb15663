// Whatever is open stays open when a part of the page is fetched anew: details with an id are remembered over the swap.

let open = []

document.addEventListener('htmx:beforeSwap', event => {
  const { target } = event.detail
  open = target?.querySelectorAll ? [...target.querySelectorAll('details[id][open]')].map(each => each.id) : []
})

document.addEventListener('htmx:afterSwap', () => {
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  open = []
})
