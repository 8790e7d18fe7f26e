//! Which incidents a world gets: so many of each kind a year, each in a stretch of the window of its own, drawn anew until
//! it is large enough to be found and no other of its effect covers the same payments at the same time. One that finds no
//! such scope (in a world of one merchant, or of three days) is not planted.

use super::parameter::{ASSUMED, Parameter, Parameters, assumed};
use std::ops::{Range, RangeInclusive};

use super::approval::ISSUERS;
use super::calendar::{CalendarDay, Day};
use super::customer::Customers;
use super::incident::{DECLINE_DAYS, Effect, Incident, Scope};
use super::incident_plan::KEY_PLACES;
use super::market::Market;
use super::merchant::{KEY_ACCOUNTS, Merchant};
use super::params::WorldParams;
use super::streams::{self, Table};
use super::timeline::Moment;
use super::vocabulary::{
    CardBrand, Channel, Country, IncidentKind, Industry, MerchantSize, PaymentMethod, Region, ResponseCode,
};
use crate::random::apportion;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Incidents of each kind in a year, in the order of the kinds. Assumed: every kind can be met in a year, and most days
/// are ordinary.
const YEARLY: [f64; IncidentKind::ALL.len()] = [3.0, 3.0, 3.0, 3.0, 2.0, 4.0, 3.0, 2.0];
/// Attempts that an incident should touch where a year has two million, and the least that it is planted for.
const ENOUGH: f64 = 150.0;
const LEAST: f64 = 20.0;
/// Most attempts that it declines, there: a twentieth of a per cent of the year's, lest one block makes a quarter's approval.
const MOST_DECLINED: f64 = 1_000.0;
/// Draws until a scope is large enough.
const TRIALS: usize = 60;
/// Incidents before one that can still be going on: two months of them, at ten times the usual number.
const NEIGHBOURS: usize = 64;
/// Places among which a merchant with a promotion is sought: small ones have no surge worth seeing.
const PROMOTED_PLACES: usize = 400;
/// Most of the unbilled first attempts that an incident brings.
const MOST_DIVERTED: f64 = 0.08;
/// A country with more of the payments than this is never hit as a whole.
const LARGE_MARKET: f64 = 0.10;

/// How long incidents last, and how strong they are. All assumed, from reports of such incidents by card schemes, banks and
/// processors: outages of hours, rules found out after days, licences lost for weeks.
const BANK_OUTAGE_HOURS: RangeInclusive<i64> = 20..=44;
const COUNTRY_OUTAGE_HOURS: RangeInclusive<i64> = 4..=18;
const ISSUER_OUTAGE_PERCENT: RangeInclusive<i32> = 70..=97;
const PROCESSOR_OUTAGE_MINUTES: RangeInclusive<i64> = 90..=600;
const PROCESSOR_OUTAGE_PERCENT: RangeInclusive<i32> = 45..=97;
const FRAUD_RULE_HOURS: RangeInclusive<i64> = 24..=120;
const FRAUD_RULE_PERCENT: RangeInclusive<i32> = 12..=45;
const BLOCK_DAYS: RangeInclusive<i64> = 21..=56;
const BLOCK_PERCENT: RangeInclusive<i32> = 55..=95;
/// Basis points too much, and too little.
const OVERCHARGE: RangeInclusive<i16> = 30..=90;
const UNDERCHARGE: RangeInclusive<i16> = 20..=60;
const MISPRICED_DAYS: RangeInclusive<i64> = 9..=24;
const TESTING_HOURS: RangeInclusive<i64> = 9..=40;
/// Share of the unbilled first attempts, in ten-thousandths.
const TESTING_SHARE: RangeInclusive<i32> = 250..=900;
const PROMOTION_DAYS: RangeInclusive<i64> = 2..=5;
/// The merchant's usual volume, times.
const PROMOTION_TIMES: Range<f64> = 2.5..7.0;
/// Percent of a key account's volume that is lost in the end.
const LOST_PERCENT: RangeInclusive<i32> = 55..=75;

const MINUTES_A_DAY: i64 = 1_440;

