// Prints the views of states for tests in other languages: the rule of filters stands in src/views.ts and nowhere else.
// node --import tsx tests/views.ts description.json < hashes.json   prints [{hash, rejected, statements}]

import { readFileSync } from "node:fs";
import type { Frame } from "../src/model.ts";
import { parse, print } from "../src/state.ts";
import { everything, viewStatements } from "../src/views.ts";

const model = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Frame;
const hashes = JSON.parse(readFileSync(0, "utf8")) as string[];
const described = hashes.map((hash) => {
    const { state, rejected } = parse(hash, model);
    return { hash: print(state), rejected, statements: viewStatements(model, state, everything(model)) };
});
console.log(JSON.stringify(described));
