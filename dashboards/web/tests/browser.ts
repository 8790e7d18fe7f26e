// Opens the built dashboard in Debian's Chromium, and notes everything a good page never does: errors and requests.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { WEB } from "../build/native.ts";

/** As root and without a network, as in CI. */
const FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none",
];

export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const DIST = process.env["DASHBOARD_DIST"] ?? join(WEB, "dist");
export const folderUrl = pathToFileURL(join(DIST, "folder/index.html")).href;
export const singleUrl = pathToFileURL(join(DIST, "single/payments-dashboard.html")).href;

export const launch = (): Promise<Browser> =>
    chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export interface Measured {
    browser: Browser;
    /** the process whose CPU is counted, children and all */
    pid: number;
    close(): Promise<void>;
}

/** The same browser with its process known. */
export async function launchServer(): Promise<Measured> {
    const server = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
    const browser = await chromium.connect(server.wsEndpoint());
    return { browser, pid: server.process().pid ?? 0, close: () => browser.close().then(() => server.close()) };
}

export interface Watched {
    page: Page;
    /** console errors and uncaught exceptions */
    errors: string[];
    /** every request that is neither the page's own files nor data made in the page */
    external: string[];
    close(): Promise<void>;
}

/** A page with a fixed clock zone, locale and size; nothing moves by itself. `own` are addresses that may be asked. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}, own = "file://"): Promise<Watched> {
    const context = await browser.newContext({
        viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce", colorScheme: "light", ...options,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const errors: string[] = [];
    const external: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
    });
    await context.route("**/*", (route) => {
        const asked = route.request().url();
        if (/^(data|blob):/.test(asked) || asked.startsWith(own)) return route.continue();
        external.push(asked);
        return route.abort();
    });
    await page.goto(url);
    return { page, errors, external, close: () => context.close() };
}

/** Waits until the engine is warm and the page shows the state of its URL. */
export const settled = (page: Page): Promise<void> => page.evaluate(() => window.dashboard.settled());
