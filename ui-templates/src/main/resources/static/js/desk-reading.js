import { isAtEnd } from './chat-lines.js'

// Marks a conversation read while its thread is really looked at: the tab is in front and its end is in sight.

const PAUSE = 250

export function readWhileSeen(thread) {
  const form = thread.querySelector('#reading')
  if (!form) return
  const lines = thread.querySelector('#lines')
  const newest = () => [...thread.querySelectorAll('li[data-sender="BUYER"]')].at(-1)?.dataset.line ?? ''
  let read = thread.dataset.unread === '0' ? newest() : ''
  let timer = null

  const mark = async () => {
    const last = newest()
    if (!thread.isConnected || document.visibilityState !== 'visible' || !isAtEnd(lines) || last === read) return
    form.elements.upTo.value = last
    const before = read
    read = last
    try {
      const request = { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'HX-Request': 'true' } }
      const response = await fetch(form.action, request)
      if (!response.ok) read = before
    } catch {
      read = before
    }
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(mark, PAUSE)
  }
  const look = () => (thread.isConnected ? soon() : document.removeEventListener('visibilitychange', look))

  new MutationObserver(soon).observe(lines, { childList: true })
  lines.closest('[data-scroller]').addEventListener('scroll', soon, { passive: true })
  document.addEventListener('visibilitychange', look)
  soon()
}
