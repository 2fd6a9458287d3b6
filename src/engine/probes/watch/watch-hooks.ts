/**
 * The recorder that runs in every frame before any script of the page: it tells what is called, never with which
 * values. One function that refers to nothing around it. What it needs of the language it takes at once, so that what a
 * page does to it later is of no effect; what it wraps are proxies, which look and behave as what they stand for.
 */

/** Tells a word and the stack at that moment, by the binding of that name, which it takes out of the page. */
export function recorderInPage(secret: string): void {
  const scope = globalThis as unknown as Record<string, unknown>
  const tell = scope[secret] as ((text: string) => void) | undefined
  if (typeof tell !== 'function') return
  delete scope[secret]

  type Args = readonly unknown[]
  type Fn = (...args: never) => unknown
  type Seen = (self: never, args: never) => unknown
  const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect
  const Errors = Error
  const Proxies = Proxy
  const text = String
  const origin = text(scope['origin'])
  const { slice, indexOf } = String.prototype
  const [Sets, Maps, WeakMaps] = [Set, Map, WeakMap]
  const [ofSet, ofMap, ofWeakMap] = [Set.prototype, Map.prototype, WeakMap.prototype]
  const setMethods = { add: { value: ofSet.add }, has: { value: ofSet.has } }
  const mapMethods = { get: { value: ofMap.get }, set: { value: ofMap.set } }
  const weakMethods = { get: { value: ofWeakMap.get }, set: { value: ofWeakMap.set }, has: { value: ofWeakMap.has } }
  const { defineProperties } = Object
  // With methods of their own, out of reach of a page.
  const weakMap = <K extends object, V>(): WeakMap<K, V> => defineProperties(new WeakMaps<K, V>(), weakMethods)
  const bag = (): Set<string> => defineProperties(new Sets<string>(), setMethods)
  const counts: Map<string, number> = defineProperties(new Maps<string, number>(), mapMethods)
  const realOf = weakMap<object, object>()

  let told = 0
  const MESSAGES = 1_500
  /** At most `most` times per word: a page that calls without end costs no more than one that calls often. */
  const note = (word: string, most: number) => {
    const times = counts.get(word) ?? 0
    if (times >= most || told >= MESSAGES) return
    counts.set(word, times + 1)
    told++
    let stack = ''
    try {
      const { prepareStackTrace, stackTraceLimit } = Errors as unknown as Record<string, unknown>
      const any = Errors as unknown as Record<string, unknown>
      const touched = prepareStackTrace !== undefined
      if (touched) any['prepareStackTrace'] = undefined
      any['stackTraceLimit'] = 25
      stack = text(new Errors().stack)
      any['stackTraceLimit'] = stackTraceLimit
      if (touched) any['prepareStackTrace'] = prepareStackTrace
    } catch {
      /* Then who called is not known. */
    }
    tell(`${word}\n${apply(slice, stack, [0, 4_000]) as string}`)
  }

  /** Puts a proxy in the place of a function that calls `seen` first; what `seen` does wrong the page never hears. */
  const stand = (real: Fn, seen: Seen): Fn => {
    const proxy = new Proxies(real, {
      apply(target, self, args) {
        try {
          seen(self as never, args as never)
        } catch {
          /* What a page hands over can be anything. */
        }
        return apply(target as never, self, args) as unknown
      },
    })
    realOf.set(proxy, real)
    return proxy
  }
  const prototypeOf = (name: string): object | undefined =>
    (scope[name] as { prototype?: object } | undefined)?.prototype
  const method = (on: string | object, name: string, seen: Seen) => {
    const holder = typeof on === 'string' ? prototypeOf(on) : on
    const found = holder && getOwnPropertyDescriptor(holder, name)
    if (holder && typeof found?.value === 'function')
      defineProperty(holder, name, { ...found, value: stand(found.value as Fn, seen) })
  }
  const property = (on: string | object, name: string, which: 'get' | 'set', seen: Seen) => {
    const holder = typeof on === 'string' ? prototypeOf(on) : on
    const found = holder && getOwnPropertyDescriptor(holder, name)
    const real = found?.[which]
    if (holder && real) defineProperty(holder, name, { ...found, [which]: stand(real, seen) })
  }
  /** The untouched getter of a property. */
  const reader = (on: string, name: string) => {
    const holder = prototypeOf(on)
    const get = holder && getOwnPropertyDescriptor(holder, name)?.get
    return (self: unknown): unknown => (get ? apply(get, self, []) : undefined)
  }

  // A proxy of a function would say `function () { [native code] }`.
  const real = Function.prototype.toString
  const toString = new Proxies(real, {
    apply: (target, self, args) =>
      apply(target, typeof self === 'function' && realOf.has(self) ? realOf.get(self) : self, args) as unknown,
  })
  realOf.set(toString, real)
  defineProperty(Function.prototype, 'toString', {
    ...getOwnPropertyDescriptor(Function.prototype, 'toString'),
    value: toString,
  })

  // Letters drawn and read back (Englehardt and Narayanan 2016, 6.1).
  const tally = (most: number) => {
    const known = bag()
    const all = { count: 0 }
    const add = (one: unknown) => {
      if (typeof one === 'string' && one !== '' && all.count < most && !known.has(one))
        all.count += known.add(one) ? 1 : 0
    }
    return { all, add }
  }
  type Sheet = { letters: ReturnType<typeof tally>; inks: ReturnType<typeof tally>; composed: boolean }
  const sheets = weakMap<object, Sheet>()
  const fresh = (): Sheet => ({ letters: tally(10), inks: tally(2), composed: false })
  const sheetOf = (canvas: object): Sheet => {
    if (!sheets.has(canvas)) sheets.set(canvas, fresh())
    return sheets.get(canvas)!
  }
  const families = tally(50)
  const measure = (family: unknown) => {
    if (families.all.count === 50) return
    families.add(family)
    if (families.all.count === 50) note('fonts', 1)
  }
  const sizeOf = (on: string) => ({ width: reader(on, 'width'), height: reader(on, 'height') })
  const sized = { HTMLCanvasElement: sizeOf('HTMLCanvasElement'), OffscreenCanvas: sizeOf('OffscreenCanvas') }
  const readBack = (canvas: object, kind: keyof typeof sized, width: unknown, height: unknown) => {
    const sheet = sheets.get(canvas)
    if (!sheet || sheet.composed || (sheet.letters.all.count < 10 && sheet.inks.all.count < 2)) return
    const large = (size: unknown) => (size as number) >= 16
    const all = large(sized[kind].width(canvas)) && large(sized[kind].height(canvas)) && large(width) && large(height)
    if (all) note('canvas', 20)
  }
  for (const [context, canvas] of [
    ['CanvasRenderingContext2D', 'HTMLCanvasElement'],
    ['OffscreenCanvasRenderingContext2D', 'OffscreenCanvas'],
  ] as const) {
    const canvasOf = reader(context, 'canvas')
    const ink = reader(context, 'fillStyle')
    const font = reader(context, 'font')
    const write = (self: object, args: Args) => {
      const words = args[0]
      const sheet = sheetOf(canvasOf(self) as object)
      if (typeof words === 'string')
        for (let at = 0; at < words.length && at < 200; at++) if (words[at] !== ' ') sheet.letters.add(words[at])
      sheet.inks.add(ink(self))
    }
    method(context, 'fillText', write)
    method(context, 'strokeText', write)
    const compose = (self: object) => (sheetOf(canvasOf(self) as object).composed = true)
    method(context, 'save', compose)
    method(context, 'restore', compose)
    method(context, 'clearRect', (self: object, args: Args) => {
      const sheet = canvasOf(self) as object
      const { width, height } = sized[canvas]
      const from = (at: 0 | 1) => (args[at] as number) <= 0
      const to = (at: 2 | 3, size: unknown) => (args[at] as number) >= (size as number)
      const whole = from(0) && from(1) && to(2, width(sheet)) && to(3, height(sheet))
      if (whole && sheets.has(sheet)) sheets.set(sheet, fresh())
    })
    // Behind its size, such as `12px`.
    method(context, 'measureText', (self: object) => {
      const said = text(font(self))
      measure(apply(slice, said, [apply(indexOf, said, ['px'])]))
    })
    method(context, 'getImageData', (self: object, args: Args) =>
      readBack(canvasOf(self) as object, canvas, args[2], args[3]),
    )
  }
  // What is packed with loss is a picture for somebody to look at.
  const lossless = (type: unknown) => type === undefined || text(type) === 'image/png'
  for (const name of ['toDataURL', 'toBlob']) {
    method('HTMLCanvasElement', name, (self: object, args: Args) => {
      if (lossless(name === 'toBlob' ? args[1] : args[0])) readBack(self, 'HTMLCanvasElement', 16, 16)
    })
  }
  method('OffscreenCanvas', 'convertToBlob', (self: object, args: Args) => {
    if (lossless((args[0] as { type?: unknown } | undefined)?.type)) readBack(self, 'OffscreenCanvas', 16, 16)
  })

  for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
    // VENDOR and RENDERER, and the same unmasked (WEBGL_debug_renderer_info).
    const CARD = '|7936|7937|37445|37446|'
    method(name, 'getParameter', (_: object, args: Args) => {
      if (typeof args[0] === 'number' && apply(indexOf, CARD, [`|${args[0]}|`]) >= 0) note('webgl', 20)
    })
  }
  const sounding = weakMap<object, true>()
  method('BaseAudioContext', 'createOscillator', (self: object) => sounding.set(self, true))
  method('OfflineAudioContext', 'startRendering', (self: object) => {
    if (sounding.has(self)) note('audio', 20)
  })
  method('RTCPeerConnection', 'createDataChannel', () => note('webrtc', 20))
  method('Navigator', 'getBattery', () => note('battery', 20))
  method('MediaDevices', 'enumerateDevices', () => note('devices', 20))
  // No worker that stays is let in: what it would keep, nobody sees.
  method('ServiceWorkerContainer', 'register', () => note(`worker ${origin}`, 2))

  const styleOf = reader('HTMLElement', 'style')
  const familyOf =
    typeof CSSStyleDeclaration === 'function' ? CSSStyleDeclaration.prototype.getPropertyValue : undefined
  const weigh = (self: object) => {
    const style = families.all.count < 50 && styleOf(self)
    if (style && familyOf) measure(apply(familyOf, style, ['font-family']))
  }
  for (const name of ['offsetWidth', 'offsetHeight']) property('HTMLElement', name, 'get', weigh)
  method('Element', 'getBoundingClientRect', weigh)

  const SYSTEM = {
    Screen: 'width height availWidth availHeight colorDepth pixelDepth',
    Navigator:
      'userAgent platform language languages hardwareConcurrency deviceMemory maxTouchPoints plugins mimeTypes ' +
      'doNotTrack cookieEnabled vendor appVersion productSub webdriver',
  }
  for (const [holder, names] of Object.entries(SYSTEM))
    for (const name of names.split(' ')) property(holder, name, 'get', () => note(`system ${name}`, 6))
  method('Date', 'getTimezoneOffset', () => note('system timezone', 6))

  // What listens on the whole page.
  const KINDS = { __proto__: null } as unknown as Record<string, string>
  const LISTENED = {
    keys: 'keydown keyup keypress',
    input: 'input change beforeinput',
    pointer: 'mousemove pointermove mouseover mousedown mouseup touchmove pointerdown pointerup',
    scroll: 'scroll',
  }
  for (const [kind, names] of Object.entries(LISTENED)) for (const name of names.split(' ')) KINDS[name] = kind
  const whole = (target: unknown) =>
    target === undefined || target === null || target === globalThis || onPage(target as Node)
  const onPage = (target: Node) =>
    target === document || target === document.documentElement || target === document.body
  method('EventTarget', 'addEventListener', (self: unknown, args: Args) => {
    const kind = typeof args[0] === 'string' ? KINDS[args[0]] : undefined
    if (kind !== undefined && whole(self)) note(`listens ${kind}`, 150)
  })
  for (const name in KINDS) {
    for (const holder of [globalThis, Document.prototype, HTMLElement.prototype])
      property(holder, `on${name}`, 'set', (self: unknown, args: Args) => {
        if (typeof args[0] === 'function' && whole(self)) note(`listens ${KINDS[name]!}`, 150)
      })
  }
  method('MutationObserver', 'observe', (_: object, args: Args) => {
    if (args[0] !== null && args[0] !== undefined && whole(args[0])) note('listens changes', 60)
  })
}
