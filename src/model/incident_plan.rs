//! The incidents of a world and the questions that a payment asks of them. On most days most questions end at an empty
//! list of the day.
//!
//! A row asks in this order and keeps the first incident that it meets:
//! - [`IncidentPlan::divert`], for a first attempt that is no subscription billing, before its merchant is sought: the
//!   incident found names the merchant (`scope.merchant`), who is taken as he is. A card-testing row is paid by a customer
//!   of `scope.card_country` by `scope.channel` and `scope.method`, for [`testing_amount`], and approved with
//!   [`TESTING_APPROVAL`]; its fraud scenario is card testing. A promotion row is paid by a customer of the merchant's
//!   country, and is ordinary otherwise.
//! - [`IncidentPlan::volume_factor`], a factor on `World::presence`.
//! - [`IncidentPlan::decline`]: of the probability p of approval p(1 - s) is left. With a unit draw u: u < p(1 - s) is
//!   approved, u >= 1 - s is declined by the incident with its code, anything between is an ordinary decline.
//! - [`IncidentPlan::markup`], for an approved attempt: added to the fee.
//!
//! [`IncidentPlan::day_weight`] is a factor on the day's weight: diverted rows come on top of the day's business.

use super::customer::Customers;
use super::incident::{Attempt, DECLINE_DAYS, Effect, Incident};
use super::merchant::Merchant;
use super::money::Cents;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed};
use super::params::WorldParams;
use super::planting;
use super::slots::BILL_SHARE;
use super::timeline::Moment;
use super::vocabulary::ResponseCode;
use crate::random::{below, unit};

/// Probability that a card tester's attempt is approved. Assumed: most of the numbers are dead.
pub const TESTING_APPROVAL: f64 = 0.22;
/// Places of merchants among which the declining key accounts are.
pub const KEY_PLACES: usize = 64;

/// What an incident does to the answer to an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refusal {
    /// The incident.
    pub incident: u16,
    /// Share of the attempts declined by it.
    pub share: f64,
    /// With which code.
    pub code: ResponseCode,
}

/// What an incident does to the price of an approved attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Markup {
    /// The incident.
    pub incident: u16,
    /// Added to the fee, in basis points of the amount.
    pub basis_points: i16,
}

/// The incidents of a world.
#[derive(Clone, Debug)]
pub struct IncidentPlan {
    incidents: Vec<Incident>,
    refusals: Calendar,
    diversions: Calendar,
    markups: Calendar,
    day_weights: Vec<f64>,
    /// By place of a key account: the day on which its decline begins, and the share of its volume lost in the end.
    declines_from: [i32; KEY_PLACES],
    lost: [f32; KEY_PLACES],
}

impl IncidentPlan {
    /// Plants the incidents of a world. `merchants` stand in the order of `World::profiles`; the one at `anchor` must stay
    /// as it is.
    pub fn new(params: &WorldParams, merchants: &[&Merchant], anchor: usize, customers: &Customers) -> Self {
        Self::of(planting::plant(params, merchants, anchor, customers), params.window_days())
    }

    fn of(incidents: Vec<Incident>, days: usize) -> Self {
        let calendar = |has: fn(&Effect) -> bool| Calendar::new(&incidents, days, has);
        let (mut declines_from, mut lost) = ([i32::MAX; KEY_PLACES], [0.0; KEY_PLACES]);
        for incident in &incidents {
            if let (Effect::Decay { lost: share }, Some(place)) = (incident.effect, incident.scope.merchant) {
                declines_from[place as usize] = incident.from.day as i32;
                lost[place as usize] = share as f32;
            }
        }
        let mut plan = Self {
            refusals: calendar(|effect| matches!(effect, Effect::Decline { .. })),
            diversions: calendar(|effect| matches!(effect, Effect::Divert { .. })),
            markups: calendar(|effect| matches!(effect, Effect::Markup { .. })),
            day_weights: Vec::new(),
            declines_from,
            lost,
            incidents,
        };
        plan.day_weights = (0..days as u32).map(|day| 1.0 / (1.0 - plan.diverted_share(day))).collect();
        plan
    }

