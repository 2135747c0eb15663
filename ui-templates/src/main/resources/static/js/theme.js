// A classic script, loaded before the first paint: a module would come after it and flash.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)')
  // Paper is white, whatever the screen shows.
  const paper = matchMedia('print')
  let printing = false
  const choice = () => {
    try {
      return localStorage.getItem('theme') ?? 'auto'
    } catch {
      return 'auto'
    }
  }
  const paint = () => {
    const theme = choice()
    const dark = !printing && !paper.matches && (theme === 'dark' || (theme === 'auto' && system.matches))
    document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light'
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme))
    }
  }

  paint()
  const print = begins => {
    printing = begins
    paint()
  }
  system.addEventListener('change', paint)
  paper.addEventListener('change', paint)
  addEventListener('beforeprint', () => print(true))
  addEventListener('afterprint', () => print(false))
  addEventListener('storage', paint)
  document.addEventListener('DOMContentLoaded', () => {
    for (const group of document.querySelectorAll('.theme-choice')) group.hidden = false
    paint()
  })
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-theme-choice]')
    if (!button) return
    try {
      localStorage.setItem('theme', button.dataset.themeChoice)
    } catch {
      // Without storage the choice cannot be kept.
    }
    paint()
  })
})()
