//! A world: everything that is fixed once its parameters are, ready for rows to be drawn from.

use super::approval::Approval;
use super::calendar::{CalendarDay, Day};
use super::customer::Customers;
use super::decline::DeclineCodes;
use super::incident_plan::IncidentPlan;
use super::life_cycle::Activity;
use super::merchant::{self, Merchant, Profile, amount_sigma};
use super::parameter::{ASSUMED, Parameter, Parameters, assumed};
use super::params::{Scale, WorldParams};
use super::season;
use super::slots::BILL_SHARE;
use super::timeline::QUARTERS;
use super::vocabulary::{Country, Industry, Region};
use crate::random::{AliasTables, Lognormal, Pick};

/// Growth of payments a year, before seasons. Assumed: with the seasons it gives the +24 % from the first quarter to
/// November and December of the calibration table.
const YEARLY_GROWTH: f64 = 0.16;

/// What the rows of every table are drawn from.
#[derive(Debug)]
pub struct World {
    /// The parameters that made it.
    pub params: WorldParams,
    /// The merchant with key k at k - 1.
    pub merchants: Vec<Merchant>,
    /// What payments need of them, the busiest first: most payments then read the same few cache lines. A place in this
    /// list is how payments name a merchant.
    pub profiles: Vec<Profile>,
    /// Key of the merchant at each place.
    pub merchant_ids: Vec<u32>,
    /// Place of the merchant that is open through the whole window.
    pub anchor: usize,
    /// Volume of a merchant on a day.
    pub activity: Activity,
    /// Who pays.
    pub customers: Customers,
    /// What is approved.
    pub approval: Approval,
    /// Why the rest is not.
    pub declines: DeclineCodes,
    /// What is planted.
    pub incidents: IncidentPlan,
    /// Distribution of amounts by industry.
    pub amounts: [Lognormal; Industry::ALL.len()],
    calendar: Vec<CalendarDay>,
    /// By day and industry: how busy the industry is against the busiest of the day.
    season: Vec<[f32; Industry::ALL.len()]>,
    /// By hour of UTC: the countries whose customers are paying.
    countries: AliasTables,
    choice: MerchantChoice,
}

impl World {
    /// Builds the world of the parameters. Takes some 20 ms for 50,000 merchants.
    pub fn new(params: WorldParams) -> Self {
        let merchants = merchant::all(&params);
        let anchor = merchant::anchor(&params);
        let order = by_business(&merchants);
        let in_order: Vec<&Merchant> = order.iter().map(|index| &merchants[*index]).collect();
        let choice = MerchantChoice::new(&in_order, subscribed_share(&merchants));
        let customers = Customers::new(&params);
        let anchor = order.iter().position(|index| *index == anchor).unwrap_or_default();
        let calendar: Vec<CalendarDay> = (params.start_day..=params.end_day).map(CalendarDay::of).collect();
        Self {
            incidents: IncidentPlan::new(&params, &in_order, anchor, &customers),
            anchor,
            activity: Activity::new(),
            approval: Approval::new(params.seed, &calendar, &params.scenario),
            declines: DeclineCodes::new(),
            amounts: std::array::from_fn(|industry| Lognormal::new(amount_sigma(Industry::ALL[industry]))),
            season: calendar.iter().map(|day| relative_seasons(*day, params.scenario.season)).collect(),
            countries: paying_countries(&customers),
            choice,
            profiles: in_order.iter().map(|merchant| merchant.profile(params.start_day)).collect(),
            merchant_ids: order.iter().map(|index| *index as u32 + 1).collect(),
            params,
            merchants,
            customers,
            calendar,
        }
    }

    /// The date of a day of the window.
    pub fn date(&self, day: u32) -> Day {
        self.params.start_day + day as Day
    }

    /// Relative number of payments of each day.
    pub fn day_weights(&self) -> Vec<f64> {
        let payments = self.payments_by_industry();
        let (yearly_growth, season) =
            (YEARLY_GROWTH * self.params.scenario.growth.factor(), self.params.scenario.season);
        let weight = |(day, facts): (usize, &CalendarDay)| {
            let growth = 1.0 + yearly_growth * day as f64 / 365.0;
            let season: f64 =
                Industry::ALL.iter().map(|i| payments[*i as usize] * season::day_factor(*i, *facts, season)).sum();
            growth * season * self.incidents.day_weight(day as u32)
        };
        self.calendar.iter().enumerate().map(weight).collect()
    }