    /// All of them, by number.
    pub fn incidents(&self) -> &[Incident] {
        &self.incidents
    }

    /// The incident that brought the payment of this moment, if any did; `draw` gives the row's own, when it is asked for.
    #[inline]
    pub fn divert(&self, moment: Moment, draw: impl FnOnce() -> u64) -> Option<&Incident> {
        if self.diversions.on(moment.day).is_empty() {
            return None;
        }
        let mut left = unit(draw());
        self.on(&self.diversions, moment).find(|incident| {
            left -= incident.effect.size();
            left < 0.0
        })
    }

    /// What an incident does to the answer to an attempt.
    #[inline]
    pub fn decline(&self, attempt: &Attempt) -> Option<Refusal> {
        let incident = self.covering(&self.refusals, attempt)?;
        let Effect::Decline { share, code } = incident.effect else { return None };
        Some(Refusal { incident: incident.id, share, code })
    }

    /// What an incident does to the price of an approved attempt.
    #[inline]
    pub fn markup(&self, attempt: &Attempt) -> Option<Markup> {
        let incident = self.covering(&self.markups, attempt)?;
        let Effect::Markup { basis_points } = incident.effect else { return None };
        Some(Markup { incident: incident.id, basis_points })
    }

    /// What is left of the volume of the merchant at `place` on a day, from 0 to 1.
    #[inline]
    pub fn volume_factor(&self, place: u32, day: u32) -> f32 {
        let place = place as usize;
        if place >= KEY_PLACES {
            return 1.0;
        }
        let days = (day as i32 - self.declines_from[place]).clamp(0, DECLINE_DAYS);
        1.0 - self.lost[place] * days as f32 / DECLINE_DAYS as f32
    }

    /// How much busier diverted payments make a day: they come on top of its business.
    pub fn day_weight(&self, day: u32) -> f64 {
        self.day_weights[day as usize]
    }

    /// Share of the day's rows that are diverted, none of which bill. Hours count alike: a machine does not sleep.
    fn diverted_share(&self, day: u32) -> f64 {
        let share = |incident: &Incident| {
            let end = Moment { day: day + 1, micros: 0 };
            let midnight = Moment { day, micros: 0 };
            let (from, until) = (incident.from.max(midnight), incident.until.min(end));
            let micros = i64::from(until.day - from.day) * DAY_MICROS + until.micros - from.micros;
            incident.effect.size() * (1.0 - BILL_SHARE) * micros as f64 / DAY_MICROS as f64
        };
        self.diversions.on(day).iter().map(|place| share(&self.incidents[*place as usize])).sum()
    }

    #[inline]
    fn covering<'a>(&'a self, calendar: &'a Calendar, attempt: &Attempt) -> Option<&'a Incident> {
        self.on(calendar, attempt.moment).find(|incident| incident.scope.covers(attempt))
    }

    #[inline]
    fn on<'a>(&'a self, calendar: &'a Calendar, moment: Moment) -> impl Iterator<Item = &'a Incident> {
        let of_day = calendar.on(moment.day).iter().map(|place| &self.incidents[*place as usize]);
        of_day.filter(move |incident| incident.is_on(moment))
    }
}

const DAY_MICROS: i64 = 86_400_000_000;

/// What a card tester asks for: $1.00 to $4.99. Assumed.
#[inline]
pub const fn testing_amount(draw: u64) -> Cents {
    1_00 + below(draw, 4_00) as Cents
}

/// Which incidents there are on which day.
#[derive(Clone, Debug)]
struct Calendar {
    /// Where each day's incidents begin in the list, and at the end its length.
    firsts: Vec<u32>,
    places: Vec<u16>,
}

impl Calendar {
    fn new(incidents: &[Incident], days: usize, has: fn(&Effect) -> bool) -> Self {
        let mut of_days = vec![Vec::new(); days];
        for (incident, place) in incidents.iter().zip(0u16..).filter(|(incident, _)| has(&incident.effect)) {
            let last = if incident.until.micros == 0 { incident.until.day } else { incident.until.day + 1 };
            for of_day in &mut of_days[incident.from.day as usize..last as usize] {
                of_day.push(place);
            }
        }
        let (mut firsts, mut places) = (vec![0], Vec::new());
        for of_day in of_days {
            places.extend(of_day);
            firsts.push(places.len() as u32);
        }
        Self { firsts, places }
    }

