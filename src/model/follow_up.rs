//! Events that follow sales days later, in the order in which they happen, without a list of sales. The sales of a day are
//! shuffled; the first few are candidates for an event one day later, the next few for one two days later, and so on: so
//! the candidates of any day can be counted and named in closed form. Their own draws decide which of them come true.

use std::ops::Range;

use super::timeline::{Moment, QUARTERS, Timeline};
use crate::random::{Permutation, Stream, unit};

/// What events may follow: sales, or anything else that is numbered in order of time.
#[derive(Clone, Debug)]
pub struct Source {
    days: Vec<SourceDay>,
    /// Share of a day's items whose event would come at most so many days later; nothing comes on the same day.
    shares: Vec<f64>,
}

/// The items of one day.
#[derive(Clone, Copy, Debug)]
struct SourceDay {
    first: u64,
    count: u64,
    /// Factor on the shares.
    reach: f64,
    /// Added before rounding down, so that a day of few items has its fair share on average.
    dither: f64,
    shuffle: Permutation,
}

impl Source {
    /// `first_items` gives the first item of each day, and last the number of items; `shares` says for each lag, from one
    /// day on, which share of a day's items is a candidate; `reach` is a factor on the shares of a day; `draws` a stream
    /// for each day. No item is a candidate twice, however large the factor.
    pub fn new(
        first_items: &[u64],
        shares: &[f64],
        reach: impl Fn(usize) -> f64,
        draws: impl Fn(usize) -> Stream,
    ) -> Self {
        let mut cumulative = vec![0.0];
        for share in shares {
            cumulative.push(cumulative[cumulative.len() - 1] + share);
        }
        let days = first_items.windows(2).enumerate().map(|(day, bounds)| {
            let (draws, count) = (draws(day), bounds[1] - bounds[0]);
            let shuffle = Permutation::new(draws, count.max(1));
            SourceDay { first: bounds[0], count, reach: reach(day), dither: unit(draws.at(2)), shuffle }
        });
        Self { days: days.collect(), shares: cumulative }
    }

    /// Longest lag in days.
    fn longest(&self) -> usize {
        self.shares.len() - 1
    }

    /// Candidates of a day whose event comes at most `lag` days later.
    #[inline]
    fn through(&self, day: usize, lag: usize) -> u64 {
        let items = &self.days[day];
        ((items.count as f64 * items.reach * self.shares[lag] + items.dither) as u64).min(items.count)
    }

    /// The lag of an item of `day`, if it is a candidate.
    pub fn lag(&self, day: usize, item: u64) -> Option<usize> {
        let items = &self.days[day];
        let place = items.shuffle.backward(item - items.first);
        let (mut before, mut from) = (0, self.longest() + 1);
        // The first lag through which the place is passed.
        while before < from {
            let middle = (before + from) / 2;
            if self.through(day, middle) <= place {
                before = middle + 1;
            } else {
                from = middle;
            }
        }
        (before <= self.longest()).then_some(before)
    }
}

/// Something that may follow a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Place among all candidates, from 0, in order of time.
    pub number: u64,
    /// When it would happen.
    pub moment: Moment,
    /// Place of its source.
    pub source: usize,
    /// What it would follow.
    pub item: u64,
    /// Days between the two.
    pub lag: usize,
}

/// The candidates of a window.
#[derive(Clone, Debug)]
pub struct FollowUps {
    sources: Vec<Source>,
    timeline: Timeline,
    order: Stream,
}

/// The candidates of one day, for whoever goes through them in order.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    day: Option<usize>,
    shuffle: Option<Permutation>,
    entries: Vec<Entry>,
    moments: Vec<Moment>,
}

/// The candidates of one source and lag.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Candidates of the day before these.
    before: u64,
    source: usize,
    lag: usize,
    /// Place of the first of them among its day's items.
    place: u64,
}

impl FollowUps {
    /// Lays out what follows the items of `sources`, all of the same days, over those days; within a day at the pace of
    /// `quarter_weights`.
    pub fn new(sources: Vec<Source>, quarter_weights: &[f64; QUARTERS], jitter: Stream, order: Stream) -> Self {
        let days = sources.first().map_or(0, |source| source.days.len());
        let counts: Vec<u64> = (0..days).map(|day| entries(&sources, day, &mut Vec::new())).collect();
        // Weights that are counts are met exactly.
        let weights: Vec<f64> = counts.iter().map(|count| *count as f64).collect();
        let timeline = Timeline::new(counts.iter().sum(), &weights, quarter_weights, jitter);
        Self { sources, timeline, order }
    }

    /// Number of candidates.
    pub fn count(&self) -> u64 {
        self.timeline.rows()
    }

    /// The first candidate of a day.
    pub fn first(&self, day: usize) -> u64 {
        self.timeline.first_row(day)
    }

    /// A source.
    pub fn source(&self, place: usize) -> &Source {
        &self.sources[place]
    }

