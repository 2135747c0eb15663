import { linesIn, mergeLines, parse, scrollToEnd } from './chat-lines.js'

// Makes a line unique, so that sending it again after a lost answer stores it once.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')

// Sends what is written in a form, one line after another. A line shows as being sent until it is stored; when the
// connection fails it waits for a retry; when it is refused, its text goes back into the field beside the reason.
export class Outbox {
  // Shared with whoever takes over: { lines, busy }.
  #queue = { lines: [], busy: false }

  // before: the outbox of the same conversation from when it was open before; its lines go on from here.
  // keep: told the fields of all lines that are not stored yet, whenever that changes.
  constructor(form, list, pending, stored, { before, keep = () => {} } = {}) {
    this.form = form
    this.list = list
    this.pending = pending
    this.stored = stored
    this.keep = keep
    this.field = form.elements.text
    this.notice = form.querySelector('[data-notice]')
    if (before) this.#takeOver(before)
    form.addEventListener('submit', event => {
      event.preventDefault()
      this.#add()
    })
    this.field.addEventListener('keydown', event => {
      // While an input method composes a word, Enter belongs to it.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
      event.preventDefault()
      form.requestSubmit()
    })
  }

  get holdsUnsent() {
    return this.#queue.lines.length > 0
  }

  // Lines that an earlier page could not send. Their keys are those of then: what was stored after all is not doubled.
  restore(lines) {
    for (const fields of lines) {
      const body = new URLSearchParams(new FormData(this.form))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      this.#queue.lines.push({ text: fields.text, body, bubble: this.#bubble(fields.text) })
    }
    this.flush()
  }

  // The token belongs to the page that sends.
  #kept() {
    this.keep(
      this.#queue.lines.map(({ body }) => Object.fromEntries([...body].filter(([name]) => name !== '_csrf'))),
    )
  }

  #takeOver(before) {
    this.#queue = before.#queue
    for (const line of this.#queue.lines) {
      const { state } = line.bubble.dataset
      line.bubble = this.#bubble(line.text)
      line.bubble.dataset.state = state
    }
  }

  #add() {
    const text = this.field.value.trim()
    if (!text) return
    const body = new URLSearchParams(new FormData(this.form))
    body.set('text', text)
    this.#queue.lines.push({ text, body, bubble: this.#bubble(text) })
    this.form.elements.key.value = newKey()
    this.#kept()
    this.#write('')
    this.#say('')
    scrollToEnd(this.list)
    this.flush()
  }

  #bubble(text) {
    const bubble = this.pending.content.firstElementChild.cloneNode(true)
    bubble.querySelector('[data-text]').textContent = text
    bubble.querySelector('[data-retry]').addEventListener('click', () => this.flush())
    this.list.append(bubble)
    return bubble
  }

  // Also asked for when the connection has come back.
  async flush() {
    const queue = this.#queue
    if (queue.busy) return
    queue.busy = true
    try {
      while (queue.lines.length > 0 && (await this.#send(queue.lines[0]))) {
        queue.lines.shift()
        this.#kept()
      }
    } finally {
      queue.busy = false
    }
  }

  // Whether the line is done with: stored or refused.
  async #send(line) {
    line.bubble.dataset.state = 'sending'
    const request = { method: 'POST', body: line.body, headers: { 'HX-Request': 'true' }, redirect: 'manual' }
    let response, answer
    try {
      response = await fetch(this.form.action, request)
      answer = parse(await response.text())
    } catch {
      return this.#failed(line)
    }
    if (response.ok) {
      line.bubble.remove()
      mergeLines(this.list, linesIn(answer))
      this.stored(line)
      return true
    }
    if (response.status >= 500) return this.#failed(line)
    const { refused, signedOut } = this.form.dataset
    const reason = answer.querySelector('.notice > p')?.textContent.trim()
    return this.#refused(reason || (response.type === 'opaqueredirect' || response.status === 401 ? signedOut : refused))
  }

  #failed(line) {
    line.bubble.dataset.state = 'failed'
    return false
  }

  // What was refused, and what was written after it, goes back to where it can be changed.
  #refused(reason) {
    const { lines } = this.#queue
    lines.forEach(line => line.bubble.remove())
    this.#write([...lines.map(line => line.text), this.field.value].filter(Boolean).join('\n'))
    lines.splice(1)
    this.#say(reason)
    return true
  }

  #write(text) {
    this.field.value = text
    this.field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  #say(words) {
    this.notice.textContent = words
    this.notice.hidden = !words
  }
}