    /// Places of the day's incidents.
    #[inline]
    fn on(&self, day: u32) -> &[u16] {
        let day = day as usize;
        &self.places[self.firsts[day] as usize..self.firsts[day + 1] as usize]
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("incidents")
        .one("card_testing.approval", TESTING_APPROVAL, "chance of approval", assumed("most of the numbers are dead"))
        .one("card_testing.amount.least", testing_amount(0) as f64, "cents", ASSUMED)
        .one("card_testing.amount.most", testing_amount(u64::MAX) as f64, "cents", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::super::incident::Scope;
    use super::super::transaction::Instrument;
    use super::super::vocabulary::{
        CardBrand, Channel, Country, Funding, IncidentKind, Industry, PaymentMethod, Region,
    };
    use super::*;
    use crate::random::Stream;

    const HOUR: i64 = DAY_MICROS / 24;
    const ATTEMPT: Attempt = Attempt {
        moment: Moment { day: 3, micros: 12 * HOUR },
        merchant: 7,
        merchant_country: Country::De,
        industry: Industry::Retail,
        card_country: Country::Fr,
        customer: 29,
        instrument: Instrument {
            channel: Channel::Ecom,
            method: PaymentMethod::Card,
            brand: CardBrand::Visa,
            funding: Funding::Credit,
            is_recurring: false,
            is_authenticated: false,
        },
    };

    /// From noon of day 2 to 06:00 of day 4, in a window of six days.
    fn plan(scope: Scope, effect: Effect) -> IncidentPlan {
        let (from, until) = (Moment { day: 2, micros: 12 * HOUR }, Moment { day: 4, micros: 6 * HOUR });
        let kind = IncidentKind::IssuerOutage;
        IncidentPlan::of(vec![Incident { id: 1, kind, scope, from, until, effect }], 6)
    }

    fn declining(scope: Scope) -> IncidentPlan {
        plan(scope, Effect::Decline { share: 0.8, code: ResponseCode::IssuerUnavailable })
    }

    fn is_declined(scope: Scope, change: impl Fn(&mut Attempt)) -> bool {
        let mut attempt = ATTEMPT;
        change(&mut attempt);
        declining(scope).decline(&attempt).is_some()
    }

    #[test]
    fn an_incident_declines_from_its_beginning_to_just_before_its_end() {
        let at =
            |day, hour| is_declined(Scope::default(), |attempt| attempt.moment = Moment { day, micros: hour * HOUR });
        assert_eq!(
            [at(0, 0), at(2, 11), at(2, 12), at(3, 0), at(4, 5), at(4, 6), at(5, 0)],
            [false, false, true, true, true, false, false]
        );
        let refusal = declining(Scope::default()).decline(&ATTEMPT);
        assert_eq!(refusal, Some(Refusal { incident: 1, share: 0.8, code: ResponseCode::IssuerUnavailable }));
        assert_eq!(declining(Scope::default()).markup(&ATTEMPT), None);
    }

    #[test]
    fn every_limit_of_a_scope_is_kept() {
        let none = Scope::default();
        type Change = fn(&mut Attempt);
        let limits: [(Scope, Change); 9] = [
            (Scope { region: Some(Region::Emea), ..none }, |attempt| attempt.merchant_country = Country::Us),
            (Scope { country: Some(Country::De), ..none }, |attempt| attempt.merchant_country = Country::Fr),
            (Scope { card_country: Some(Country::Fr), ..none }, |attempt| attempt.card_country = Country::De),
            (Scope { issuer: Some(5), ..none }, |attempt| attempt.customer = 30),
            (Scope { channel: Some(Channel::Ecom), ..none }, |attempt| attempt.instrument.channel = Channel::Pos),
            (Scope { method: Some(PaymentMethod::Card), ..none }, |attempt| {
                attempt.instrument.method = PaymentMethod::Wallet;
            }),
            (Scope { brand: Some(CardBrand::Visa), ..none }, |attempt| attempt.instrument.brand = CardBrand::Amex),
            (Scope { industry: Some(Industry::Retail), ..none }, |attempt| attempt.industry = Industry::Travel),
            (Scope { merchant: Some(7), ..none }, |attempt| attempt.merchant = 8),
        ];
        for (scope, change) in limits {
            assert!(is_declined(scope, |_| {}), "{scope:?}");
            assert!(!is_declined(scope, change), "{scope:?}");
        }
    }

    #[test]
    fn a_limit_on_the_card_covers_no_bank_debit() {
        let by_debit = |attempt: &mut Attempt| attempt.instrument.method = PaymentMethod::Ach;
        assert!(is_declined(Scope::default(), by_debit));
        for scope in [
            Scope { card_country: Some(Country::Fr), ..Scope::default() },
            Scope { brand: Some(CardBrand::Visa), ..Scope::default() },
            Scope { issuer: Some(5), ..Scope::default() },
        ] {
            assert!(!is_declined(scope, by_debit), "{scope:?}");
        }
    }

    #[test]
    fn scopes_meet_unless_a_limit_keeps_them_apart() {
        let of = |region, country, industry| Scope { region, country, industry, ..Scope::default() };
        let european = of(Some(Region::Emea), None, None);
        assert!(european.meets(&of(None, Some(Country::De), None)));
        assert!(european.meets(&of(None, None, Some(Industry::Saas))));
        assert!(!european.meets(&of(None, Some(Country::Us), None)));
        assert!(!of(None, Some(Country::De), None).meets(&of(None, Some(Country::Fr), None)));
        assert!(!of(None, None, Some(Industry::Saas)).meets(&of(None, None, Some(Industry::Travel))));
    }

    #[test]
    fn diverted_payments_come_on_top_of_the_days_business() {
        let plan = plan(Scope { merchant: Some(7), ..Scope::default() }, Effect::Divert { share: 0.2 });
        let weights: Vec<f64> = (0..6).map(|day| plan.day_weight(day)).collect();
        // Half of day 2, all of day 3, a quarter of day 4.
        for (weight, share) in weights.iter().zip([0.0, 0.0, 0.1, 0.2, 0.05, 0.0]) {
            let expected = 1.0 / (1.0 - share * (1.0 - BILL_SHARE));
            assert!((weight - expected).abs() < 1e-12, "{weights:?}");
        }
        let stream = Stream::new(1, 1, 1);
        let diverted = (0..40_000).filter(|row| plan.divert(ATTEMPT.moment, || stream.at(*row)).is_some()).count();
        // Standard deviation 80: five of them.
        assert!(diverted.abs_diff(8_000) < 400, "{diverted}");
        assert_eq!(plan.divert(Moment { day: 1, micros: 0 }, || 0), None);
    }

    #[test]
    fn a_wrong_price_is_charged_to_those_in_scope() {
        let plan = plan(Scope { region: Some(Region::Emea), ..Scope::default() }, Effect::Markup { basis_points: -25 });
        assert_eq!(plan.markup(&ATTEMPT), Some(Markup { incident: 1, basis_points: -25 }));
        assert_eq!(plan.markup(&Attempt { merchant_country: Country::Us, ..ATTEMPT }), None);
        assert_eq!(plan.decline(&ATTEMPT), None);
    }

    #[test]
    fn a_key_account_takes_its_volume_away_in_six_weeks() {
        let plan = plan(Scope { merchant: Some(7), ..Scope::default() }, Effect::Decay { lost: 0.6 });
        assert_eq!(plan.volume_factor(7, 2), 1.0);
        assert!((plan.volume_factor(7, 2 + 21) - 0.7).abs() < 1e-6);
        assert!((plan.volume_factor(7, 2 + 42) - 0.4).abs() < 1e-6);
        assert_eq!(plan.volume_factor(7, 400), plan.volume_factor(7, 2 + 42));
        assert_eq!((plan.volume_factor(8, 400), plan.volume_factor(5_000, 400)), (1.0, 1.0));
    }

    #[test]
    fn testers_ask_for_small_amounts() {
        assert_eq!((testing_amount(0), testing_amount(u64::MAX)), (1_00, 4_99));
    }
}