/// Plants the incidents of a world, in order of their beginning. `merchants` stand in the order of `World::profiles`; the
/// one at `anchor` is spared.
pub fn plant(params: &WorldParams, merchants: &[&Merchant], anchor: usize, customers: &Customers) -> Vec<Incident> {
    let market = Market::new(params, merchants, customers);
    let years = params.window_days() as f64 / 365.25;
    let total = YEARLY.iter().sum::<f64>() * years * params.scenario.incidents.factor();
    let mut counts = apportion(libm::round(total) as u64, &YEARLY);
    let declines = std::mem::take(&mut counts[IncidentKind::KeyAccountDecline as usize]);
    let mut random = streams::generator(params.seed, Table::Incident, 0);
    let mut planted = key_account_declines(&market, anchor, declines as usize, &mut random);
    let declining = planted.iter().filter_map(|incident| incident.scope.merchant);
    let spared: Vec<u32> = declining.chain([anchor as u32]).collect();
    let kinds = in_any_order(&counts, &mut random);
    let days_each = params.window_days() as f64 / kinds.len() as f64;
    for (place, kind) in kinds.into_iter().enumerate() {
        let days = (place as f64 * days_each) as i64..((place + 1) as f64 * days_each) as i64;
        let random = streams::generator(params.seed, Table::Incident, place as u64 + 1);
        let mut planter = Planter { market: &market, spared: &spared, days, random };
        planted.extend(planter.plant(kind, &planted));
    }
    planted.sort_by_key(|incident| (incident.from, incident.until));
    for (incident, id) in planted.iter_mut().zip(1..) {
        incident.id = id;
    }
    planted
}

/// So many of each kind, shuffled.
fn in_any_order(counts: &[u64], random: &mut Pcg64Mcg) -> Vec<IncidentKind> {
    let repeated = IncidentKind::ALL.iter().zip(counts).flat_map(|(kind, count)| (0..*count).map(|_| *kind));
    let mut kinds: Vec<IncidentKind> = repeated.collect();
    for place in (1..kinds.len()).rev() {
        kinds.swap(place, random.random_range(0..=place));
    }
    kinds
}

/// Some of the fifty largest merchants take their volume elsewhere, each from some week at the beginning of a third
/// quarter on. Never more than half of them.
fn key_account_declines(market: &Market<'_>, anchor: usize, count: usize, random: &mut Pcg64Mcg) -> Vec<Incident> {
    let mut accounts = key_accounts(market, anchor);
    let quarters = third_quarters(market.params);
    let end = Moment { day: market.params.window_days() as u32, micros: 0 };
    let mut declines = Vec::new();
    for number in 0..count.min(accounts.len() / 2) {
        let account = accounts.swap_remove(random.random_range(0..accounts.len()));
        let quarter = &quarters[number % quarters.len()];
        let first_weeks = (quarter.end - quarter.start).div_ceil(4);
        let lost = f64::from(random.random_range(LOST_PERCENT)) / 100.0;
        declines.push(Incident {
            id: 0,
            kind: IncidentKind::KeyAccountDecline,
            scope: Scope { merchant: Some(account), ..Scope::default() },
            from: Moment { day: quarter.start + random.random_range(0..first_weeks), micros: 0 },
            until: end,
            effect: Effect::Decay { lost },
        });
    }
    declines
}

/// Places of the key accounts that are in business all the time, without the anchor and without those who sell software:
/// their subscribers are billed on.
fn key_accounts(market: &Market<'_>, anchor: usize) -> Vec<u32> {
    let turnover = |merchant: &Merchant| merchant.volume * merchant.life.ceiling * merchant.mean_amount();
    let mut turnovers: Vec<f64> = market.merchants.iter().map(|merchant| turnover(merchant)).collect();
    let last = turnovers.len().min(KEY_ACCOUNTS as usize) - 1;
    let (_, least, _) = turnovers.select_nth_unstable_by(last, |left, right| right.total_cmp(left));
    let least = *least;
    let (start, end) = (market.params.start_day, market.params.end_day);
    let places = market.merchants.iter().enumerate().take(KEY_PLACES);
    let stay = places.filter(|(place, merchant)| {
        *place != anchor
            && merchant.industry != Industry::Saas
            && turnover(merchant) >= least
            && is_in_business(merchant, start, end)
    });
    stay.map(|(place, _)| place as u32).collect()
}

