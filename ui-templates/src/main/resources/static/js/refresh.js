// data-refresh-every="15": asks again after that many seconds, but only while the page is seen, and at once when it is
// seen again. What is asked, and what the answer replaces, the element says itself by hx-get and hx-trigger="refresh".

let asked = Date.now()

function look() {
  const element = document.querySelector('[data-refresh-every]')
  if (!element || document.hidden) return
  if (Date.now() - asked < Number(element.dataset.refreshEvery) * 1000) return
  asked = Date.now()
  element.dispatchEvent(new CustomEvent('refresh'))
}

setInterval(look, 1000)
document.addEventListener('visibilitychange', look)
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.elt.matches?.('[data-refresh-every]')) asked = Date.now()
})
