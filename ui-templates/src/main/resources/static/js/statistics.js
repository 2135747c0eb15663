// The charts of the statistics, drawn from the table beside them; and files taken along with a progress that is told from
// how many of their days have come.

const styles = getComputedStyle(document.documentElement)
const color = name => styles.getPropertyValue(name).trim()

function read(table) {
  const heads = [...table.tHead.rows[0].cells]
  const column = code => heads.findIndex(head => head.dataset.metric === code)
  const rows = [...table.tBodies[0].rows]
  return {
    labels: rows.map(row => row.cells[0].textContent),
    label: code => heads[column(code)].textContent,
    values: (code, factor = 1) =>
      rows.map(row => row.cells[column(code)].dataset.value).map(value => (value ? Number(value) * factor : null)),
  }
}

const kinds = {
  counts: days => ({
    datasets: [
      { type: 'line', label: days.label('opened'), data: days.values('opened'), borderColor: color('--color-warn'), backgroundColor: color('--color-warn'), pointRadius: 1.5 },
      { type: 'bar', stack: 'closed', label: days.label('by-hand'), data: days.values('by-hand'), backgroundColor: color('--color-accent') },
      { type: 'bar', stack: 'closed', label: days.label('by-system'), data: days.values('by-system'), backgroundColor: color('--color-accent-line') },
    ],
    scales: { y: { beginAtZero: true, ticks: { precision: 0 } } },
  }),
  waits: (days, minutes) => ({
    datasets: [
      { type: 'line', label: `${days.label('first')} (${minutes})`, data: days.values('first', 1 / 60), borderColor: color('--color-accent'), backgroundColor: color('--color-accent'), pointRadius: 1.5, spanGaps: true },
      { type: 'line', label: days.label('rate') + ' (%)', data: days.values('rate', 100), yAxisID: 'rate', borderColor: color('--color-warn'), backgroundColor: color('--color-warn'), pointStyle: 'triangle', pointRadius: 3, spanGaps: true },
    ],
    scales: { y: { beginAtZero: true }, rate: { position: 'right', min: 0, max: 100, grid: { drawOnChartArea: false } } },
  }),
}

// The years stand in what one points at.
function monthAndDay(day) {
  return this.getLabelForValue(day).slice(5)
}

function draw(canvas) {
  const days = read(document.querySelector(canvas.dataset.chart))
  const { datasets, scales } = kinds[canvas.dataset.kind](days, canvas.dataset.minutes)
  Object.values(scales).forEach(axis => {
    axis.grid = { color: color('--color-line'), ...axis.grid }
    axis.ticks = { color: color('--color-ink-soft'), ...axis.ticks }
  })
  const faint = { color: color('--color-ink-soft') }
  return new window.Chart(canvas, {
    data: { labels: days.labels, datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { labels: { ...faint, usePointStyle: true, boxHeight: 7 } } },
      scales: { x: { grid: { display: false }, ticks: { ...faint, callback: monthAndDay, maxTicksLimit: 7, autoSkipPadding: 12, maxRotation: 0 } }, ...scales },
    },
  })
}

// Where nothing is drawn, the tables tell it.
if (window.Chart) {
  document.querySelectorAll('details[data-drawn]').forEach(table => (table.open = false))
  window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily
  let charts = [...document.querySelectorAll('canvas[data-chart]')].map(draw)
  const again = () => {
    charts.forEach(chart => chart.destroy())
    charts = [...document.querySelectorAll('canvas[data-chart]')].map(draw)
  }
  // Also as a page is printed, which is always in the light appearance.
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] })
}

async function take(link) {
  const progress = document.getElementById('statistics-progress')
  try {
    await fetchWith(progress, link)
  } catch {
    // Cut off on the way, or a browser that cannot: then as any other link.
    location.assign(link.href)
  } finally {
    progress.hidden = true
  }
}

async function fetchWith(progress, link) {
  const response = await fetch(link.href)
  if (!response.ok) return location.assign(link.href)
  const days = Number(response.headers.get('Fenliu-Days'))
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition'))?.[1] ?? 'performance.csv'
  const seen = new Set()
  const parts = []
  const text = new TextDecoder()
  let rest = ''
  progress.hidden = false
  const reader = response.body.getReader()
  for (let { done, value: part } = await reader.read(); !done; { done, value: part } = await reader.read()) {
    parts.push(part)
    const lines = (rest + text.decode(part, { stream: true })).split('\n')
    rest = lines.pop()
    lines.forEach(line => /^\d{4}-\d\d-\d\d/.test(line) && seen.add(line.slice(0, 10)))
    progress.value = (100 * seen.size) / days
  }
  const file = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }))
  const save = Object.assign(document.createElement('a'), { href: file, download: name })
  save.click()
  setTimeout(() => URL.revokeObjectURL(file), 10_000)
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-export]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  take(link)
})
