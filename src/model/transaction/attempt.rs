//! Which rows are further attempts at earlier payments, and what comes of those.

use std::ops::Range;

use super::outcome::Answer;
use super::{Block, Stage, Transactions};
use crate::model::retry::{self, SCHEDULE, SOON_LIMIT_MICROS, policy};
use crate::model::slots::{self, BATCH, GROUP, Role};
use crate::model::timeline::Moment;
use crate::model::vocabulary::{PaymentMethod, ResponseCode};

/// A row that repeats a payment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Retried {
    /// Place of the row in the block.
    pub(super) index: u32,
    /// Place of the first attempt among the candidates.
    candidate: u32,
    /// What the attempt is answered.
    pub(super) answer: Answer,
}

impl Transactions {
    /// Finds out which rows repeat which payments. Nearly every row that may retry has a declined payment to look at, and
    /// they are all looked at together.
    pub(super) fn fill_attempts(&self, block: &mut Block) {
        block.retried.clear();
        if self.retries.are_off() {
            return;
        }
        let mut candidates = block.candidates.take().unwrap_or_default();
        candidates.clear();
        for (index, (row, moment)) in block.rows.iter().zip(&block.moments).enumerate() {
            if let Some((candidate, near)) = self.candidate(*row, *moment) {
                candidates.rows.push(candidate);
                candidates.moments.push(self.timeline.moment_near(near, candidate));
                let place = candidates.rows.len() as u32 - 1;
                block.retried.push(Retried { index: index as u32, candidate: place, ..Retried::default() });
            }
        }
        if !candidates.rows.is_empty() {
            // First attempts, every one: looking at them does not lead to others.
            self.fill_stages(Stage::Response, &mut candidates);
        }
        let Block { rows, moments, origins, attempts, retried, .. } = block;
        retried.retain_mut(|retried| {
            let index = retried.index as usize;
            let candidate = retried.candidate as usize;
            let Some((attempt, answer)) = self.attempt(rows[index], moments[index], candidate, &candidates) else {
                return false;
            };
            retried.answer = answer;
            origins[index] = candidates.rows[candidate];
            attempts[index] = attempt;
            true
        });
        block.candidates = Some(candidates);
    }

    /// The payment that a row may repeat, and a day near its own.
    #[inline]
    fn candidate(&self, row: u64, moment: Moment) -> Option<(u64, usize)> {
        let least_likely = |row: &u64| self.streams.approval.at(*row);
        match self.slots.role(row) {
            Role::Payment | Role::Bill(_) => None,
            Role::RetrySoon => {
                let group = (row / GROUP).checked_sub(self.soon_groups)?;
                Some((self.slots.payments(group).max_by_key(least_likely)?, moment.day as usize))
            }
            Role::RetryLater => {
                let (batch, day) = self.earlier_batch(row, moment)?;
                let groups = batch * BATCH..(batch + 1) * BATCH;
                Some((groups.flat_map(|group| self.slots.bills(group)).max_by_key(least_likely)?, day))
            }
        }
    }

    /// The batch of rows whose billings a row may repeat, and its day.
    fn earlier_batch(&self, row: u64, moment: Moment) -> Option<(u64, usize)> {
        let (group, batch) = (row / GROUP, row / GROUP / BATCH);
        // A batch belongs to the day on which it begins, which is nearly always that of the row.
        let day = moment.day as usize;
        let day = if batch < self.batches(day).start { self.timeline.day_of(batch * BATCH * GROUP) } else { day };
        let earlier = day.checked_sub(SCHEDULE[(group % BATCH) as usize])?;
        let (own, theirs) = (self.batches(day), self.batches(earlier));
        let place = retry::partner(batch.checked_sub(own.start)?, own.end - own.start, theirs.end - theirs.start)?;
        Some((theirs.start + place, earlier))
    }

    /// The batches that begin on a day.
    fn batches(&self, day: usize) -> Range<u64> {
        slots::batches(self.timeline.first_row(day)..self.timeline.first_row(day + 1))
    }

    /// Which attempt at the candidate a row is, and what it is answered; `None` when it is none. Fraudsters move on.
    fn attempt(&self, row: u64, moment: Moment, candidate: usize, candidates: &Block) -> Option<(u8, Answer)> {
        let (origin, code) = (candidates.rows[candidate], candidates.responses[candidate]);
        let policy = policy(code);
        let is_soon = self.slots.role(row) == Role::RetrySoon;
        let (share, recovery) =
            if is_soon { (policy.soon, policy.soon_recovery) } else { (policy.later, policy.later_recovery) };
        let is_tried = self.retries.will(origin, share)
            && candidates.scenarios[candidate].is_none()
            && self.is_open(candidates, candidate, moment);
        if !is_tried {
            return None;
        }
        let answer = |row, moment| self.answer(row, recovery, code, &candidates.attempt(candidate, moment));
        if is_soon {
            let waited = self.timeline.micros(moment) - self.timeline.micros(candidates.moments[candidate]);
            return (waited <= SOON_LIMIT_MICROS).then(|| (2, answer(row, moment)));
        }
        if !candidates.instruments[candidate].is_recurring {
            return None;
        }
        let (batch, day) = self.earlier_batch(row, moment)?;
        let stretches = self.batches(day);
        let (stretch, stretches) = (batch - stretches.start, stretches.end - stretches.start);
        let mut attempt = 2;
        for (place, days) in SCHEDULE.iter().enumerate().take((row / GROUP % BATCH) as usize) {
            let Some(before) = self.late_retry(stretch, stretches, place, day + days) else { continue };
            let moment = self.timeline.moment(before);
            if self.is_open(candidates, candidate, moment) {
                let code = answer(before, moment).code;
                // An incident may answer a retry with a code that forbids the next one.
                if code == ResponseCode::Approved || code.is_never_retry() {
                    return None;
                }
                attempt += 1;
            }
        }
        Some((attempt, answer(row, moment)))
    }

    /// The row that makes the attempt of a place of the schedule at a stretch of billings.
    fn late_retry(&self, stretch: u64, stretches: u64, place: usize, day: usize) -> Option<u64> {
        if day >= self.timeline.days() {
            return None;
        }
        let batches = self.batches(day);
        let batch = batches.start + retry::successor(stretch, stretches, batches.end - batches.start)?;
        let row = self.slots.late_retry(batch * BATCH + place as u64);
        (row < self.timeline.rows()).then_some(row)
    }

    fn is_open(&self, candidates: &Block, candidate: usize, moment: Moment) -> bool {
        self.world.presence(&candidates.profiles[candidate], moment.day) > 0.0
    }
}

impl Block {
    /// Gives retries what their first attempts have in a list.
    pub(super) fn repeat<T: Copy>(&mut self, list: impl Fn(&mut Self) -> &mut Vec<T>) {
        let Some(mut candidates) = self.candidates.take() else { return };
        for place in 0..self.retried.len() {
            let Retried { index, candidate, .. } = self.retried[place];
            list(self)[index as usize] = list(&mut candidates)[candidate as usize];
        }
        self.candidates = Some(candidates);
    }

    /// The same instrument; who is asked to authenticate and tries again has done so.
    pub(super) fn repeat_instruments(&mut self) {
        self.repeat(|block| &mut block.instruments);
        let Some(candidates) = &self.candidates else { return };
        for retried in &self.retried {
            let instrument = &mut self.instruments[retried.index as usize];
            instrument.is_authenticated |= (instrument.method == PaymentMethod::Card)
                & (candidates.responses[retried.candidate as usize] == ResponseCode::AuthenticationRequired);
        }
    }
}
