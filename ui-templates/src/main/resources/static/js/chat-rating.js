// Asks how the chat was when it has ended, and keeps the answer without leaving the page.

export function askForRating(panel) {
  const form = panel.querySelector('#chat-rating')
  const thanks = panel.querySelector('#chat-thanks')
  if (!form) return { ended() {}, goesOn() {} }
  const notice = form.querySelector('[data-notice]')

  form.addEventListener('submit', async event => {
    event.preventDefault()
    const request = { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'HX-Request': 'true' } }
    try {
      const response = await fetch(form.action, request)
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const reason = page.querySelector('.notice > p')?.textContent
      if (response.ok) {
        form.hidden = true
        thanks.replaceChildren(...page.body.childNodes)
      } else if (reason) {
        notice.textContent = reason
        notice.hidden = false
      }
    } finally {
      form.removeAttribute('aria-busy')
    }
  })

  return {
    ended(conversation) {
      form.reset()
      notice.hidden = true
      thanks.replaceChildren()
      form.elements.conversation.value = conversation
      form.hidden = false
    },
    goesOn() {
      form.hidden = true
      thanks.replaceChildren()
    },
  }
}