    /// Appends consecutive candidates.
    pub fn candidates(&self, numbers: Range<u64>, agenda: &mut Agenda, candidates: &mut Vec<Candidate>) {
        let mut moments = std::mem::take(&mut agenda.moments);
        moments.clear();
        self.timeline.moments(numbers.clone(), &mut moments);
        for (number, moment) in numbers.zip(&moments) {
            let day = moment.day as usize;
            let first = self.timeline.first_row(day);
            if agenda.day != Some(day) {
                agenda.day = Some(day);
                agenda.entries.clear();
                let count = entries(&self.sources, day, &mut agenda.entries);
                agenda.shuffle = Some(Permutation::new(self.order.branch(day as u64), count.max(1)));
            }
            let place = agenda.shuffle.map_or(0, |shuffle| shuffle.forward(number - first));
            let entry = agenda.entries[agenda.entries.partition_point(|entry| entry.before <= place) - 1];
            let items = &self.sources[entry.source].days[day - entry.lag];
            let item = items.first + items.shuffle.forward(entry.place + place - entry.before);
            candidates.push(Candidate { number, moment: *moment, source: entry.source, item, lag: entry.lag });
        }
        agenda.moments = moments;
    }
}

/// Lists what may happen on a day by source and lag, and counts it.
fn entries(sources: &[Source], day: usize, entries: &mut Vec<Entry>) -> u64 {
    let mut before = 0;
    for (place, source) in sources.iter().enumerate() {
        for lag in 1..=source.longest().min(day) {
            let from = source.through(day - lag, lag - 1);
            let count = source.through(day - lag, lag) - from;
            if count > 0 {
                entries.push(Entry { before, source: place, lag, place: from });
                before += count;
            }
        }
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    const SHARES: [f64; 4] = [0.1, 0.0, 0.2, 0.05];

    fn follow_ups(first_items: &[u64], reach: f64) -> FollowUps {
        let source = |table| Source::new(first_items, &SHARES, |_| reach, move |day| Stream::new(day as u64, table, 0));
        FollowUps::new(vec![source(1), source(2)], &[1.0; QUARTERS], Stream::new(1, 3, 0), Stream::new(1, 3, 1))
    }

    fn all(follow_ups: &FollowUps, cut: u64) -> Vec<Candidate> {
        let (mut agenda, mut candidates) = (Agenda::default(), Vec::new());
        for from in (0..follow_ups.count()).step_by(cut as usize) {
            follow_ups.candidates(from..(from + cut).min(follow_ups.count()), &mut agenda, &mut candidates);
        }
        candidates
    }

    #[test]
    fn every_item_is_a_candidate_at_most_once_and_knows_its_lag() {
        let first_items = [0, 1_000, 1_007, 1_007, 3_000, 9_000, 9_001, 9_002, 9_500];
        let follow_ups = follow_ups(&first_items, 1.0);
        let candidates = all(&follow_ups, 100);
        assert_eq!(candidates.len() as u64, follow_ups.count());
        let mut lags: HashMap<(usize, u64), usize> = HashMap::new();
        for candidate in &candidates {
            assert_eq!(lags.insert((candidate.source, candidate.item), candidate.lag), None, "{candidate:?}");
        }
        for source in 0..2 {
            for (day, bounds) in first_items.windows(2).enumerate() {
                for item in bounds[0]..bounds[1] {
                    let lag = follow_ups.source(source).lag(day, item).filter(|lag| day + lag < 8);
                    assert_eq!(lag, lags.get(&(source, item)).copied(), "item {item} of {source} on day {day}");
                }
            }
        }
    }

    #[test]
    fn candidates_come_in_order_of_time_and_so_many_days_after_their_item() {
        let first_items = [0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000];
        let follow_ups = follow_ups(&first_items, 1.0);
        let candidates = all(&follow_ups, 37);
        for candidate in &candidates {
            assert_eq!(candidate.moment.day as u64, candidate.item / 1_000 + candidate.lag as u64);
            assert!(follow_ups.first(candidate.moment.day as usize) <= candidate.number);
        }
        assert!(candidates.is_sorted_by_key(|candidate| (candidate.moment.day, candidate.moment.micros)));
        assert!(candidates.iter().map(|candidate| candidate.number).eq(0..follow_ups.count()));
        assert_eq!(candidates, all(&follow_ups, 5_000));
    }

    #[test]
    fn shares_of_the_items_come_at_each_lag() {
        let follow_ups = follow_ups(&[0, 100_000, 100_000, 100_000, 100_000, 100_000], 2.0);
        let candidates = all(&follow_ups, 1 << 20);
        let at = |lag| candidates.iter().filter(|candidate| candidate.lag == lag && candidate.source == 0).count();
        for (lag, expected) in [(1, 20_000), (2, 0), (3, 40_000), (4, 10_000)] {
            assert!(at(lag).abs_diff(expected) <= 1, "lag {lag}: {}", at(lag));
        }
    }

    #[test]
    fn days_of_a_single_item_have_their_share_on_average() {
        let first_items: Vec<u64> = (0..=20_000).collect();
        let count = follow_ups(&first_items, 1.0).count();
        // 0.35 of 20,000 items of two sources, with a standard deviation of 95.
        assert!(count.abs_diff(14_000) < 475, "{count}");
    }

    #[test]
    fn nothing_follows_nothing_and_no_reach_is_too_far() {
        assert_eq!(follow_ups(&[0, 0, 0], 1.0).count(), 0);
        assert_eq!(follow_ups(&[0, 100, 200], 0.0).count(), 0);
        let far = follow_ups(&[0, 100, 100, 100, 100, 100], 1e6);
        assert_eq!(far.count(), 200);
        assert_eq!(all(&far, 7).len(), 200);
    }
}
