//! Transactions: one row per authorisation attempt, drawn from the row number alone. A block of rows is drawn stage by
//! stage, and only the stages that the asked-for columns need.

use std::ops::Range;
use std::sync::Arc;

use super::approval::Request;
use super::decline::Situation;
use super::merchant::Terms;
use super::money::Cents;
use super::pricing::{Charge, Fees};
use super::streams::{self, Table};
use super::timeline::{Moment, Timeline};
use super::vocabulary::{CardBrand, Channel, Country, Funding, Industry, PaymentMethod, Region, ResponseCode};
use super::world::{World, local_hour};
use crate::random::{Stream, Weights, high, low, unit};

/// Tries at finding a merchant in business, before the anchor is taken.
const TRIALS: u64 = 48;
/// Tries at the customer's favourites, before any merchant will do.
const LOYAL_TRIALS: u64 = 6;
/// Share of payments at a merchant that is not one of the customer's favourites. Assumed.
const EXPLORING: f64 = 0.10;
/// Smallest and largest payment.
const LEAST_AMOUNT: f64 = 1_00.0;
const MOST_AMOUNT: f64 = 25_000_00.0;

/// Who pays whom.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Index of the merchant.
    pub merchant: u32,
    /// Country of the customer, and so of the card.
    pub country: Country,
    /// Slot of the customer.
    pub customer: u64,
}

/// How it is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Where the payment is made.
    pub channel: Channel,
    /// What is paid with.
    pub method: PaymentMethod,
    /// Scheme of the card; meaningless for a bank debit.
    pub brand: CardBrand,
    /// Funding of the card; meaningless for a bank debit.
    pub funding: Funding,
    /// Billed by the merchant on file.
    pub is_recurring: bool,
    /// 3-D Secure passed.
    pub is_authenticated: bool,
}

/// A stretch of rows, as far as it was asked for: empty lists were not.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// First row.
    pub first_row: u64,
    /// When.
    pub moments: Vec<Moment>,
    /// Who.
    pub pairs: Vec<Pair>,
    /// Terms of the merchants.
    terms: Vec<Terms>,
    /// How.
    pub instruments: Vec<Instrument>,
    /// How much.
    pub amounts: Vec<Cents>,
    /// What came of it.
    pub responses: Vec<ResponseCode>,
    /// What it cost.
    pub fees: Vec<Fees>,
    /// Rows without a merchant yet.
    waiting: Vec<u32>,
}

/// The stages of a row, each standing on those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Row numbers alone.
    Key,
    /// When.
    Moment,
    /// Who.
    Pair,
    /// How.
    Instrument,
    /// How much.
    Amount,
    /// Approved or not, and why.
    Response,
    /// Fees.
    Fees,
}

/// The transactions of a world.
#[derive(Debug)]
pub struct Transactions {
    /// The world they happen in.
    pub world: Arc<World>,
    /// When their rows happen.
    pub timeline: Timeline,
    streams: Streams,
    mix: Mix,
}

#[derive(Debug)]
struct Streams {
    country: Stream,
    customer: Stream,
    merchant: Stream,
    explored: Stream,
    presence: Stream,
    favourite: Stream,
    relation: Stream,
    instrument: Stream,
    authentication: Stream,
    amount: Stream,
    ending: Stream,
    approval: Stream,
    decline: Stream,
}

impl Transactions {
    /// Lays `rows` transactions out over the window of a world.
    pub fn new(world: Arc<World>, rows: u64) -> Self {
        let stream = |column| streams::column(world.params.seed, Table::Transaction, column);
        let timeline = Timeline::new(rows, &world.day_weights(), &world.quarter_weights(), stream(0));
        let streams = Streams {
            country: stream(1),
            customer: stream(2),
            merchant: stream(3),
            explored: stream(4),
            presence: stream(5),
            favourite: stream(6),
            relation: stream(7),
            instrument: stream(8),
            authentication: stream(9),
            amount: stream(10),
            ending: stream(11),
            approval: stream(12),
            decline: stream(13),
        };
        Self { world, timeline, streams, mix: Mix::new() }
    }

    /// Draws a block: every list up to `stage` is filled, the others are emptied.
    pub fn fill(&self, rows: Range<u64>, stage: Stage, block: &mut Block) {
        block.first_row = rows.start;
        block.clear();
        if stage >= Stage::Moment {
            self.fill_moments(rows.clone(), &mut block.moments);
        }
        if stage >= Stage::Pair {
            self.fill_pairs(rows.clone(), block);
        }
        if stage >= Stage::Instrument {
            // Fetched together: the processor then waits once for many merchants, not once for each.
            block.terms.extend(block.pairs.iter().map(|pair| self.world.terms[pair.merchant as usize]));
            self.fill_instruments(rows.clone(), block);
        }
        if stage >= Stage::Amount {
            let Block { pairs, terms, instruments, amounts, .. } = block;
            let payments = rows.clone().zip(&*pairs).zip(&*terms).zip(&*instruments);
            amounts
                .extend(payments.map(|(((row, pair), terms), instrument)| self.amount(row, pair, terms, instrument)));
        }
        if stage >= Stage::Response {
            let responses = (0..block.moments.len()).map(|index| self.response(rows.start, index, block)).collect();
            block.responses = responses;
        }
        if stage >= Stage::Fees {
            let fees = (0..block.moments.len()).map(|index| self.fees(index, block)).collect();
            block.fees = fees;
        }
    }

