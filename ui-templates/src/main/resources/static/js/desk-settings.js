// What an agent has chosen on this computer: sound, notifications, shortcuts.

const CHOICES = { sound: true, notify: false, text: false, keys: true }
const menu = document.getElementById('desk-settings')
const NAME = 'fenliu-desk'

let chosen = read()

function read() {
  try {
    return { ...CHOICES, ...JSON.parse(localStorage.getItem(NAME)) }
  } catch {
    return { ...CHOICES }
  }
}

const allowed = () => 'Notification' in window && Notification.permission === 'granted'

export const setting = name => (name === 'notify' ? chosen.notify && allowed() : chosen[name])

function paint() {
  for (const box of menu.querySelectorAll('[data-setting]')) box.checked = setting(box.dataset.setting)
}

async function choose(name, value) {
  // The browser is asked only by the click of somebody who wants it.
  if (name === 'notify' && value && 'Notification' in window) await Notification.requestPermission()
  const denied = name === 'notify' && value && !allowed()
  if (denied) menu.querySelector('[data-notify-state]').textContent = menu.dataset.denied
  chosen = { ...chosen, [name]: value && !denied }
  try {
    localStorage.setItem(NAME, JSON.stringify(chosen))
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  paint()
}

menu.addEventListener('change', ({ target }) => choose(target.dataset.setting, target.checked))
addEventListener('storage', () => {
  chosen = read()
  paint()
})
document.querySelectorAll('[data-scripted]').forEach(part => (part.hidden = false))
paint()