/// Days of each July to September that lies in the window; where none does, of the window's own third quarter.
fn third_quarters(params: &WorldParams) -> Vec<Range<u32>> {
    let days = params.window_days() as u32;
    let is_first_of_july = |day: &u32| {
        let date = CalendarDay::of(params.start_day + *day as Day);
        (date.month, date.day_of_month) == (6, 1)
    };
    let summers = (0..days).filter(is_first_of_july).map(|day| day..day + 92);
    let mut quarters: Vec<Range<u32>> = summers.filter(|quarter| quarter.end <= days).collect();
    if quarters.is_empty() {
        quarters.push(days / 2..(days * 3 / 4).max(days / 2 + 1));
    }
    quarters
}

/// Whether a merchant takes payments on all of these days and is not yet on the way out.
fn is_in_business(merchant: &Merchant, from: Day, last: Day) -> bool {
    merchant.life.active_from <= from && merchant.life.fade_from > last
}

/// Draws one incident.
struct Planter<'a> {
    market: &'a Market<'a>,
    /// Places of merchants to whom nothing may happen.
    spared: &'a [u32],
    /// Days of the window on which it may begin.
    days: Range<i64>,
    random: Pcg64Mcg,
}

/// What befalls whom, from which local hours on, for how many minutes.
struct Draft {
    scope: Scope,
    effect: Effect,
    /// Minutes of the day in UTC at which it may begin.
    start: i64,
    minutes: i64,
}

