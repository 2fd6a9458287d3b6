/** One premises at a time on the phone: what was filled in is kept at once, and comes back when the page does. */
import { allKept, change, keep, sameWork, type Kept, type KeptPhoto, type Turn } from './kept.ts'
import { drawn, editorOf, photoOf } from './photo.ts'

export type Walk = {
  readonly round: string
  readonly who: string
  readonly root: HTMLElement
  /** Something changed of what stands on the phone. */
  readonly changed: () => void
  /** A premises was finished. */
  readonly finished: () => void
}
export type Screen = {
  readonly premises: string
  readonly section: HTMLElement
  show(): void
  /**
   * What was sent is in, and is no longer here. What was changed meanwhile stays, as a correction with the next number.
   */
  taken(sent: Kept, next: Turn): Promise<void>
  /** Nothing stands here that is not in. */
  isIn(): boolean
}

/** Photos of one premises, as the server takes them. */
const MOST_PHOTOS = 6

/** Makes a screen of the section of one premises, with what was kept of it. */
export async function screenOf(walk: Walk, section: HTMLElement, kept: Kept | undefined): Promise<Screen> {
  const form = section.querySelector('form')!
  const premises = section.dataset['pand']!
  const at = premises.slice(-12)
  const field = <T extends HTMLElement>(query: string): T => form.querySelector<T>(query)!
  const photoPlace = field<HTMLElement>('[data-foto]')
  const chooser = field<HTMLInputElement>(`input[name="foto-${at}"]`)
  const message = document.createElement('p')
  message.className = 'ld-problem'
  message.setAttribute('role', 'alert')
  photoPlace.before(message)
  // Of each photo somebody says it at the photo itself.
  field<HTMLElement>(`[name="bekeken-${at}"]`).closest('fieldset')!.hidden = true
  chooser.setAttribute('capture', 'environment')
  chooser.disabled = false
  const photos: { now: KeptPhoto }[] = []
  let seenAt = kept?.seenAt ?? ''
  let isIn = false
  const numbered = ({ id, no }: Turn): void => {
    field<HTMLInputElement>('[name="nummer"]').value = id
    field<HTMLInputElement>('[name="keer"]').value = `${no}`
  }
  let line: Promise<unknown> = Promise.resolve()

  const now = (state: Kept['state']): Kept => {
    const data = new FormData(form)
    const answers = [...data.entries()].flatMap(([name, value]) =>
      typeof value === 'string' && name.endsWith(`-${at}`) && !/^(?:opmerking|bekeken|foto)-/.test(name)
        ? [[name.slice(0, -at.length - 1), value] as const]
        : [],
    )
    return {
      id: String(data.get('nummer')),
      no: Number(data.get('keer')),
      round: walk.round,
      who: walk.who,
      premises,
      name: section.querySelector('h2')?.textContent ?? '',
      answers: Object.fromEntries(answers),
      remark: String(data.get(`opmerking-${at}`) ?? '').trim(),
      seenAt,
      photos: photos.map((each) => each.now),
      state,
      tries: 0,
      trouble: '',
    }
  }
  /** One after another, so that what was typed last is what stands there. */
  const save = (state: Kept['state']): Promise<unknown> => {
    seenAt ||= new Date().toISOString()
    isIn = false
    const one = now(state)
    line = line
      .then(() => keep(one))
      .then(
        () => walk.changed(),
        () => {
          message.textContent = 'Dit past niet meer op deze telefoon. Verstuur eerst, of bewaar als bestand.'
        },
      )
    return line
  }
  async function showPhoto(photo: KeptPhoto): Promise<void> {
    const slot = { now: photo }
    const editor = await editorOf(photo, `Foto ${photos.length + 1}`, (next) => {
      if (next) slot.now = next
      else photos.splice(photos.indexOf(slot), 1)
      void save('draft')
    })
    photos.push(slot)
    photoPlace.append(editor)
  }

  if (kept) {
    // It may be of a turn before the one of this page: what it is, it stays.
    numbered(kept)
    for (const [question, answer] of Object.entries(kept.answers)) {
      const option = form.querySelector<HTMLInputElement>(`[name="${question}-${at}"][value="${answer}"]`)
      if (option) option.checked = true
    }
    field<HTMLTextAreaElement>(`[name="opmerking-${at}"]`).value = kept.remark
    for (const photo of kept.photos) await showPhoto(photo)
  }
  form.addEventListener('input', (event) => {
    if (event.target !== chooser && form.contains(event.target as Node) && !photoPlace.contains(event.target as Node))
      void save('draft')
  })
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files ?? []
    if (!file) return
    message.textContent = ''
    if (photos.length >= MOST_PHOTOS) message.textContent = `Hier passen ${MOST_PHOTOS} foto’s. Haal er eerst een weg.`
    else
      try {
        await showPhoto(await photoOf(await drawn(file), false))
        await save('draft')
      } catch {
        message.textContent =
          'Deze foto gaat niet open. Zet op de telefoon foto’s op “Meest compatibel”, of kies een jpg.'
      }
    chooser.value = ''
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    message.textContent = ''
    const one = now('ready')
    if (Object.keys(one.answers).length === 0) message.textContent = 'Beantwoord minstens één vraag.'
    else if (photos.some((each) => !each.now.looked)) message.textContent = 'Kijk elke foto na en zet het vinkje.'
    if (message.textContent !== '') return
    await save('ready')
    walk.finished()
  })
  return {
    premises,
    section,
    show: () => {
      section.querySelector('h2')?.setAttribute('tabindex', '-1')
      section.querySelector('h2')?.focus()
    },
    taken: (sent, next) => {
      // From here on whatever is typed is of the next turn; what was typed before this moment is kept before it.
      numbered(next)
      isIn = true
      seenAt = ''
      line = line
        .then(() => takenFrom(sent, next))
        .then((stays) => {
          isIn &&= !stays
        })
      return line.then(() => undefined)
    },
    isIn: () => isIn,
  }
}

/** What was sent goes; what stands there by now and says something else becomes the next turn. Gives whether it did. */
export async function takenFrom(sent: Kept, { id, no }: Turn): Promise<boolean> {
  let stays = false
  await change(sent.id, (now) => {
    stays = !sameWork(now, sent)
    return stays ? { ...now, id, no, tries: 0, trouble: '' } : undefined
  })
  return stays
}

const isEmpty = ({ state, answers, photos, remark }: Kept): boolean =>
  state === 'draft' && Object.keys(answers).length + photos.length + remark.length === 0

/** Drafts in which nothing stands any more are no work. */
export async function dropEmpty(round: string): Promise<void> {
  for (const one of await allKept())
    if (one.round === round && isEmpty(one)) await change(one.id, (now) => (isEmpty(now) ? undefined : now))
}
