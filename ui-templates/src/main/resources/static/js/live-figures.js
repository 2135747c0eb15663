import { DeskStream } from './desk-stream.js'

// The stream of the live figures, for each page that follows them: it rests while nobody looks, and the page says how it
// stands.

// Whoever goes to and fro between windows keeps them all: the server misses a stream that is gone only as it next speaks.
const PATIENCE = 5_000

export function followFigures(page, address, pushed) {
  const stream = new DeskStream(address, page().dataset.here, pushed, state => {
    const { dataset } = page()
    // A window that waits for a place asks again now and then: that it is refused again is no news.
    if (state === 'lost' && dataset.connection === 'crowded') return
    dataset.connection = state
  })
  let leaving
  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving)
    if (document.hidden) leaving = setTimeout(() => stream.rest(), PATIENCE)
    else stream.wake()
  })
  if (document.hidden) stream.rest()
  return stream
}
