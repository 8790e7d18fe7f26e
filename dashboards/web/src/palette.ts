// Colours for charts, one set for each theme. Series colours keep 3:1 against the card and differ for colour-blind eyes.

export interface Palette {
    text: string;
    muted: string;
    rule: string;
    card: string;
    series: string[];
    good: string;
    bad: string;
    mark: string;
    /** from little to much */
    scale: [string, string];
    /** from below to above zero */
    diverging: [string, string, string];
}

const LIGHT: Palette = {
    text: "#1b2430",
    muted: "#556170",
    rule: "#e4e8ed",
    card: "#ffffff",
    series: ["#2b66a8", "#c2600f", "#12807a", "#7d52b3", "#b23a6d", "#6f7412", "#5f6b7a", "#8b5a2b", "#1a86a8"],
    good: "#0c7a5a",
    bad: "#b3312a",
    mark: "#b3312a",
    scale: ["#eaf1f8", "#1d4f8a"],
    diverging: ["#b85415", "#f4f5f6", "#1d5d9b"],
};

const DARK: Palette = {
    text: "#e6ebf1",
    muted: "#a7b2bf",
    rule: "#2b3541",
    card: "#1a212b",
    series: ["#6ea8e6", "#f0985c", "#4fc4b5", "#b596e8", "#ee87b0", "#c6c257", "#a7b2bf", "#d2a26e", "#5fc5e4"],
    good: "#4fc79b",
    bad: "#ff8f86",
    mark: "#ff8f86",
    scale: ["#22303f", "#8cc0f5"],
    diverging: ["#e58a4b", "#2a323c", "#6ea8e6"],
};

export const palette = (): Palette => (document.documentElement.dataset["theme"] === "dark" ? DARK : LIGHT);

const channels = (hex: string): number[] => [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));

export function mix(from: string, to: string, share: number): string {
    const start = channels(from);
    const end = channels(to);
    const at = Math.min(1, Math.max(0, share));
    return `#${start.map((value, place) => Math.round(value + ((end[place] ?? 0) - value) * at).toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(hex: string): string {
    const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    // Where black on the colour and white on it have the same contrast.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#10161d" : "#ffffff";
}