impl Planter<'_> {
    /// The first draw that touches enough attempts and does not decline too many; failing that the largest, unless it would
    /// not be seen at all.
    fn plant(&mut self, kind: IncidentKind, planted: &[Incident]) -> Option<Incident> {
        let mut best: Option<(f64, Incident)> = None;
        for _ in 0..TRIALS {
            let Some(incident) = self.draw(kind) else { continue };
            if planted.iter().rev().take(NEIGHBOURS).any(|other| hides(other, &incident)) {
                continue;
            }
            let touched = self.attempts_touched(&incident);
            if matches!(incident.effect, Effect::Decline { .. }) && touched > MOST_DECLINED {
                continue;
            }
            if best.as_ref().is_none_or(|(most, _)| touched > *most) {
                best = Some((touched, incident));
            }
            if touched >= ENOUGH {
                break;
            }
        }
        best.filter(|(touched, _)| *touched >= LEAST).map(|(_, incident)| incident)
    }

    fn draw(&mut self, kind: IncidentKind) -> Option<Incident> {
        let day = self.random.random_range(self.days.start..self.days.end.max(self.days.start + 1));
        let draft = match kind {
            IncidentKind::CardTesting => self.card_testing(day)?,
            IncidentKind::FraudRule => self.fraud_rule(),
            IncidentKind::IssuerOutage => self.issuer_outage()?,
            IncidentKind::KeyAccountDecline => return None,
            IncidentKind::MispricedPlan => self.mispriced_plan(),
            IncidentKind::ProcessorOutage => self.processor_outage(),
            IncidentKind::PromotionSurge => self.promotion_surge(day)?,
            IncidentKind::RegulatoryBlock => self.regulatory_block()?,
        };
        let end = self.market.params.window_days() as i64 * MINUTES_A_DAY;
        let from = day * MINUTES_A_DAY + draft.start;
        let until = (from + draft.minutes).min(end);
        (from < until).then(|| Incident {
            id: 0,
            kind,
            scope: draft.scope,
            from: moment(from),
            until: moment(until),
            effect: draft.effect,
        })
    }

    /// A bank of a large market is down for a day or two, or all banks of a smaller one for hours.
    fn issuer_outage(&mut self) -> Option<Draft> {
        let is_one_bank = self.random.random_bool(0.5);
        let country = self.card_country(|share| is_one_bank == (share > LARGE_MARKET))?;
        let (issuer, hours) = if is_one_bank {
            (Some(self.random.random_range(0..ISSUERS as u8)), self.random.random_range(BANK_OUTAGE_HOURS))
        } else {
            (None, self.random.random_range(COUNTRY_OUTAGE_HOURS))
        };
        Some(Draft {
            scope: Scope { card_country: Some(country), issuer, ..Scope::default() },
            effect: Effect::Decline {
                share: self.percent(ISSUER_OUTAGE_PERCENT),
                code: ResponseCode::IssuerUnavailable,
            },
            start: self.at_local_hour(country, 7..=15),
            minutes: hours * 60 + self.random.random_range(0..60),
        })
    }

    /// The way to a card scheme, or from a channel, is broken in one region for hours.
    fn processor_outage(&mut self) -> Draft {
        let region = self.one_of(Region::ALL);
        let scope = if self.random.random_bool(0.5) {
            let brand = self.one_of(&[CardBrand::Mastercard, CardBrand::Visa]);
            Scope { region: Some(region), brand: Some(brand), ..Scope::default() }
        } else {
            Scope { region: Some(region), channel: Some(self.one_of(Channel::ALL)), ..Scope::default() }
        };
        Draft {
            scope,
            effect: Effect::Decline {
                share: self.percent(PROCESSOR_OUTAGE_PERCENT),
                code: ResponseCode::SystemMalfunction,
            },
            start: self.at_local_hour(main_country(region), 8..=17),
            minutes: self.random.random_range(PROCESSOR_OUTAGE_MINUTES),
        }
    }

    /// A fraud rule that is too strict stops good cards of one remote channel for some days.
    fn fraud_rule(&mut self) -> Draft {
        let region = self.one_of(Region::ALL);
        let channel = self.one_of(&[Channel::Ecom, Channel::Inapp]);
        Draft {
            scope: Scope {
                region: Some(region),
                channel: Some(channel),
                method: Some(PaymentMethod::Card),
                ..Scope::default()
            },
            effect: Effect::Decline { share: self.percent(FRAUD_RULE_PERCENT), code: ResponseCode::SuspectedFraud },
            start: self.at_local_hour(main_country(region), 9..=16),
            minutes: self.random.random_range(FRAUD_RULE_HOURS) * 60,
        }
    }

    /// The licence to sell something in a country, or in a region of small markets, is suspended for weeks.
    fn regulatory_block(&mut self) -> Option<Draft> {
        const REGULATED: [Industry; 4] =
            [Industry::Entertainment, Industry::Gaming, Industry::Marketplace, Industry::Travel];
        let industry = Some(self.one_of(&REGULATED));
        let (region, country) = if self.random.random_bool(0.3) {
            (Some(self.one_of(&[Region::Africa, Region::Latam])), None)
        } else {
            (None, Some(self.card_country(|share| share <= LARGE_MARKET)?))
        };
        let capital = region.map_or(country.unwrap_or(Country::Us), main_country);
        Some(Draft {
            scope: Scope { region, country, industry, ..Scope::default() },
            effect: Effect::Decline { share: self.percent(BLOCK_PERCENT), code: ResponseCode::NotPermitted },
            start: self.at_local_hour(capital, 0..=0) / 60 * 60,
            minutes: self.random.random_range(BLOCK_DAYS) * MINUTES_A_DAY,
        })
    }

    /// A price list is loaded with a wrong rate.
    fn mispriced_plan(&mut self) -> Draft {
        let scope = Scope {
            region: Some(self.one_of(Region::ALL)),
            industry: Some(self.one_of(Industry::ALL)),
            ..Scope::default()
        };
        let is_too_dear = self.random.random_bool(0.5);
        let basis_points =
            if is_too_dear { self.random.random_range(OVERCHARGE) } else { -self.random.random_range(UNDERCHARGE) };
        Draft {
            scope,
            effect: Effect::Markup { basis_points },
            start: 0,
            minutes: self.random.random_range(MISPRICED_DAYS) * MINUTES_A_DAY,
        }
    }

    /// Stolen numbers of one foreign country are tried at a web shop.
    fn card_testing(&mut self, day: i64) -> Option<Draft> {
        let place = self.random.random_range(0..self.market.merchants.len());
        let hours = self.random.random_range(TESTING_HOURS);
        let share = f64::from(self.random.random_range(TESTING_SHARE)) / 1e4;
        let merchant = self.market.merchants[place];
        let card_country = self.card_country(|_| true)?;
        let is_fit = !merchant.has_storefront
            && merchant.size != MerchantSize::Enterprise
            && merchant.country != card_country
            && self.is_target(place, day, 3);
        is_fit.then(|| Draft {
            scope: Scope {
                card_country: Some(card_country),
                channel: Some(Channel::Ecom),
                method: Some(PaymentMethod::Card),
                merchant: Some(place as u32),
                ..Scope::default()
            },
            effect: Effect::Divert { share },
            start: self.random.random_range(0..MINUTES_A_DAY),
            minutes: hours * 60 + self.random.random_range(0..60),
        })
    }

    /// A large merchant sells several times as much for some days.
    fn promotion_surge(&mut self, day: i64) -> Option<Draft> {
        let place = self.random.random_range(0..self.market.merchants.len().min(PROMOTED_PLACES));
        let days = self.random.random_range(PROMOTION_DAYS);
        let times = self.random.random_range(PROMOTION_TIMES);
        let merchant = self.market.merchants[place];
        let brought = (times - 1.0) * self.market.share_of(place as u32);
        let share = (brought / (1.0 + brought)).min(MOST_DIVERTED);
        let is_fit = merchant.industry != Industry::Saas && self.is_target(place, day, days);
        is_fit.then(|| Draft {
            scope: Scope { merchant: Some(place as u32), ..Scope::default() },
            effect: Effect::Divert { share: libm::round(share * 1e4) / 1e4 },
            start: 0,
            minutes: days * MINUTES_A_DAY,
        })
    }

    /// Whether something may happen to the merchant at a place, who is in business on these days.
    fn is_target(&self, place: usize, day: i64, days: i64) -> bool {
        let from = self.market.params.start_day + day as Day;
        !self.spared.contains(&(place as u32)) && is_in_business(self.market.merchants[place], from, from + days as Day)
    }

    /// Attempts that an incident touches, where a year has two million.
    fn attempts_touched(&self, incident: &Incident) -> f64 {
        let days = f64::from(incident.until.day) - f64::from(incident.from.day)
            + (incident.until.micros - incident.from.micros) as f64 / 86_400e6;
        days * match incident.effect {
            Effect::Decline { share, .. } => share * self.market.attempts_a_day(&incident.scope),
            Effect::Divert { share } => share * self.market.attempts_a_day(&Scope::default()),
            Effect::Markup { .. } | Effect::Decay { .. } => self.market.attempts_a_day(&incident.scope),
        }
    }

    /// A country where customers live and whose share of payments is meant, the likelier the larger the share.
    fn card_country(&mut self, is_meant: impl Fn(f64) -> bool) -> Option<Country> {
        let weight = |country: Country| {
            let share = self.market.card_share(country);
            if is_meant(share) { share } else { 0.0 }
        };
        let weights: Vec<f64> = Country::ALL.iter().map(|country| weight(*country)).collect();
        let mut left = self.random.random_range(0.0..1.0) * weights.iter().sum::<f64>();
        let chosen = weights.iter().position(|weight| {
            left -= weight;
            left < 0.0
        });
        chosen.map(|place| Country::ALL[place])
    }

    /// A minute of the UTC day in one of these hours of the country's day.
    fn at_local_hour(&mut self, country: Country, hours: RangeInclusive<i64>) -> i64 {
        let hour = self.random.random_range(hours) - country.utc_offset_hours();
        hour.rem_euclid(24) * 60 + self.random.random_range(0..60)
    }

    fn percent(&mut self, range: RangeInclusive<i32>) -> f64 {
        f64::from(self.random.random_range(range)) / 100.0
    }

    fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.random.random_range(0..items.len())]
    }
}

