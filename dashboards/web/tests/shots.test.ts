// The shot list holds on the built dashboard, whatever world it shows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { folderUrl, launch, open, settled, type Watched } from "./browser.ts";
import { shots, take } from "./shots.ts";

let browser: Browser;
let watched: Watched;
before(async () => {
    browser = await launch();
    watched = await open(browser, folderUrl);
    await settled(watched.page);
});
after(() => browser.close());

for (const shot of shots) {
    test(`${shot.shot}: ${shot.title}`, async () => {
        await watched.page.goto("about:blank");
        await watched.page.goto(folderUrl);
        await take(watched.page, shot);
        assert.deepEqual([watched.errors, watched.external], [[], []]);
    });
}
