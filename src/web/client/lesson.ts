/**
 * Keeps on this device alone at which step of a lesson somebody is, and reads a step aloud with a voice of the device
 * itself. Nothing is sent; without script the page says how to go on later, and why nothing is read aloud.
 */

type Kept = { readonly version: string; readonly step: number }
const KEY = 'leidraad-les-'

/** A browser may refuse to keep anything: then nothing is kept, and nothing is said of it. */
function read(lesson: string): Kept | undefined {
  try {
    const [version = '', step = ''] = (localStorage.getItem(KEY + lesson) ?? '').split(' ')
    return /^[1-9]$/.test(step) ? { version, step: Number(step) } : undefined
  } catch {
    return undefined
  }
}
function keep(lesson: string, { version, step }: Kept): boolean {
  try {
    localStorage.setItem(KEY + lesson, `${version} ${step}`)
    return true
  } catch {
    return false
  }
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.className = 'ld-small'
  made.textContent = text
  return made
}
function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'nl-button nl-button--secondary ld-lesson__small'
  made.textContent = text
  made.addEventListener('click', press)
  return made
}

for (const place of document.querySelectorAll<HTMLElement>('[data-les]')) {
  const { les = '', versie = '', stap, stappen = '[]', hier = '', verder = '', wis = '', gewist = '' } = place.dataset
  const wipe = button(wis, () => {
    try {
      localStorage.removeItem(KEY + les)
    } catch {
      // Then nothing was kept either.
    }
    const said = paragraph(gewist)
    said.tabIndex = -1
    place.replaceChildren(said)
    said.focus()
  })
  if (stap !== undefined) {
    if (keep(les, { version: versie, step: Number(stap) })) place.replaceChildren(paragraph(hier), wipe)
    continue
  }
  const was = read(les)
  const [words, to] = (JSON.parse(stappen) as [string, string][])[(was?.step ?? 0) - 1] ?? []
  // Of an older version the steps may be others.
  if (was === undefined || was.version !== versie || words === undefined || to === undefined) continue
  const on = document.createElement('a')
  on.className = 'nl-link'
  on.href = to
  on.textContent = verder
  const said = paragraph(`${words} `)
  said.append(on)
  place.replaceChildren(said, paragraph(hier), wipe)
}

/** Sentences, so that stopping stops at once, and no voice chokes on a long text. */
const sentences = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.?!:])\s+/))
    .map((each) => each.trim())
    .filter(Boolean)

for (const place of document.querySelectorAll<HTMLElement>('[data-voorlezen]')) {
  const { voorlezen = '', taal = 'nl', begin = '', stop = '', geen = '', lezer = '' } = place.dataset
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
  /** A voice of this device: with any other the text goes to somebody else. */
  const voice = (): SpeechSynthesisVoice | undefined =>
    speech?.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(taal))
  let reading = false
  const end = (): void => {
    reading = false
    speech?.cancel()
    press.textContent = begin
  }
  const press = button(begin, () => {
    const own = voice()
    if (reading || own === undefined || speech === undefined) return end()
    reading = true
    press.textContent = stop
    const left = sentences(voorlezen)
    const next = (): void => {
      const sentence = left.shift()
      if (sentence === undefined || !reading) return end()
      const said = new SpeechSynthesisUtterance(sentence)
      said.voice = own
      said.lang = own.lang
      said.addEventListener('end', next)
      said.addEventListener('error', end)
      speech.speak(said)
    }
    next()
  })
  const show = (): void => {
    if (reading) return
    if (voice() === undefined) place.replaceChildren(paragraph(geen))
    else if (!press.isConnected) place.replaceChildren(press, paragraph(lezer))
  }
  show()
  // Voices come later on some devices, and go.
  speech?.addEventListener('voiceschanged', show)
  addEventListener('pagehide', end)
}
