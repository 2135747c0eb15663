// The connection of the desk and of the live dashboard: one stream that is always repaired. The server speaks every few
// seconds, so a stream that has fallen silent, as after a laptop's sleep, is as lost as one that has ended.

const SILENCE = 45_000
const GRACE = 1_500
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000]

export class DeskStream {
  #source = null
  #failures = 0
  #heard = Date.now()
  #timer = null
  #grace = null
  #expired = false
  #resting = false

  // door: an address that says cheaply whether one is signed in. handlers: by the name of the event. turned: told
  // 'open', 'lost', 'crowded', 'ended' or 'expired'.
  constructor(address, door, handlers, turned) {
    this.address = address
    this.door = door
    this.handlers = handlers
    this.turned = turned
    setInterval(() => this.#watch(), 5_000)
    addEventListener('online', () => this.reconnect())
    addEventListener('offline', () => this.#lose())
    document.addEventListener('visibilitychange', () => document.hidden || this.#seen())
    // A page that is shown again from the browser's memory has slept.
    addEventListener('pageshow', event => event.persisted && this.reconnect())
    addEventListener('pagehide', () => this.#source?.close())
    this.#open()
  }

  reconnect() {
    if (!this.#source) return
    this.#failures = 0
    this.#open()
  }

  // For whoever needs nothing while nobody looks: a browser has only a few connections for all its windows.
  rest() {
    if (!this.#source) return
    this.#resting = true
    this.#end('resting')
  }

  wake() {
    if (this.#resting) this.#open()
  }

  // What it follows is another thing now.
  turn(address) {
    if (address === this.address) return
    this.address = address
    this.reconnect()
  }

  #open() {
    this.#resting = false
    clearTimeout(this.#timer)
    this.#source?.close()
    const source = new EventSource(this.address)
    this.#source = source
    this.#heard = Date.now()
    source.onopen = () => {
      clearTimeout(this.#grace)
      this.#grace = null
      this.#failures = 0
      this.#heard = Date.now()
      this.turned('open')
    }
    source.onerror = () => this.#source === source && this.#failed()
    source.addEventListener('beat', () => (this.#heard = Date.now()))
    source.addEventListener('ended', () => this.#end('ended'))
    for (const [name, handle] of Object.entries(this.handlers)) {
      source.addEventListener(name, event => {
        this.#heard = Date.now()
        handle(event.data)
      })
    }
  }

  #watch() {
    if (this.#source && Date.now() - this.#heard > SILENCE) {
      this.#lose()
      this.#open()
    }
  }

  // Somebody who signed in again in another tab goes on here, with a fresh page: the old one's forms are out of date.
  async #seen() {
    if (this.#source) return this.#watch()
    if (this.#expired && (await this.#ask(this.door)) === 200) location.reload()
  }

  #lose() {
    if (this.#source) this.turned('lost')
  }

  // The browser does not say why. Whether somebody has been signed out, an ordinary request does.
  async #failed() {
    const source = this.#source
    source.close()
    // Streams end now and then so that they are authorised anew: nobody needs to hear of that.
    this.#grace ??= setTimeout(() => this.#lose(), GRACE)
    const pause = PAUSES[Math.min(this.#failures++, PAUSES.length - 1)]
    this.#timer = setTimeout(() => this.#open(), pause * (0.75 + Math.random() / 2))
    const status = await this.#ask(this.door)
    if (this.#source === null) return
    if (status === 401) this.#end('expired')
    else if (status === 403) this.#end('ended')
    else if (status === 200 && this.#failures > 1 && (await this.#ask(this.address)) === 429) this.#crowd(source)
  }

  // As many windows as one may have are open already: this one waits for a wish.
  #crowd(source) {
    if (this.#source !== source) return
    clearTimeout(this.#timer)
    clearTimeout(this.#grace)
    this.#grace = null
    this.turned('crowded')
  }

  // The status of an ordinary request, whose answer is not waited for; null when there is none.
  async #ask(address) {
    const enough = new AbortController()
    try {
      const { status } = await fetch(address, { headers: { 'HX-Request': 'true' }, signal: enough.signal })
      return status
    } catch {
      return null
    } finally {
      enough.abort()
    }
  }

  #end(state) {
    clearTimeout(this.#timer)
    clearTimeout(this.#grace)
    this.#grace = null
    this.#source?.close()
    this.#source = null
    this.#expired = state === 'expired'
    this.turned(state)
  }
}
