// On a telephone one pane is there at a time: a swipe to the right goes back to the list, as the button does. What is
// scrolled to the side itself, or begins in a field, is no swipe.

const FAR = 70
const STEEP = 0.5
const NARROW = matchMedia('(max-width: 767px)')

let from = null

const scrolls = target => {
  for (let it = target; it && it.id !== 'pane'; it = it.parentElement) if (it.scrollWidth > it.clientWidth + 1) return true
  return false
}

document.addEventListener('touchstart', event => {
  const touch = event.touches.length === 1 && NARROW.matches && event.target.closest('#pane') ? event.touches[0] : null
  const free = touch && !event.target.closest('input, textarea, select, dialog') && !scrolls(event.target)
  from = free ? { x: touch.clientX, y: touch.clientY } : null
}, { passive: true })

document.addEventListener('touchend', event => {
  if (!from) return
  const { clientX, clientY } = event.changedTouches[0]
  const along = clientX - from.x
  const across = Math.abs(clientY - from.y)
  from = null
  if (along > FAR && across < along * STEEP) document.querySelector('.thread-back')?.click()
}, { passive: true })
document.addEventListener('touchcancel', () => (from = null))
