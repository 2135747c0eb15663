import { setting } from './desk-settings.js'

// Calls for attention: how many are unread in title and icon; and when a message comes that nobody is looking at, a
// line for screen readers, a sound and, if wanted, a notification of the desktop.

const desk = document.getElementById('desk')
const log = document.getElementById('heard')
const icon = document.querySelector('link[rel="icon"]')
const plainIcon = icon.href
const unread = new Map()

export function entitle(count) {
  desk.dataset.unread = count
  document.title = (count === '0' ? '' : `(${count}) `) + document.title.replace(/^\(\d+\) /, '')
  icon.href = count === '0' ? plainIcon : badge(count)
}

function badge(count) {
  const text = Number(count) > 99 ? '99+' : count
  const size = text.length > 2 ? 9 : 12
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="%230f766e"/><circle cx="12" cy="12" r="10" fill="%23b42318"/><text x="12" y="${12 + size / 2.8}" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" fill="white">${text}</text></svg>`
  return `data:image/svg+xml,${drawn}`
}

// Rows that the page had before anything came.
export const remember = rows => rows.forEach(row => unread.set(row.id, Number(row.dataset.unread)))

// isLooking: whether somebody sees the end of that conversation just now.
export function hear(rows, isLooking) {
  const fresh = rows.filter(row => Number(row.dataset.unread) > (unread.get(row.id) ?? 0))
  const unseen = fresh.filter(row => document.hidden || !isLooking(row.dataset.conversationId))
  unseen.slice(-3).forEach(row => say(row, row.dataset.forwarded === 'true' && !unread.has(row.id)))
  rows.forEach(row => unread.set(row.id, Number(row.dataset.unread ?? 0)))
  if (unseen.length === 0) return
  ring()
  if (!document.hasFocus()) unseen.slice(-3).forEach(notify)
}

const who = row => row.querySelector('.row-chat-who > strong').textContent
const words = (template, row, text) => template.replace('{0}', who(row)).replace('{1}', text)
const said = row => row.querySelector('.row-chat-said').lastChild.textContent

function say(row, forwarded) {
  const line = document.createElement('p')
  line.textContent = words(forwarded ? log.dataset.heardForwarded : log.dataset.heard, row, said(row))
  log.append(line)
  while (log.children.length > 5) log.firstElementChild.remove()
}

// However many tabs are open and however many messages come at once, it rings once.
function ring() {
  if (!setting('sound')) return
  navigator.locks?.request('fenliu-sound', { ifAvailable: true }, async lock => {
    if (!lock) return
    play()
    await new Promise(done => setTimeout(done, 1_500))
  })
}

function play() {
  const sound = new AudioContext()
  const volume = sound.createGain()
  volume.gain.setValueAtTime(0.12, sound.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.5)
  volume.connect(sound.destination)
  for (const [frequency, at] of [[660, 0], [880, 0.12]]) {
    const tone = sound.createOscillator()
    tone.frequency.value = frequency
    tone.connect(volume)
    tone.start(sound.currentTime + at)
    tone.stop(sound.currentTime + at + 0.35)
  }
  setTimeout(() => sound.close(), 1_000)
  desk.dataset.rang = String(Number(desk.dataset.rang ?? 0) + 1)
}

function notify(row) {
  if (!setting('notify')) return
  const title = words(log.dataset.heardPrivate, row)
  let notice
  try {
    notice = new Notification(title, { body: setting('text') ? said(row) : '', tag: row.id, icon: plainIcon })
  } catch {
    // Telephones grant the permission and allow it to workers alone.
    return
  }
  notice.onclick = () => {
    window.focus()
    document.querySelector(`#${CSS.escape(row.id)} a`)?.click()
    notice.close()
  }
}
