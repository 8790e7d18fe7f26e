//! What comes of an attempt: approved or declined and why, and what it costs.

use super::{Block, Transactions};
use crate::model::approval::Request;
use crate::model::decline::Situation;
use crate::model::fraud::{Fraud, Scenario};
use crate::model::incident;
use crate::model::incident_plan::TESTING_APPROVAL;
use crate::model::money::{Cents, share_of};
use crate::model::parameter::{Parameter, Parameters, assumed};
use crate::model::pricing::{Charge, Fees};
use crate::model::timeline::Moment;
use crate::model::vocabulary::{Channel, PaymentMethod, ResponseCode};
use crate::model::world::local_hour;
use crate::random::{high, unit};

/// A merchant on the way out is approved about two points less. Assumed: neglected integrations decline more.
const FADING: f64 = -0.16;

/// What an attempt is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// Approved, or why not.
    pub(super) code: ResponseCode,
    /// Probability of approval.
    probability: f32,
    /// Number of the incident that took a hand in it; 0 for none.
    incident: u16,
}

impl Default for Answer {
    fn default() -> Self {
        Self { code: ResponseCode::Approved, probability: 0.0, incident: 0 }
    }
}

impl Transactions {
    /// What the attempts are answered.
    pub(super) fn fill_responses(&self, block: &mut Block) {
        // The lists are kept from block to block: new ones would cost a page fault for every few rows.
        let mut responses = std::mem::take(&mut block.responses);
        let mut probabilities = std::mem::take(&mut block.probabilities);
        for index in 0..block.rows.len() {
            let answer = self.first_answer(index, block);
            responses.push(answer.code);
            probabilities.push(answer.probability);
            block.join_incident(index, answer.incident);
        }
        for place in 0..block.retried.len() {
            let retried = block.retried[place];
            let index = retried.index as usize;
            responses[index] = retried.answer.code;
            probabilities[index] = retried.answer.probability;
            block.join_incident(index, retried.answer.incident);
        }
        block.responses = responses;
        block.probabilities = probabilities;
    }

    /// What a first attempt is answered.
    #[inline]
    fn first_answer(&self, index: usize, block: &Block) -> Answer {
        let row = block.rows[index];
        let (moment, pair, merchant) = (block.moments[index], &block.pairs[index], &block.profiles[index]);
        let instrument = block.instruments[index];
        let fading = if merchant.life.is_fading(moment.day) { FADING } else { 0.0 };
        let abused = block.scenarios[index].map_or(0.0, Fraud::log_odds);
        let request = Request {
            instrument,
            amount: block.amounts[index],
            card_country: pair.country,
            merchant_country: merchant.country(),
            customer: pair.customer,
            merchant_effect: f64::from(merchant.approval_effect) + fading + abused,
            day: moment.day,
            local_hour: local_hour(pair.country, moment.utc_hour()),
        };
        let is_testing = block.scenarios[index] == Some(Scenario::CardTesting) && block.incidents[index] != 0;
        let probability = if is_testing { TESTING_APPROVAL } else { self.world.approval.probability(&request) };
        let situation = match instrument.method {
            PaymentMethod::Ach => Situation::BankDebit,
            _ if instrument.is_recurring => Situation::Recurring,
            _ if instrument.channel == Channel::Pos => Situation::CardPresent,
            _ => Situation::CardNotPresent,
        };
        let region = merchant.country().region();
        let declined =
            self.world.declines.choose(situation, instrument.funding, region, high(self.streams.decline.at(row)));
        self.answer(row, probability, declined, &block.attempt(index, moment))
    }

    /// What the attempt of a row is answered: `declined` if it is not approved, unless an incident declines it first.
    #[inline]
    pub(super) fn answer(
        &self,
        row: u64,
        probability: f64,
        declined: ResponseCode,
        attempt: &incident::Attempt,
    ) -> Answer {
        let draw = unit(self.streams.approval.at(row));
        let refusal = self.world.incidents.decline(attempt);
        let refused = refusal.map_or(0.0, |refusal| refusal.share);
        let probability = probability * (1.0 - refused);
        let code = match refusal {
            _ if draw < probability => ResponseCode::Approved,
            Some(refusal) if draw >= 1.0 - refused => refusal.code,
            _ => declined,
        };
        Answer { code, probability: probability as f32, incident: refusal.map_or(0, |refusal| refusal.incident) }
    }

    /// What the approved attempts cost.
    pub(super) fn fill_fees(&self, block: &mut Block) {
        let mut fees = std::mem::take(&mut block.fees);
        for index in 0..block.rows.len() {
            let mut cost = self.cost(index, block);
            if block.responses[index] == ResponseCode::Approved
                && let Some(markup) = self.world.incidents.markup(&block.attempt(index, block.moments[index]))
            {
                let error = share_of(block.amounts[index], i64::from(markup.basis_points.unsigned_abs()));
                cost.fee = if markup.basis_points < 0 { (cost.fee - error).max(1) } else { cost.fee + error };
                block.join_incident(index, markup.incident);
            }
            fees.push(cost);
        }
        block.fees = fees;
    }

    #[inline]
    fn cost(&self, index: usize, block: &Block) -> Fees {
        let (instrument, merchant) = (&block.instruments[index], &block.profiles[index]);
        let charge = Charge {
            amount: block.amounts[index],
            channel: instrument.channel,
            method: instrument.method,
            brand: instrument.brand,
            funding: instrument.funding,
            card_country: block.pairs[index].country,
            merchant_country: merchant.country(),
        };
        // A declined payment costs nothing. All are computed: which ones count could not be guessed.
        let fees = Fees::of(&charge, &merchant.price);
        let counts = Cents::from(block.responses[index] == ResponseCode::Approved);
        Fees { fee: fees.fee * counts, interchange: fees.interchange * counts, scheme: fees.scheme * counts }
    }
}

impl Block {
    /// What incidents see of the payment at a place, attempted at a moment.
    #[inline]
    pub(super) fn attempt(&self, index: usize, moment: Moment) -> incident::Attempt {
        let (pair, merchant) = (&self.pairs[index], &self.profiles[index]);
        incident::Attempt {
            moment,
            merchant: pair.merchant,
            merchant_country: merchant.country(),
            industry: merchant.industry,
            card_country: pair.country,
            customer: pair.customer,
            instrument: self.instruments[index],
        }
    }

    /// A row is part of the first incident that it meets.
    #[inline]
    fn join_incident(&mut self, index: usize, incident: u16) {
        let of_row = &mut self.incidents[index];
        *of_row = if *of_row == 0 { incident } else { *of_row };
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("approval")
        .one("fading", FADING, "log-odds of a merchant on the way out", assumed("about two points less"))
        .list()
}
