//! Merchants: who they are, how big they grow and when they come and go. They are the only entity kept in memory,
//! because every payment asks for several of their properties.

use super::account_manager;
use super::calendar::Day;
use super::campaign;
use super::life_cycle::{LifeCycle, PackedLife};
use super::money::Cents;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, vendor};
use super::params::WorldParams;
use super::pricing::Price;
use super::streams::{self, Table};
use super::vocabulary::{Country, Industry, MerchantSize, Region, SalesChannel};
use super::volume;
use crate::random::{Lognormal, Normal, Permutation};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Years before the window over which the earlier merchants signed up.
const YEARS_BEFORE: f64 = 3.0;
/// The largest merchants, which were there well before the window and sit in the big markets.
pub const KEY_ACCOUNTS: u64 = 50;
/// Spread of the median payment of merchants of one industry, and of the cost of winning merchants like each other (both
/// standard deviations of the logarithm). Assumed.
const MEDIAN_SIGMA: f64 = 0.40;
const COST_SIGMA: f64 = 0.35;
/// Standard deviation of a merchant's effect on the log-odds of approval. Assumed: without it, merchants would differ by
/// binomial noise alone.
const APPROVAL_SD: f64 = 0.35;
/// Share of those who came by a paid channel while its campaign ran that were won by it. Assumed.
const WON_BY_CAMPAIGN: f64 = 0.66;
/// Fewest days that a key account has been there before the window. Assumed: none is still starting.
const KEY_ACCOUNT_AGE: Day = 400;
/// Countries of the key accounts in turn, so that no world's largest merchant sits in its smallest market. Assumed.
const KEY_ACCOUNT_COUNTRIES: [Country; 10] = [
    Country::Us,
    Country::Gb,
    Country::Us,
    Country::Us,
    Country::Jp,
    Country::Us,
    Country::De,
    Country::Ca,
    Country::Us,
    Country::Br,
];

/// One merchant.
#[derive(Clone, Copy, Debug)]
pub struct Merchant {
    /// Line of business.
    pub industry: Industry,
    /// Where the merchant is at home.
    pub country: Country,
    /// Size class.
    pub size: MerchantSize,
    /// How the merchant was acquired.
    pub sales_channel: SalesChannel,
    /// Whether payments are mostly taken in a shop.
    pub has_storefront: bool,
    /// ISO 18245 code.
    pub mcc: i32,
    /// Sign-up, activation, growth and churn.
    pub life: LifeCycle,
    /// Key of the account manager.
    pub account_manager_id: i32,
    /// Key of the campaign that won the merchant; 0 for none.
    pub campaign_id: i32,
    /// Sales and marketing cost of winning the merchant.
    pub acquisition_cost: Cents,
    /// What the merchant pays for a payment.
    pub price: Price,
    /// Median amount of a payment, in cents.
    pub median_amount: f64,
    /// Log-odds of approval against the merchants like it.
    pub approval_effect: f64,
    /// Mature number of payments, in arbitrary units.
    pub volume: f64,
}

/// Builds every merchant of a world; the merchant with key k stands at k - 1.
pub fn all(params: &WorldParams) -> Vec<Merchant> {
    let ranks = Permutation::new(streams::column(params.seed, Table::Merchant, 0), params.merchants);
    let gpv = volume::by_rank(params.merchants);
    let managers = ManagersByRegion::new(params);
    let spreads = Spreads { amount: Lognormal::new(MEDIAN_SIGMA), cost: Lognormal::new(COST_SIGMA) };
    let mut merchants: Vec<Merchant> = (0..params.merchants)
        .map(|index| {
            let rank = ranks.forward(index);
            let random = streams::generator(params.seed, Table::Merchant, index);
            build(params, rank, gpv[rank as usize], &managers, &spreads, random)
        })
        .collect();
    volume::balance_industries(&mut merchants);
    volume::balance_regions(&mut merchants);
    volume::balance_approval(&mut merchants);
    merchants
}

/// Index of the largest merchant, which is open through the whole window: the one to fall back on.
pub fn anchor(params: &WorldParams) -> usize {
    Permutation::new(streams::column(params.seed, Table::Merchant, 0), params.merchants).backward(0) as usize
}

