/**
 * Loaded before gdpr-cookie-scanner: has its Playwright start the browser, and take the way out, that all contenders
 * use.
 */
import { chromium } from 'playwright'

const launch = chromium.launch.bind(chromium)
const flags = JSON.parse(process.env.BENCH_BROWSER_FLAGS)
chromium.launch = (options) =>
  launch({ ...options, executablePath: process.env.CHROMIUM_PATH, args: [...options.args, ...flags] })
