// Earlier lines come by themselves when one scrolls up to where the link to them is; what was read stays where it was.

export function followUp(scroller) {
  const link = scroller.querySelector('[data-older]')
  if (!link || !window.IntersectionObserver) return
  const watch = new IntersectionObserver(
    entries => {
      if (!link.isConnected) return watch.disconnect()
      if (!entries.at(-1).isIntersecting) return
      link.click()
      // A click may meet a request that is under way: while the link is there and seen, it is asked again.
      setTimeout(() => {
        watch.unobserve(link)
        watch.observe(link)
      }, 1000)
    },
    { root: scroller, rootMargin: '160px 0px 0px 0px' },
  )
  watch.observe(link)
}

// Does something that puts lines in above without moving those that are seen.
export function keepPlace(scroller, work) {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop
  const result = work()
  scroller.scrollTop = scroller.scrollHeight - fromEnd
  return result
}
