// <time datetime="…" data-ago> reads "5 minutes ago" and keeps itself true; data-clock reads as the time of day, and
// data-wait as how long it is since then, marked when that is longer than data-patience around it allows.

const language = document.documentElement.lang || 'zh-Hant-TW'
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const seconds = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]]

export function ago(instant, now = Date.now()) {
  const passed = Math.max(0, (now - instant) / 1000)
  if (passed >= 7 * 86_400) return day.format(instant)
  const [unit, size] = units.find(([, size]) => passed >= size) ?? ['second', 0]
  return unit === 'second' ? relative.format(0, 'second') : relative.format(-Math.floor(passed / size), unit)
}

// How long somebody has been waiting, and whether that is longer than anybody should.
function waited(time, instant) {
  const passed = Math.max(0, (Date.now() - instant) / 1000)
  const { patience } = time.closest('[data-patience]')?.dataset ?? {}
  time.parentElement.toggleAttribute('data-overdue', patience !== undefined && passed >= Number(patience))
  const [unit, size] = units.find(([, size]) => passed >= size) ?? []
  if (!unit) return relative.format(0, 'second')
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(passed / size))
}

function write(time) {
  const instant = new Date(time.dateTime)
  if (Number.isNaN(instant.getTime())) return
  if (!time.title) time.title = exact.format(instant)
  const { clock: precision, wait } = time.dataset
  const text = wait !== undefined ? waited(time, instant) : precision === undefined ? ago(instant) : (precision === 'seconds' ? seconds : clock).format(instant)
  if (time.textContent !== text) time.textContent = text
}

const all = root => root.querySelectorAll('time[data-ago], time[data-clock], time[data-wait]')

const writeAll = root => {
  if (root.matches?.('time[data-ago], time[data-clock], time[data-wait]')) write(root)
  all(root).forEach(write)
}

writeAll(document)
document.addEventListener('htmx:load', event => writeAll(event.target))
setInterval(() => document.hidden || writeAll(document), 15_000)
document.addEventListener('visibilitychange', () => document.hidden || writeAll(document))