    fn fill_instruments(&self, rows: Range<u64>, block: &mut Block) {
        let Block { moments, pairs, terms, instruments, .. } = block;
        let payments = rows.zip(&*pairs).zip(&*terms).zip(&*moments);
        instruments.extend(payments.map(|(((row, pair), terms), moment)| self.instrument(row, pair, terms, *moment)));
    }

    fn fill_moments(&self, rows: Range<u64>, moments: &mut Vec<Moment>) {
        if rows.is_empty() {
            return;
        }
        let mut day = self.timeline.day_of(rows.start);
        for row in rows {
            while self.timeline.first_row(day + 1) <= row {
                day += 1;
            }
            moments.push(self.timeline.moment_in(day, row));
        }
    }

    /// The customer of a row, who has joined by then; the merchant is still to be found.
    #[inline]
    fn payer(&self, row: u64, moment: Moment) -> Pair {
        let world = &*self.world;
        let country = world.paying_country(moment.utc_hour(), self.streams.country.at(row));
        let date = world.date(moment.day);
        let customer = world.customers.choose(country, date, self.streams.customer.at(row));
        Pair { merchant: world.anchor as u32, country, customer }
    }

    /// Merchants are proposed until one is in business. All rows of the block take their n-th try together: the tries of
    /// different rows do not wait for each other's memory, and no branch has to be guessed.
    fn fill_pairs(&self, rows: Range<u64>, block: &mut Block) {
        let Block { moments, pairs, waiting, .. } = block;
        pairs.extend(rows.clone().zip(&*moments).map(|(row, moment)| self.payer(row, *moment)));
        waiting.clear();
        waiting.extend(0..pairs.len() as u32);
        for trial in 0..TRIALS {
            for index in waiting.iter().map(|index| *index as usize) {
                pairs[index].merchant = self.propose(rows.start + index as u64, trial, &pairs[index]);
            }
            let mut still_waiting = 0;
            for place in 0..waiting.len() {
                let index = waiting[place] as usize;
                let row = rows.start + index as u64;
                waiting[still_waiting] = index as u32;
                still_waiting +=
                    usize::from(!self.is_in_business(row, trial, pairs[index].merchant, moments[index].day));
            }
            waiting.truncate(still_waiting);
            if waiting.is_empty() {
                break;
            }
        }
        for index in waiting.iter() {
            pairs[*index as usize].merchant = self.world.anchor as u32;
        }
    }

    /// The pair of one row alone: the same as in a block.
    pub fn pair(&self, row: u64, moment: Moment) -> Pair {
        let payer = self.payer(row, moment);
        let proposals = (0..TRIALS).map(|trial| (trial, self.propose(row, trial, &payer)));
        let mut open = proposals.filter(|(trial, merchant)| self.is_in_business(row, *trial, *merchant, moment.day));
        open.next().map_or(payer, |(_, merchant)| Pair { merchant, ..payer })
    }

    #[inline]
    fn is_in_business(&self, row: u64, trial: u64, merchant: u32, day: u32) -> bool {
        let draw = high(self.streams.presence.at_trial(row, trial)) as f32;
        draw < self.world.presence(merchant as usize, day) * 4_294_967_296.0
    }

    /// One of the customer's favourites, the first most often (Zipf's law), or now and then any merchant: always, when
    /// the favourites have been shut several times.
    #[inline]
    fn propose(&self, row: u64, trial: u64, payer: &Pair) -> u32 {
        let draw = self.streams.merchant.at_trial(row, trial);
        let explores = f64::from(low(draw)) < EXPLORING * 4_294_967_296.0 || trial >= LOYAL_TRIALS;
        let favourites = self.world.customers.favourites(payer.customer);
        let place = self.mix.favourites[favourites as usize - 1].choose(high(draw)) as u64;
        let favourite = self.streams.favourite.at(payer.customer * 16 + place);
        let taste = if explores { self.streams.explored.at_trial(row, trial) } else { favourite };
        self.world.merchant_for(payer.country, taste) as u32
    }

