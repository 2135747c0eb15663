// Forms with data-passkey run the browser's ceremony: "get" signs in with a passkey, "create" makes one. They show only
// where the browser has one.

const able = typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

const post = (address, form, body, type) =>
  fetch(address, {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': form.elements._csrf.value, 'Content-Type': type },
    body
  })

const form = values => [new URLSearchParams(values), 'application/x-www-form-urlencoded']
const json = value => [JSON.stringify(value), 'application/json']

async function get(element) {
  const options = await (await post(element.dataset.options, element, ...form({}))).json()
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  const answer = await post(element.action, element, ...json(credential.toJSON()))
  if (!answer.ok) throw new Error(answer.status)
  location.assign(answer.url)
}

async function create(element) {
  const { label, current } = element.elements
  const begun = await post(element.dataset.options, element, ...form({ current: current.value }))
  if (begun.status === 422) {
    element.querySelector('[data-passkey-password]').hidden = false
    current.focus()
    return
  }
  if (!begun.ok) throw new Error(begun.status)
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await begun.json())
  const credential = await navigator.credentials.create({ publicKey: options })
  const answer = await post(element.action, element, ...json({ credential: credential.toJSON(), label: label.value }))
  if (!answer.ok) throw new Error(answer.status)
  location.reload()
}

const ceremonies = { get, create }

if (able) for (const element of document.querySelectorAll('[data-passkey]')) element.hidden = false

document.addEventListener('submit', async event => {
  const ceremony = ceremonies[event.target.dataset.passkey]
  if (!ceremony || event.defaultPrevented) return
  event.preventDefault()
  const element = event.target
  for (const error of element.querySelectorAll('[role=alert]')) error.hidden = true
  element.setAttribute('aria-busy', 'true')
  try {
    await ceremony(element)
  } catch {
    element.querySelector('[data-passkey-failed]').hidden = false
  } finally {
    element.removeAttribute('aria-busy')
  }
})