    /// Relative number of payments of each quarter hour of UTC, straight lines between the middles of the hours.
    pub fn quarter_weights(&self) -> [f64; QUARTERS] {
        std::array::from_fn(|quarter| {
            let from_middle = (quarter % 4) as f64 / 4.0 + 0.125 - 0.5;
            let hour = (quarter / 4) as i64;
            let neighbour = if from_middle < 0.0 { hour - 1 } else { hour + 1 };
            payments_at(hour) * (1.0 - from_middle.abs()) + payments_at(neighbour) * from_middle.abs()
        })
    }

    /// The country in which a payment is made in this hour of UTC.
    #[inline]
    pub fn paying_country(&self, utc_hour: usize, draw: u64) -> Country {
        Country::ALL[self.countries.item(self.countries.pick(utc_hour, draw)) as usize]
    }

    /// A merchant for a customer of `country`, by mature volume of subscriptions or of other payments: mostly at home,
    /// sometimes abroad.
    #[inline]
    pub fn pick_merchant(&self, is_subscription: bool, country: Country, draw: u64) -> Pick {
        self.choice.pick(is_subscription, country, draw)
    }

    /// The index of the merchant picked.
    #[inline]
    pub fn picked(&self, pick: Pick) -> u32 {
        self.choice.groups.item(pick)
    }

    /// How likely a merchant is to be doing business on the day, against the busiest that it gets.
    #[inline]
    pub fn presence(&self, merchant: &Profile, day: u32) -> f32 {
        self.activity.of(&merchant.life, day) * self.season[day as usize][merchant.industry as usize]
    }

    /// Mature payments by industry, as shares of all.
    fn payments_by_industry(&self) -> [f64; Industry::ALL.len()] {
        let mut payments = [0.0; Industry::ALL.len()];
        for merchant in &self.merchants {
            payments[merchant.industry as usize] += merchant.volume;
        }
        let total: f64 = payments.iter().sum();
        payments.map(|part| part / total)
    }
}

/// Indices of merchants, the busiest first.
fn by_business(merchants: &[Merchant]) -> Vec<usize> {
    let business = |index: usize| business(&merchants[index]);
    let mut order: Vec<usize> = (0..merchants.len()).collect();
    order.sort_by(|left, right| business(*right).total_cmp(&business(*left)).then(left.cmp(right)));
    order
}

/// The most payments that a merchant gets in the window, against the others.
fn business(merchant: &Merchant) -> f64 {
    merchant.volume * merchant.life.ceiling
}

/// Share of an online merchant's payments that are subscriptions, by industry, against each other. Assumed.
const SUBSCRIBED: [f64; Industry::ALL.len()] = [0.30, 0.0, 0.15, 0.05, 0.04, 0.90, 0.0];
/// Nobody lives on subscriptions alone.
const MOST_SUBSCRIBED: f64 = 0.92;

/// The share of a merchant's payments that are subscriptions: as `SUBSCRIBED`, scaled so that all billings together have
/// the share of rows that is kept for them.
fn subscribed_share(merchants: &[Merchant]) -> impl Fn(&Merchant) -> f64 + use<> {
    let relative = |merchant: &Merchant| {
        if merchant.has_storefront { 0.0 } else { SUBSCRIBED[merchant.industry as usize] }
    };
    let all: f64 = merchants.iter().map(business).sum();
    let subscribed: f64 = merchants.iter().map(|merchant| business(merchant) * relative(merchant)).sum();
    let scale = if subscribed > 0.0 { BILL_SHARE * all / subscribed } else { 0.0 };
    move |merchant| (relative(merchant) * scale).min(MOST_SUBSCRIBED)
}

fn relative_seasons(day: CalendarDay, season: Scale) -> [f32; Industry::ALL.len()] {
    let factors: [f64; Industry::ALL.len()] =
        std::array::from_fn(|i| season::day_factor(Industry::ALL[i], day, season));
    let most = factors.iter().fold(0.0, |most: f64, factor| most.max(*factor));
    factors.map(|factor| (factor / most) as f32)
}

/// Local hour of a country at an hour of UTC.
#[inline]
pub fn local_hour(country: Country, utc_hour: usize) -> usize {
    (utc_hour + (24 + country.utc_offset_hours()) as usize) % 24
}

fn payments_at(utc_hour: i64) -> f64 {
    let utc_hour = utc_hour.rem_euclid(24) as usize;
    let weight = |country: &Country| country.payment_share() * season::hour_factor(local_hour(*country, utc_hour));
    Country::ALL.iter().map(weight).sum()
}

