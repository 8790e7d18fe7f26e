// Takes the pictures of the shot list, with what must stand on them asserted first: node --import tsx tests/screenshots.ts

import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { ROOT } from "../build/native.ts";
import { CHROMIUM, folderUrl, launch, open, settled } from "./browser.ts";
import { shots, take } from "./shots.ts";

const OUT = join(ROOT, "dashboards/screenshots");
if (!existsSync(CHROMIUM)) {
    console.error(`screenshots: no Chromium at ${CHROMIUM}; make setup installs it, or set CHROMIUM=<path of one>`);
    process.exit(1);
}
await mkdir(OUT, { recursive: true });
const browser = await launch();
try {
    for (const shot of shots) {
        const watched = await open(browser, folderUrl);
        await settled(watched.page);
        await take(watched.page, shot);
        const quiet = watched.errors.length === 0 && watched.external.length === 0;
        if (!quiet) throw new Error(`${shot.shot}: ${[...watched.errors, ...watched.external].join("; ")}`);
        const path = join(OUT, `${shot.shot}.png`);
        await watched.page.screenshot({ path, fullPage: shot.full ?? false });
        console.log(`${relative(ROOT, path)}: ${shot.title}`);
        await watched.close();
    }
} finally {
    await browser.close();
}