    /// What lasts between a customer and a merchant: whether it is a subscription, and its price.
    #[inline]
    fn relation(&self, pair: &Pair) -> u64 {
        self.streams.relation.at(pair.customer.wrapping_mul(0x1_0000_0001).wrapping_add(u64::from(pair.merchant)))
    }

    fn instrument(&self, row: u64, pair: &Pair, merchant: &Terms, moment: Moment) -> Instrument {
        let draw = self.streams.instrument.at(row);
        let is_night = local_hour(pair.country, moment.utc_hour()) < 6;
        let channel = self.channel(merchant, pair, is_night, low(draw));
        let region = pair.country.region();
        let method = self.mix.method(channel, merchant.industry, region, high(draw));
        let card = self.world.customers.card(pair.customer, region);
        let is_remote = channel != Channel::Pos;
        let is_recurring = is_remote
            && method != PaymentMethod::Wallet
            && unit(self.relation(pair)) < recurring_share(merchant.industry);
        let may_authenticate = is_remote && method == PaymentMethod::Card && !is_recurring;
        let is_authenticated =
            may_authenticate && unit(self.streams.authentication.at(row)) < authenticated_share(region);
        Instrument { channel, method, brand: card.brand, funding: card.funding, is_recurring, is_authenticated }
    }

    /// Shops are shut at night and far from most customers of other countries: those orders come online.
    #[inline]
    fn channel(&self, merchant: &Terms, pair: &Pair, is_night: bool, draw: u32) -> Channel {
        let industry = merchant.industry as usize;
        let online = self.mix.online[industry];
        if !merchant.has_storefront {
            return Channel::ALL[online.choose(draw)];
        }
        let is_abroad = pair.country != merchant.country && merchant.industry != Industry::Travel;
        Channel::ALL[self.mix.storefront[usize::from(is_night)][usize::from(is_abroad)].choose(draw)]
    }

    fn amount(&self, row: u64, pair: &Pair, merchant: &Terms, instrument: &Instrument) -> Cents {
        let industry = merchant.industry;
        // A subscription costs the same every month.
        let draw =
            if instrument.is_recurring { self.relation(pair).rotate_left(29) } else { self.streams.amount.at(row) };
        let value = (f64::from(merchant.median_amount) * self.world.amounts[industry as usize].value(draw))
            .clamp(LEAST_AMOUNT, MOST_AMOUNT);
        let cents = match industry {
            Industry::Saas => price_point(value),
            _ if instrument.is_recurring => ending_in_99(value),
            Industry::FoodBeverage => value as Cents,
            _ => self.price_ending(row, value),
        };
        cents.clamp(LEAST_AMOUNT as Cents, MOST_AMOUNT as Cents)
    }

    /// Shop prices: many end in .99, some in .00 or .50. Shares assumed.
    #[inline]
    fn price_ending(&self, row: u64, value: f64) -> Cents {
        match low(self.streams.ending.at(row)) % 100 {
            0..32 => ending_in_99(value),
            32..42 => (value / 100.0) as Cents * 100,
            42..48 => (value / 50.0) as Cents * 50,
            _ => value as Cents,
        }
    }

    #[inline]
    fn response(&self, first_row: u64, index: usize, block: &Block) -> ResponseCode {
        let row = first_row + index as u64;
        let (moment, pair, merchant) = (block.moments[index], &block.pairs[index], &block.terms[index]);
        let instrument = block.instruments[index];
        let fading = if merchant.is_fading(self.world.date(moment.day)) { FADING } else { 0.0 };
        let request = Request {
            instrument,
            amount: block.amounts[index],
            card_country: pair.country,
            merchant_country: merchant.country,
            customer: pair.customer,
            merchant_effect: f64::from(merchant.approval_effect) + fading,
            day: moment.day,
            local_hour: local_hour(pair.country, moment.utc_hour()),
        };
        if unit(self.streams.approval.at(row)) < self.world.approval.probability(&request) {
            return ResponseCode::Approved;
        }
        let situation = match instrument {
            Instrument { method: PaymentMethod::Ach, .. } => Situation::BankDebit,
            Instrument { is_recurring: true, .. } => Situation::Recurring,
            Instrument { channel: Channel::Pos, .. } => Situation::CardPresent,
            _ => Situation::CardNotPresent,
        };
        let region = merchant.country.region();
        self.world.declines.choose(situation, instrument.funding, region, high(self.streams.decline.at(row)))
    }

    #[inline]
    fn fees(&self, index: usize, block: &Block) -> Fees {
        if block.responses[index] != ResponseCode::Approved {
            return Fees::default();
        }
        let (instrument, merchant) = (&block.instruments[index], &block.terms[index]);
        let charge = Charge {
            amount: block.amounts[index],
            channel: instrument.channel,
            method: instrument.method,
            brand: instrument.brand,
            funding: instrument.funding,
            card_country: block.pairs[index].country,
            merchant_country: merchant.country,
        };
        Fees::of(&charge, &merchant.price)
    }
}