/// A table for each hour of UTC.
fn paying_countries(customers: &Customers) -> AliasTables {
    let mut tables = AliasTables::default();
    for utc_hour in 0..24 {
        let weight = |country: &Country| {
            let lives = if customers.lives_in(*country) { 1.0 } else { 0.0 };
            lives * country.payment_share() * season::hour_factor(local_hour(*country, utc_hour))
        };
        let weights: Vec<(u32, f64)> = Country::ALL.iter().map(|country| (*country as u32, weight(country))).collect();
        tables.add(&weights).expect("a world has a customer, and every hour has some business");
    }
    tables
}

/// Share of favourites in the customer's own country, and in the own region. Assumed; the rest is anywhere.
const AT_HOME: f64 = 0.86;
const IN_REGION: f64 = 0.09;

/// Merchants by country, by region and all together, each to be chosen by mature volume.
#[derive(Debug)]
struct MerchantChoice {
    /// By country, for payments and then for subscriptions: where to look at home, in the region, anywhere. A place
    /// without merchants looks one further.
    places: Vec<[usize; 3]>,
    groups: AliasTables,
}

impl MerchantChoice {
    /// The choice when `subscribed` is the share of a merchant's volume that is subscriptions.
    fn new(in_order: &[&Merchant], subscribed: impl Fn(&Merchant) -> f64) -> Self {
        let mut choice = Self { places: Vec::new(), groups: AliasTables::default() };
        let payments = choice.add(in_order, |merchant| 1.0 - subscribed(merchant));
        let payments = payments.expect("the anchor is always open, and nobody lives on subscriptions alone");
        let subscriptions = choice.add(in_order, subscribed).unwrap_or_else(|| payments.clone());
        choice.places = [payments, subscriptions].concat();
        choice
    }

    /// Adds the tables by the `share` of volume; `None` when that comes to nothing.
    fn add(&mut self, in_order: &[&Merchant], share: impl Fn(&Merchant) -> f64) -> Option<Vec<[usize; 3]>> {
        let places = in_order.iter().enumerate();
        let weighted = places.map(|(place, merchant)| (place as u32, *merchant, business(merchant) * share(merchant)));
        let open: Vec<(u32, &Merchant, f64)> = weighted.filter(|(_, _, weight)| *weight > 0.0).collect();
        let mut add = |belongs: &dyn Fn(&Merchant) -> bool| {
            let members = open.iter().filter(|(_, merchant, _)| belongs(merchant));
            self.groups.add(&members.map(|(place, _, weight)| (*place, *weight)).collect::<Vec<_>>())
        };
        let everywhere = add(&|_| true)?;
        let regions: Vec<Option<usize>> = Region::ALL.iter().map(|region| add(&|m| m.region() == *region)).collect();
        let countries: Vec<Option<usize>> =
            Country::ALL.iter().map(|country| add(&|m| m.country == *country)).collect();
        let places = Country::ALL.iter().map(|country| {
            let region = regions[country.region() as usize].unwrap_or(everywhere);
            [countries[*country as usize].unwrap_or(region), region, everywhere]
        });
        Some(places.collect())
    }

    #[inline]
    fn pick(&self, is_subscription: bool, country: Country, draw: u64) -> Pick {
        let country = country as usize + usize::from(is_subscription) * Country::ALL.len();
        // The low bits say where to look; the alias table reads from the top.
        let place = f64::from(draw as u16) / 65_536.0;
        let further = usize::from(place >= AT_HOME) + usize::from(place >= AT_HOME + IN_REGION);
        self.groups.pick(self.places[country][further], draw)
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let volume = Parameters::of("volume")
        .one(
            "yearly_growth",
            YEARLY_GROWTH,
            "share a year",
            assumed("tuned to November and December against the first quarter"),
        )
        .list();
    let customers = Parameters::of("customers")
        .one("at_home", AT_HOME, "share of favourites in the customer's country", ASSUMED)
        .one("in_region", IN_REGION, "share of favourites elsewhere in the region", ASSUMED)
        .by(
            "subscribed",
            Industry::WORDS,
            SUBSCRIBED,
            "share of an online merchant's payments, against the other industries",
            ASSUMED,
        )
        .one("subscribed_most", MOST_SUBSCRIBED, "share of a merchant's payments", ASSUMED)
        .list();
    [volume, customers].concat()
}