fn build(
    params: &WorldParams,
    rank: u64,
    gpv: f64,
    managers: &ManagersByRegion,
    spreads: &Spreads,
    mut random: Pcg64Mcg,
) -> Merchant {
    let size = size_of_rank(rank, params.merchants);
    let is_key_account = rank < KEY_ACCOUNTS;
    let country = if is_key_account {
        KEY_ACCOUNT_COUNTRIES[rank as usize % KEY_ACCOUNT_COUNTRIES.len()]
    } else {
        *pick(&mut random, Country::ALL, Country::payment_share)
    };
    let industry = if is_key_account {
        volume::key_account_industry(rank)
    } else {
        *pick(&mut random, Industry::ALL, volume::merchant_share)
    };
    let has_storefront = if is_key_account {
        volume::key_account_has_storefront(rank, industry)
    } else {
        random.random_bool(volume::storefront_share(industry))
    };
    let sales_channel = sales_channel(size, &mut random);
    let signup_day = if is_key_account { early_signup(params, &mut random) } else { signup(params, &mut random) };
    let campaign_id = campaign_id(params, sales_channel, country.region(), signup_day, &mut random);
    let quality = campaign::quality(params, sales_channel, campaign_id);
    let life = LifeCycle::draw(params, size, signup_day, is_key_account, &quality, &mut random);
    let median_amount = industry_median_cents(industry) * spreads.amount.value(random.random());
    let mean_amount = median_amount * mean_by_median(industry);
    Merchant {
        industry,
        country,
        size,
        sales_channel,
        has_storefront,
        mcc: *pick(&mut random, mccs(industry), |_| 1.0),
        life,
        account_manager_id: managers.choose(country.region(), &mut random),
        campaign_id,
        acquisition_cost: acquisition_cost(size, sales_channel, quality.cost * spreads.cost.value(random.random())),
        price: Price::of(size, country.region(), has_storefront, gpv),
        median_amount,
        approval_effect: APPROVAL_SD * Normal::standard().value(random.random()),
        volume: gpv / mean_amount * if size == MerchantSize::Small { quality.volume } else { 1.0 },
    }
}

/// The largest 1 % are enterprises, the next 9 % medium; a world of a few merchants still has an enterprise.
fn size_of_rank(rank: u64, merchants: u64) -> MerchantSize {
    let place = (rank as f64) / (merchants as f64);
    if place < MerchantSize::Enterprise.share() {
        MerchantSize::Enterprise
    } else if place < MerchantSize::Enterprise.share() + MerchantSize::Medium.share() {
        MerchantSize::Medium
    } else {
        MerchantSize::Small
    }
}

/// Sign-ups run at a constant rate from three years before the window to its end.
fn signup(params: &WorldParams, random: &mut Pcg64Mcg) -> Day {
    let before = (YEARS_BEFORE * 365.0) as Day;
    params.start_day - before + random.random_range(0..before + params.window_days() as Day)
}

fn early_signup(params: &WorldParams, random: &mut Pcg64Mcg) -> Day {
    params.start_day - random.random_range(KEY_ACCOUNT_AGE..(YEARS_BEFORE * 365.0) as Day)
}

/// Shares of sales channels (direct, online, partner) by size (enterprise, medium, small): small merchants mostly come by
/// themselves, large ones are visited. Assumed.
const SALES_CHANNELS: [[f64; 3]; 3] = [[0.80, 0.02, 0.18], [0.45, 0.25, 0.30], [0.18, 0.52, 0.30]];

fn sales_channel(size: MerchantSize, random: &mut Pcg64Mcg) -> SalesChannel {
    *pick(random, SalesChannel::ALL, |channel| SALES_CHANNELS[size as usize][channel as usize])
}

/// Two in three of those who came by a paid channel while its campaign ran were won by it. Assumed.
fn campaign_id(params: &WorldParams, channel: SalesChannel, region: Region, day: Day, random: &mut Pcg64Mcg) -> i32 {
    let won = random.random_bool(WON_BY_CAMPAIGN);
    campaign::running_on(params, channel, region, day).filter(|_| won).map_or(0, |campaign| campaign.campaign_id)
}

/// Typical cost of winning a merchant, in cents, around the customer acquisition costs that vendors publish: $300 online
/// and $500 direct for a small merchant; $6,000 and $60,000 for the larger ones are assumed.
const fn typical_cost(size: MerchantSize, channel: SalesChannel) -> f64 {
    match (size, channel) {
        (MerchantSize::Enterprise, _) => 60_000_00.0,
        (MerchantSize::Medium, _) => 6_000_00.0,
        (MerchantSize::Small, SalesChannel::Direct) => 500_00.0,
        (MerchantSize::Small, SalesChannel::Online) => 300_00.0,
        (MerchantSize::Small, SalesChannel::Partner) => 400_00.0,
    }
}

