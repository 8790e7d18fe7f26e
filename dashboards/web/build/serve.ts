// Serves the built folder on loopback: node --import tsx build/serve.ts [--port 8000] [--root DIR]

import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { WEB } from "./native.ts";

const TYPES: Record<string, string> = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
};

/** Only files below the root, only to this machine. Port 0 lets the system choose. */
export function serve(root: string, port: number): Promise<Server> {
    const server = createServer((request, response) => {
        void (async () => {
            const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
            const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
            const found = file.startsWith(root + sep) && existsSync(file) && (await stat(file)).isFile();
            if (!found) {
                response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
                return;
            }
            response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
            createReadStream(file).pipe(response);
        })().catch(() => response.writeHead(400).end());
    });
    return new Promise((done, fail) => {
        server.on("error", fail);
        server.listen(port, "127.0.0.1", () => done(server));
    });
}

export const addressOf = (server: Server): string => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return `http://127.0.0.1:${address.port}/`;
};

if (process.argv[1] === import.meta.filename) {
    const { values } = parseArgs({ options: { port: { type: "string", default: "0" }, root: { type: "string", default: join(WEB, "dist/folder") } } });
    const root = resolve(values.root);
    if (!existsSync(join(root, "index.html"))) {
        console.error(`${values.root} holds no dashboard: make dashboard builds it`);
        process.exit(1);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
        console.error(`PORT "${values.port}" is no port; allowed: 0 (any free one) to 65535`);
        process.exit(1);
    }
    const server = await serve(root, port).catch((error: unknown) => {
        console.error(`serve: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
    });
    console.log(`The dashboard is at ${addressOf(server)} (this machine only); Ctrl+C ends it.`);
}
