// Calendar days as ISO texts: no time zone can shift them.

const DAY = 86_400_000;

const parse = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const print = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parse(text)) && print(parse(text)) === text;
export const addDays = (day: string, days: number): string => print(parse(day) + days * DAY);
export const daysBetween = (from: string, to: string): number => Math.round((parse(to) - parse(from)) / DAY);
export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
export const addMonths = (month: string, months: number): string => {
    const [year, number] = month.split("-").map(Number) as [number, number];
    return print(Date.UTC(year, number - 1 + months, 1));
};
export const monthEnd = (day: string): string => addDays(addMonths(monthStart(day), 1), -1);
export const monthsBetween = (from: string, to: string): number =>
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

export interface Period {
    from: string;
    to: string;
    priorFrom: string;
    priorTo: string;
}

/** The period before: as many whole months when the range is whole months, else as many days. */
export function withPrior(from: string, to: string): Period {
    if (from === monthStart(from) && to === monthEnd(to)) {
        const months = monthsBetween(from, to) + 1;
        return { from, to, priorFrom: addMonths(from, -months), priorTo: addDays(from, -1) };
    }
    const days = daysBetween(from, to) + 1;
    return { from, to, priorFrom: addDays(from, -days), priorTo: addDays(from, -1) };
}

/** What a clicked value of a date or month column stands for. */
export function rangeOf(text: string): [string, string] | null {
    if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) return [`${text}-01`, monthEnd(`${text}-01`)];
    return isDay(text) ? [text, text] : null;
}
