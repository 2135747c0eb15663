// Picks a target by typing: the first that fits is chosen, the arrow keys choose others, Enter sends the form.

const fits = (target, words) => target.textContent.toLowerCase().includes(words.trim().toLowerCase())
const shown = form => [...form.querySelectorAll('.forward-target:not([hidden]) input')]

export function pickByTyping(root) {
  const box = root.querySelector('[data-forward-search]')
  if (!box?.hidden) return
  const field = box.querySelector('input')
  const form = field.form
  box.hidden = false
  // Until now it could not take the focus that it asks for.
  if (box.closest('dialog[open]') || document.activeElement === document.body) field.focus()
  field.addEventListener('input', () => filter(form, field.value))
  field.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!by || event.isComposing) return
    event.preventDefault()
    move(form, by)
  })
}

function filter(form, words) {
  for (const target of form.querySelectorAll('.forward-target')) target.hidden = !fits(target, words)
  for (const group of form.querySelectorAll('.forward-targets fieldset')) {
    group.hidden = !group.querySelector('.forward-target:not([hidden])')
  }
  const left = shown(form)
  form.querySelector('[data-forward-none]').hidden = left.length > 0
  const chosen = form.querySelector('input[name="to"]:checked')
  if (chosen && (!words || !left.includes(chosen))) chosen.checked = false
  if (words && !left.some(choice => choice.checked) && left.length > 0) left[0].checked = true
}

function move(form, by) {
  const choices = shown(form)
  if (choices.length === 0) return
  const at = choices.findIndex(choice => choice.checked)
  const next = choices[at < 0 ? (by > 0 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length]
  next.checked = true
  next.closest('label').scrollIntoView({ block: 'nearest' })
}