impl Block {
    fn clear(&mut self) {
        self.moments.clear();
        self.pairs.clear();
        self.terms.clear();
        self.instruments.clear();
        self.amounts.clear();
        self.responses.clear();
        self.fees.clear();
    }
}

/// A merchant on the way out is approved about two points less. Assumed: neglected integrations decline more.
const FADING: f64 = -0.16;

/// Share of a merchant's remote customers who are billed on file. Assumed.
const fn recurring_share(industry: Industry) -> f64 {
    match industry {
        Industry::Saas => 0.85,
        Industry::Entertainment => 0.25,
        Industry::Gaming => 0.15,
        Industry::Marketplace => 0.05,
        Industry::FoodBeverage | Industry::Retail | Industry::Travel => 0.02,
    }
}

/// Share of remote card payments that pass 3-D Secure: law in Europe, rare in North America. Assumed.
const fn authenticated_share(region: Region) -> f64 {
    match region {
        Region::Apac => 0.45,
        Region::Africa => 0.25,
        Region::Emea => 0.75,
        Region::Latam => 0.30,
        Region::Na => 0.12,
    }
}

/// The last price ending in .99 that is not above the value plus a cent.
fn ending_in_99(value: f64) -> Cents {
    ((value + 1.0) / 100.0) as Cents * 100 - 1
}

/// Software is sold by the seat at a few price points.
fn price_point(value: f64) -> Cents {
    const POINTS: [Cents; 6] = [299_00, 99_00, 49_00, 29_00, 15_00, 9_00];
    let value = value as Cents;
    let point = *POINTS.iter().find(|point| **point <= value).unwrap_or(&9_00);
    (value / point).max(1) * point
}

/// Tables of small choices that are the same in every world.
#[derive(Debug)]
struct Mix {
    /// By number of favourites less one.
    favourites: Vec<Weights<12>>,
    /// Channel at a merchant without a shop, by industry.
    online: [Weights<3>; 7],
    /// Channel at a merchant with a shop: by day and at night, from home and from abroad.
    storefront: [[Weights<3>; 2]; 2],
    /// Method by channel and region.
    methods: Vec<Weights<3>>,
    /// Method by region where software and other services are sold on the web.
    services: Vec<Weights<3>>,
}

impl Mix {
    fn new() -> Self {
        let zipf = |count: usize| {
            Weights::new(std::array::from_fn(|place| if place < count { 1.0 / (place as f64 + 1.0) } else { 0.0 }))
        };
        let method = |ach: f64, wallet: f64| Weights::new([ach, 1.0 - ach - wallet, wallet]);
        let mut methods = Vec::new();
        for channel in Channel::ALL {
            for region in Region::ALL {
                let wallet = wallet_share(*channel, *region);
                let ach = if *channel == Channel::Pos { 0.0 } else { 0.02 };
                methods.push(method(ach, wallet));
            }
        }
        Self {
            favourites: (1..=12).map(zipf).collect(),
            // ecom, inapp, pos; industries in order of the vocabulary. Assumed.
            online: [0.65, 0.35, 0.35, 0.65, 0.78, 0.95, 0.70].map(|ecom| Weights::new([ecom, 1.0 - ecom, 0.0])),
            storefront: [
                [Weights::new([0.05, 0.03, 0.92]), Weights::new([0.72, 0.18, 0.10])],
                [Weights::new([0.30, 0.20, 0.50]), Weights::new([0.78, 0.20, 0.02])],
            ],
            methods,
            services: Region::ALL
                .iter()
                .map(|region| method(0.14, 0.5 * wallet_share(Channel::Ecom, *region)))
                .collect(),
        }
    }

    /// Bank debits are common where businesses pay for services, and impossible in a shop.
    #[inline]
    fn method(&self, channel: Channel, industry: Industry, region: Region, draw: u32) -> PaymentMethod {
        let weights = if industry == Industry::Saas && channel == Channel::Ecom {
            &self.services[region as usize]
        } else {
            &self.methods[channel as usize * Region::ALL.len() + region as usize]
        };
        PaymentMethod::ALL[weights.choose(draw)]
    }
}

/// Share of wallets: world levels after Worldpay's Global Payments Report 2024, regions below APAC assumed.
fn wallet_share(channel: Channel, region: Region) -> f64 {
    let (shop, online) = match region {
        Region::Apac => (0.50, 0.65),
        Region::Africa => (0.15, 0.25),
        Region::Emea => (0.22, 0.30),
        Region::Latam => (0.15, 0.25),
        Region::Na => (0.16, 0.35),
    };
    match channel {
        Channel::Pos => shop,
        Channel::Ecom => online,
        Channel::Inapp => (online + 0.15_f64).min(0.80),
    }
}
