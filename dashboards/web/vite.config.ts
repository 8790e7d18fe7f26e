import { defineConfig } from "vite";

// One classic script: modules are not loaded from file://, where the dashboard must open too.
export default defineConfig({
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
        outDir: "build/app",
        emptyOutDir: true,
        target: "es2022",
        lib: { entry: "src/main.ts", formats: ["iife"], name: "dashboard", fileName: () => "app.js", cssFileName: "app" },
    },
    logLevel: "warn",
});
