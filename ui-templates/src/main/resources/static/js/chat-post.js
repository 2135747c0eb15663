import { parse } from './chat-lines.js'

// Makes a line unique, so that sending it again after a lost answer stores it once.
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')

// One line to its address: stored, refused for a reason, failed on the way, or signed out.
export async function post(address, body) {
  let response, answer
  try {
    response = await fetch(address, { method: 'POST', body, headers: { 'HX-Request': 'true' }, redirect: 'manual' })
    answer = parse(await response.text())
  } catch {
    return { state: 'failed' }
  }
  if (response.ok) return { state: 'stored', answer }
  if (response.status >= 500) return { state: 'failed' }
  const signedOut = response.type === 'opaqueredirect' || response.status === 401
  return { state: signedOut ? 'signedOut' : 'refused', reason: answer.querySelector('.notice > p')?.textContent.trim() }
}

// Lines of a conversation that is not on the page. keep: told what is left. Tells which were refused, and why.
export async function sendKept(conversation, lines, keep) {
  const left = [...lines]
  const _csrf = document.querySelector('input[name="_csrf"]')?.value ?? ''
  while (left.length > 0) {
    const { state, reason } = await post(`${conversation}/messages`, new URLSearchParams({ ...left[0], _csrf }))
    if (state === 'failed' || state === 'signedOut') return null
    if (state === 'refused') {
      keep([])
      return { lines: left, reason: reason ?? '' }
    }
    left.shift()
    keep(left)
  }
  return null
}
