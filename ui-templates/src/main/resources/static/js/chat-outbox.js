import { linesIn, mergeLines, scrollToEnd } from './chat-lines.js'
import { newKey, post } from './chat-post.js'

// After how long what has failed is tried again by itself.
const AGAIN = 15_000

// Sends what is written in a form, one line after another. A line shows as being sent until it is stored; when the
// connection fails it waits for a retry; when it is refused, its text goes back into the field beside the reason.
export class Outbox {
  // Shared with whoever takes over: the lines, and through whom they show what becomes of them.
  #queue = { lines: [], busy: false, face: this }

  // before: the outbox of the same conversation from when it was open before; its lines go on from here.
  // keep: told the fields of all lines that are not stored yet, whenever that changes.
  // elsewhere: told why a line was refused when its conversation is not on the page any more.
  constructor(form, list, pending, stored, { before, keep = () => {}, elsewhere = () => {} } = {}) {
    this.form = form
    this.list = list
    this.pending = pending
    this.stored = stored
    this.keep = keep
    this.elsewhere = elsewhere
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
      // Nothing of what the form holds now: a note must stay one, and an answer too.
      const body = new URLSearchParams({ ...fields, _csrf: this.form.elements._csrf.value })
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
    this.#queue.face = this
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
    clearTimeout(queue.timer)
    try {
      while (queue.lines.length > 0 && (await this.#send(queue.lines[0]))) {
        queue.lines.shift()
        this.#kept()
      }
    } finally {
      queue.busy = false
    }
    if (queue.lines.length > 0) queue.timer = setTimeout(() => this.flush(), AGAIN)
  }

  // Whether the line is done with: stored or refused. What becomes of it shows wherever its conversation is by then.
  async #send(line) {
    line.bubble.dataset.state = 'sending'
    const { state, answer, reason } = await post(this.form.action, line.body)
    const { face } = this.#queue
    if (state === 'failed') {
      line.bubble.dataset.state = 'failed'
      return false
    }
    if (state === 'stored') {
      line.bubble.remove()
      mergeLines(face.list, linesIn(answer))
      face.stored(line)
    } else {
      face.#refused(reason || face.form.dataset[state])
    }
    return true
  }

  // What was refused, and what was written after it, goes back to where it can be changed.
  #refused(reason) {
    const { lines } = this.#queue
    const { note } = this.form.elements
    lines.forEach(line => line.bubble.remove())
    // Whatever else goes back with a note must not reach the buyer with it.
    if (note && lines.some(line => line.body.has('note'))) note.checked = true
    this.#write([...lines.map(line => line.text), this.field.value].filter(Boolean).join('\n'))
    lines.splice(1)
    this.#say(reason)
    if (!this.form.isConnected) this.elsewhere(reason)
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
