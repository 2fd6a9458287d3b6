/**
 * Says five minutes before the end that a session ends, with a button to go on. It takes no focus, and asks the server,
 * because another tab may have gone on meanwhile. Without script the time and a link stand in the page.
 */

import { countKept, wipe } from '../inspection/kept.ts'

const place = document.querySelector<HTMLElement>('[data-sessie]')
const WARN = 5 * 60

if (place) {
  const notice = document.createElement('div')
  notice.className = 'ld-session__notice'
  notice.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nl-button nl-button--secondary'
  button.textContent = 'Blijf ingelogd'
  const text = document.createElement('p')
  place.append(notice)

  const say = (seconds: number, most: number): void => {
    const minutes = Math.max(1, Math.ceil(seconds / 60))
    // Below the minute that every page takes, going on is of no use: the day of this session is over.
    const last = most - seconds < 60
    text.textContent =
      seconds === 0
        ? 'U bent uitgelogd. Verstuur gerust wat u typte: na het inloggen staat het er weer.'
        : `Over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} wordt u uitgelogd. ` +
          (last ? 'Sla op wat u typte. Daarna kunt u opnieuw inloggen.' : 'Wat u typt, gaat niet verloren.')
    notice.replaceChildren(text, ...(seconds === 0 || last ? [] : [button]))
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (): Promise<void> => {
    clearTimeout(timer)
    let wait = 60
    try {
      const { seconds, most } = (await (await fetch(place.dataset['sessie'] ?? '')).json()) as {
        seconds: number
        most: number
      }
      if (seconds <= WARN) say(seconds, most)
      else notice.replaceChildren()
      if (seconds === 0) return
      wait = seconds > WARN ? seconds - WARN : Math.min(60, seconds)
    } catch {
      // The network is away for a moment: ask again in a minute.
    }
    // One clock only, however often somebody comes back to the page: also of two that look at the same time.
    clearTimeout(timer)
    timer = setTimeout(() => void look(), (wait + 1) * 1000)
  }

  button.addEventListener('click', async () => {
    try {
      await fetch(place.dataset['blijf'] ?? '')
      text.textContent = 'U blijft ingelogd.'
      notice.replaceChildren(text)
    } catch {
      text.textContent = 'Dat lukte niet. Controleer uw verbinding en probeer het opnieuw.'
    }
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void look()
  })
  void look()
}

/** Who signs out leaves nothing of a street on this phone; what is not in yet is told first. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/balie/afmelden"]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const leave = async (): Promise<void> => {
      await wipe()
      form.submit()
    }
    // A browser that keeps nothing has nothing to lose.
    const count = await countKept().catch(() => 0)
    if (count === 0) return leave()
    const warning = document.createElement('div')
    warning.className = 'ld-session__notice'
    warning.setAttribute('role', 'alert')
    const words = document.createElement('p')
    words.textContent =
      `Op deze telefoon ${count === 1 ? 'staat 1 pand dat' : `staan ${count} panden die`} nog niet ` +
      `${count === 1 ? 'is' : 'zijn'} verstuurd. Verstuur eerst, of sla het op als bestand. ` +
      'Logt u nu uit, dan is het weg.'
    const rounds = document.createElement('a')
    rounds.className = 'nl-link'
    rounds.href = '/balie/schouw'
    rounds.textContent = 'Naar uw rondes'
    const still = document.createElement('button')
    still.type = 'button'
    still.className = 'nl-button nl-button--secondary'
    still.textContent = 'Toch uitloggen en wissen'
    still.addEventListener('click', () => void leave())
    warning.append(words, rounds, still)
    form.after(warning)
    rounds.focus()
  })