fn acquisition_cost(size: MerchantSize, channel: SalesChannel, against_typical: f64) -> Cents {
    (typical_cost(size, channel) * against_typical) as Cents
}

/// Median payment of an industry in cents: medians around the Fed's mean debit payment of $47 in 2023, by industry
/// assumed.
const fn industry_median_cents(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 2_800.0,
        Industry::FoodBeverage => 1_400.0,
        Industry::Gaming => 1_200.0,
        Industry::Marketplace => 4_200.0,
        Industry::Retail => 3_800.0,
        Industry::Saas => 4_900.0,
        Industry::Travel => 19_000.0,
    }
}

/// Spread of the payments of one merchant (standard deviation of the logarithm). Assumed around the 0.86 of IBM's
/// synthetic card data.
pub const fn amount_sigma(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 0.85,
        Industry::FoodBeverage => 0.70,
        Industry::Gaming | Industry::Marketplace => 0.95,
        Industry::Retail => 0.90,
        Industry::Saas => 0.75,
        Industry::Travel => 0.95,
    }
}

/// ISO 18245 codes that occur in an industry.
const fn mccs(industry: Industry) -> &'static [i32] {
    match industry {
        Industry::Entertainment => &[7832, 7922, 7941, 7991, 7996, 7997],
        Industry::FoodBeverage => &[5411, 5462, 5811, 5812, 5813, 5814],
        Industry::Gaming => &[5816, 7993, 7994],
        Industry::Marketplace => &[5262, 5399, 5964, 5999],
        Industry::Retail => &[5311, 5651, 5712, 5732, 5912, 5941, 5945],
        Industry::Saas => &[4816, 5734, 5817, 7372],
        Industry::Travel => &[3000, 4111, 4121, 4511, 4722, 7011, 7512],
    }
}

/// Mean of a payment against the median: exp(sigma^2 / 2).
const fn mean_by_median(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 1.435_122_2,
        Industry::FoodBeverage => 1.277_621_3,
        Industry::Gaming | Industry::Marketplace | Industry::Travel => 1.570_273_8,
        Industry::Retail => 1.499_302_5,
        Industry::Saas => 1.324_784_8,
    }
}

fn pick<'a, T: Copy>(random: &mut Pcg64Mcg, items: &'a [T], weight: impl Fn(T) -> f64) -> &'a T {
    let total: f64 = items.iter().map(|item| weight(*item)).sum();
    let mut left = random.random_range(0.0..total);
    for item in items {
        left -= weight(*item);
        if left < 0.0 {
            return item;
        }
    }
    &items[items.len() - 1]
}

/// How merchants like each other differ. Assumed.
struct Spreads {
    /// Median payment.
    amount: Lognormal,
    /// Cost of winning the merchant.
    cost: Lognormal,
}

/// Keys of the account managers of each region.
struct ManagersByRegion([Vec<i32>; 5]);

impl ManagersByRegion {
    fn new(params: &WorldParams) -> Self {
        let mut keys: [Vec<i32>; 5] = Default::default();
        for index in 0..account_manager::count(params) {
            keys[account_manager::region(index) as usize].push(index as i32 + 1);
        }
        Self(keys)
    }

    fn choose(&self, region: Region, random: &mut Pcg64Mcg) -> i32 {
        let keys = &self.0[region as usize];
        keys[random.random_range(0..keys.len())]
    }
}

impl Merchant {
    /// Region of the merchant's country.
    pub const fn region(&self) -> Region {
        self.country.region()
    }

    /// Mean amount of a payment, in cents.
    pub fn mean_amount(&self) -> f64 {
        self.median_amount * mean_by_median(self.industry)
    }

    /// What a payment needs to know, for a window that begins on `start_day`.
    pub fn profile(&self, start_day: Day) -> Profile {
        Profile {
            life: PackedLife::new(&self.life, start_day),
            median_amount: self.median_amount as f32,
            approval_effect: self.approval_effect as f32,
            price: self.price,
            industry: self.industry,
            country_and_shop: self.country as u8 | u8::from(self.has_storefront) << 7,
        }
    }
}