/// Whether one incident makes the other hard to see: both have the same sort of effect on the same payments, with less
/// than a week between them.
fn hides(one: &Incident, other: &Incident) -> bool {
    let is_near = one.from.day < other.until.day + 7 && other.from.day < one.until.day + 7;
    let is_alike = std::mem::discriminant(&one.effect) == std::mem::discriminant(&other.effect);
    is_near && is_alike && one.scope.meets(&other.scope)
}

/// The country of a region with the most payments.
fn main_country(region: Region) -> Country {
    let of_region = Country::ALL.iter().filter(|country| country.region() == region);
    *of_region.max_by(|left, right| left.payment_share().total_cmp(&right.payment_share())).unwrap_or(&Country::Us)
}

/// The moment so many minutes after the window's start.
const fn moment(minutes: i64) -> Moment {
    Moment { day: (minutes / MINUTES_A_DAY) as u32, micros: minutes % MINUTES_A_DAY * 60_000_000 }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("incidents")
        .by("yearly", IncidentKind::WORDS, YEARLY, "incidents a year", ASSUMED)
        .one("enough", ENOUGH, "attempts touched where a year has two million", assumed("what a detector can find"))
        .one("least", LEAST, "attempts touched where a year has two million", ASSUMED)
        .one("most_declined", MOST_DECLINED, "attempts declined where a year has two million", ASSUMED)
        .one("most_diverted", MOST_DIVERTED, "share of unbilled first attempts", ASSUMED)
        .one("large_market", LARGE_MARKET, "share of payments of a country that is never hit as a whole", ASSUMED)
        .between("issuer_outage.one_bank", &BANK_OUTAGE_HOURS, "hours", ASSUMED)
        .between("issuer_outage.all_banks", &COUNTRY_OUTAGE_HOURS, "hours", ASSUMED)
        .between("issuer_outage.size", &ISSUER_OUTAGE_PERCENT, "percent of attempts in scope", ASSUMED)
        .between("processor_outage.length", &PROCESSOR_OUTAGE_MINUTES, "minutes", ASSUMED)
        .between("processor_outage.size", &PROCESSOR_OUTAGE_PERCENT, "percent of attempts in scope", ASSUMED)
        .between("fraud_rule.length", &FRAUD_RULE_HOURS, "hours", ASSUMED)
        .between("fraud_rule.size", &FRAUD_RULE_PERCENT, "percent of attempts in scope", ASSUMED)
        .between("regulatory_block.length", &BLOCK_DAYS, "days", ASSUMED)
        .between("regulatory_block.size", &BLOCK_PERCENT, "percent of attempts in scope", ASSUMED)
        .between("mispriced_plan.length", &MISPRICED_DAYS, "days", ASSUMED)
        .between("mispriced_plan.too_much", &OVERCHARGE, "basis points", ASSUMED)
        .between("mispriced_plan.too_little", &UNDERCHARGE, "basis points", ASSUMED)
        .between("card_testing.length", &TESTING_HOURS, "hours", ASSUMED)
        .between("card_testing.size", &TESTING_SHARE, "ten-thousandths of unbilled first attempts", ASSUMED)
        .between("promotion_surge.length", &PROMOTION_DAYS, "days", ASSUMED)
        .one("promotion_surge.size.least", PROMOTION_TIMES.start, "times the merchant's volume", ASSUMED)
        .one("promotion_surge.size.most", PROMOTION_TIMES.end, "times the merchant's volume", ASSUMED)
        .between("key_account_decline.size", &LOST_PERCENT, "percent of the merchant's volume", ASSUMED)
        .one("key_account_decline.length", DECLINE_DAYS, "days", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::super::calendar::{format_day, parse_day};
    use super::super::params::{Scenario, scale};
    use super::super::world::World;
    use super::*;

    fn planted(params: WorldParams) -> Vec<Incident> {
        World::new(params).incidents.incidents().to_vec()
    }

    fn small(seed: u64) -> WorldParams {
        WorldParams { seed, merchants: 5_000, customers: 100_000, ..WorldParams::default() }
    }

    #[test]
    fn a_year_has_every_kind_of_incident_in_every_world() {
        for seed in 0..20 {
            let incidents = planted(small(seed));
            assert!(incidents.len() >= 20, "seed {seed}: {}", incidents.len());
            for kind in IncidentKind::ALL {
                assert!(incidents.iter().any(|incident| incident.kind == *kind), "seed {seed}: {kind:?}");
            }
        }
    }

    #[test]
    fn incidents_are_numbered_in_order_lie_in_the_window_and_do_not_hide_each_other() {
        for seed in 0..20 {
            let incidents = planted(small(seed));
            for (incident, id) in incidents.iter().zip(1..) {
                assert_eq!(incident.id, id);
                assert!(incident.from < incident.until, "{incident:?}");
                assert!(incident.until <= Moment { day: 366, micros: 0 }, "{incident:?}");
            }
            assert!(incidents.is_sorted_by_key(|incident| incident.from));
            for (place, one) in incidents.iter().enumerate() {
                let hidden = incidents[..place].iter().find(|other| hides(one, other));
                assert!(hidden.is_none(), "seed {seed}: {one:?} and {hidden:?}");
            }
        }
    }

    #[test]
    fn three_key_accounts_decline_from_the_third_quarter_on() {
        let world = World::new(WorldParams::default());
        let declines =
            world.incidents.incidents().iter().filter(|incident| incident.kind == IncidentKind::KeyAccountDecline);
        let mut accounts: Vec<u32> = declines
            .map(|decline| {
                let date = format_day(world.date(decline.from.day));
                assert!(("2024-07-01".."2024-07-25").contains(&date.as_str()), "{date}");
                decline.scope.merchant.expect("a merchant")
            })
            .collect();
        accounts.dedup();
        assert_eq!(accounts.len(), 3);
        assert!(accounts.iter().all(|place| (*place as usize) < KEY_PLACES && *place as usize != world.anchor));
    }

    #[test]
    fn the_scenario_scales_the_number() {
        let number = |text: &str| {
            let incidents = scale("incidents", text).expect("a scale");
            planted(WorldParams { scenario: Scenario { incidents, ..Scenario::default() }, ..small(42) }).len()
        };
        let usual = number("1");
        assert_eq!(number("0"), 0);
        assert!((usual * 2).abs_diff(number("0.5") * 4) <= 4, "{usual} {}", number("0.5"));
        assert!((usual * 2).abs_diff(number("2")) <= 6, "{usual} {}", number("2"));
    }

    #[test]
    fn hostile_worlds_are_spared_what_they_cannot_bear() {
        let base = WorldParams::default();
        let everything = Scenario { incidents: scale("incidents", "10").expect("a scale"), ..Scenario::default() };
        let end_day = base.start_day + 2;
        let decade = WorldParams { end_day: parse_day("2033-12-31").expect("a date"), merchants: 2_000, ..base };
        let worlds = [
            WorldParams { merchants: 1, ..base },
            WorldParams { merchants: 2, customers: 1, ..base },
            WorldParams { merchants: 60, customers: 30, ..base },
            WorldParams { end_day, merchants: 1_000, ..base },
            WorldParams { end_day: base.start_day, merchants: 1, customers: 1, ..base },
            decade,
        ];
        for params in worlds {
            for scenario in [Scenario::default(), everything] {
                let params = WorldParams { scenario, ..params };
                let world = World::new(params);
                let end = Moment { day: params.window_days() as u32, micros: 0 };
                for incident in world.incidents.incidents() {
                    assert!(incident.from < incident.until && incident.until <= end, "{incident:?}");
                    assert_ne!(incident.scope.merchant, Some(world.anchor as u32), "{incident:?}");
                }
                assert!((0..end.day).all(|day| (1.0..2.0).contains(&world.incidents.day_weight(day))));
            }
        }
        assert!(planted(decade).len() > 180);
    }

    #[test]
    fn most_incidents_touch_more_than_a_hundred_and_fifty_attempts_in_two_million() {
        let mut small_ones = 0;
        for seed in 0..20 {
            let params = small(seed);
            let world = World::new(params);
            let order: Vec<&Merchant> =
                world.merchant_ids.iter().map(|id| &world.merchants[*id as usize - 1]).collect();
            let market = Market::new(&params, &order, &world.customers);
            let random = streams::generator(0, Table::Incident, 0);
            let planter = Planter { market: &market, spared: &[], days: 0..1, random };
            let touched = world.incidents.incidents().iter().map(|incident| planter.attempts_touched(incident));
            small_ones += touched.filter(|touched| *touched < ENOUGH).count();
        }
        assert!(small_ones < 20, "{small_ones}");
    }
}