/// What a payment needs to know of its merchant, in half a cache line.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub struct Profile {
    /// When the merchant is in business.
    pub life: PackedLife,
    /// Median amount of a payment, in cents.
    pub median_amount: f32,
    /// Log-odds of approval against the merchants like it.
    pub approval_effect: f32,
    /// What the merchant pays for a payment.
    pub price: Price,
    /// Line of business.
    pub industry: Industry,
    /// Place of the country, and in the top bit whether there is a shop: a byte more would be a cache line more.
    country_and_shop: u8,
}

impl Profile {
    /// Where the merchant is at home.
    #[inline]
    pub const fn country(&self) -> Country {
        Country::ALL[(self.country_and_shop & 0x7f) as usize]
    }

    /// Whether payments are mostly taken in a shop.
    #[inline]
    pub const fn has_storefront(&self) -> bool {
        self.country_and_shop >> 7 == 1
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let mut list = Parameters::of("acquisition")
        .one("years_before", YEARS_BEFORE, "years of sign-ups before the window", ASSUMED)
        .one("key_account_age", KEY_ACCOUNT_AGE, "days before the window at least", ASSUMED)
        .one("key_accounts", KEY_ACCOUNTS as f64, "merchants", ASSUMED)
        .one(
            "won_by_campaign",
            WON_BY_CAMPAIGN,
            "share of those who came by a paid channel while its campaign ran",
            ASSUMED,
        )
        .one("cost_sigma", COST_SIGMA, "standard deviation of log cost", ASSUMED);
    for size in MerchantSize::ALL {
        let costs = SalesChannel::ALL.iter().map(|channel| typical_cost(*size, *channel));
        let name = |what: &str| format!("{what}.{}", size.word());
        list = list
            .by(
                &name("sales_channel_share"),
                SalesChannel::WORDS,
                SALES_CHANNELS[*size as usize],
                "share of merchants of the size",
                ASSUMED,
            )
            .by(
                &name("cost"),
                SalesChannel::WORDS,
                costs,
                "cents",
                if *size == MerchantSize::Small { vendor("$300 to $500 (securebancard, jess)") } else { ASSUMED },
            );
    }
    let amounts = Parameters::of("amounts")
        .by(
            "median",
            Industry::WORDS,
            Industry::ALL.iter().map(|industry| industry_median_cents(*industry)),
            "cents",
            assumed("around the Federal Reserve's mean debit payment of $47.29 in 2023"),
        )
        .by(
            "sigma",
            Industry::WORDS,
            Industry::ALL.iter().map(|industry| amount_sigma(*industry)),
            "standard deviation of log amount",
            assumed("around the 0.86 of IBM's TabFormer cards"),
        )
        .one("merchant_sigma", MEDIAN_SIGMA, "standard deviation of the log of a merchant's median", ASSUMED);
    let approval = Parameters::of("approval").one(
        "merchant_sd",
        APPROVAL_SD,
        "log-odds",
        assumed("else merchants would differ by binomial noise alone"),
    );
    [list, amounts, approval].map(Parameters::list).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_payment_is_that_of_the_lognormal() {
        for industry in Industry::ALL {
            let sigma = amount_sigma(*industry);
            let exact = libm::exp(sigma * sigma / 2.0);
            assert!((mean_by_median(*industry) / exact - 1.0).abs() < 1e-6, "{industry:?}: {exact}");
        }
    }

    #[test]
    fn a_profile_takes_half_a_cache_line_and_loses_nothing() {
        assert_eq!(size_of::<Profile>(), 32);
        let any = all(&WorldParams { merchants: 1, ..WorldParams::default() })[0];
        for country in Country::ALL {
            for has_storefront in [false, true] {
                let merchant = Merchant { country: *country, has_storefront, ..any };
                let profile = merchant.profile(0);
                assert_eq!((profile.country(), profile.has_storefront()), (*country, has_storefront));
            }
        }
    }

    #[test]
    fn the_anchor_is_open_all_through_the_window() {
        for merchants in [1, 2, 77, 3_000] {
            let params = WorldParams { merchants, ..WorldParams::default() };
            let life = all(&params)[anchor(&params)].life;
            assert!(life.active_from <= params.start_day && life.churn_day > params.end_day, "{merchants}");
        }
    }
}
