//! How business is spread over merchants: a lognormal body above a threshold, a Pareto head by rank, and industries and
//! regions balanced, so that worlds of different seeds are alike where a few large merchants would make them differ.

use super::merchant::Merchant;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived};
use super::vocabulary::{Industry, Region};
use crate::random::normal_quantile;

/// Spread of the body: derived from Square's 2018 volume bands (48 / 28 / 24 %), see `payments_defaults()`.
const BODY_SIGMA: f64 = 1.83;
/// Turnover that even the least merchant has, in units of the lognormal's median: who takes less closes the account.
/// Assumed: without it, half of the small merchants would be idle in any month for want of customers, and retention
/// would tell of chance and not of churn.
const LEAST_TURNOVER: f64 = 1.5;
/// The largest 1 % follow a Pareto law with this exponent. Assumed; firm sizes are near 1.
const HEAD_ALPHA: f64 = 1.0;
/// Share of merchants in the head.
const HEAD_SHARE: f64 = 0.01;
/// Flattens the very top, so that no single merchant is a twentieth of the business. Assumed.
const HEAD_OFFSET: f64 = 1.5;

/// Mature turnover by rank, largest first, in units of the lognormal's median.
pub fn by_rank(merchants: u64) -> Vec<f64> {
    let count = merchants as f64;
    let head = HEAD_SHARE * count;
    let body = |share_above: f64| LEAST_TURNOVER + libm::exp(BODY_SIGMA * normal_quantile(1.0 - share_above));
    let head_start = body(HEAD_SHARE);
    (0..merchants)
        .map(|rank| {
            let place = rank as f64 + 0.5;
            if place < head {
                head_start * libm::pow((head + HEAD_OFFSET) / (place + HEAD_OFFSET), 1.0 / HEAD_ALPHA)
            } else {
                body(place / count)
            }
        })
        .collect()
}

/// Share of merchants in an industry. Assumed.
pub const fn merchant_share(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 0.10,
        Industry::FoodBeverage => 0.24,
        Industry::Gaming => 0.06,
        Industry::Marketplace => 0.08,
        Industry::Retail => 0.30,
        Industry::Saas => 0.12,
        Industry::Travel => 0.10,
    }
}

/// Share of turnover in an industry; Retail and SaaS together make the 44 % of the calibration table.
const fn turnover_share(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 0.09,
        Industry::FoodBeverage => 0.16,
        Industry::Gaming => 0.06,
        Industry::Marketplace => 0.12,
        Industry::Retail => 0.29,
        Industry::Saas => 0.16,
        Industry::Travel => 0.12,
    }
}

/// Share of an industry's merchants that take most payments in a shop. Assumed.
pub const fn storefront_share(industry: Industry) -> f64 {
    match industry {
        Industry::Entertainment => 0.45,
        Industry::FoodBeverage => 0.82,
        Industry::Retail => 0.55,
        Industry::Travel => 0.30,
        Industry::Gaming | Industry::Marketplace | Industry::Saas => 0.0,
    }
}

/// The industry of a key account: ranks take turns in proportion to turnover, so that no industry is without large
/// merchants and none is made of one.
pub fn key_account_industry(rank: u64) -> Industry {
    let mut left = turn(rank, 0.618_033_988_749_894_9);
    for industry in Industry::ALL {
        left -= turnover_share(*industry);
        if left < 0.0 {
            return *industry;
        }
    }
    Industry::Travel
}

/// Whether a key account is a shop: ranks take turns here as well, for a few coins tossed would move the share of shops
/// in all payments by points.
pub fn key_account_has_storefront(rank: u64, industry: Industry) -> bool {
    turn(rank, 0.754_877_666_246_692_7) < storefront_share(industry)
}

/// A rank's place between 0 and 1. Multiples of 1 / the golden ratio, and of 1 / the plastic number, fill the unit
/// interval most evenly.
fn turn(rank: u64, step: f64) -> f64 {
    let turned = (rank as f64 + 1.0) * step;
    turned - libm::trunc(turned)
}

/// Scales volumes so that every industry has its share of mature turnover.
pub fn balance_industries(merchants: &mut [Merchant]) {
    let mut turnover = [0.0; Industry::ALL.len()];
    for merchant in merchants.iter() {
        turnover[merchant.industry as usize] += merchant.volume * merchant.mean_amount();
    }
    let total: f64 = turnover.iter().sum();
    for merchant in merchants {
        let industry = merchant.industry;
        merchant.volume *= turnover_share(industry) * total / turnover[industry as usize];
    }
}

/// Scales prices so that a payment is worth the same in every region: merchants differ, regions do not.
pub fn balance_regions(merchants: &mut [Merchant]) {
    let mut turnover = [0.0; Region::ALL.len()];
    let mut payments = [0.0; Region::ALL.len()];
    for merchant in merchants.iter() {
        let volume = merchant.volume * merchant.life.ceiling;
        turnover[merchant.region() as usize] += volume * merchant.mean_amount();
        payments[merchant.region() as usize] += volume;
    }
    let mean = turnover.iter().sum::<f64>() / payments.iter().sum::<f64>();
    for merchant in merchants {
        let region = merchant.region() as usize;
        if payments[region] > 0.0 {
            merchant.median_amount *= mean * payments[region] / turnover[region];
        }
    }
}

/// Centres the merchants' effects on approval, weighted by volume, among the shops and among the others of each region.
pub fn balance_approval(merchants: &mut [Merchant]) {
    let group = |merchant: &Merchant| merchant.region() as usize * 2 + usize::from(merchant.has_storefront);
    let mut effects = [0.0; 2 * Region::ALL.len()];
    let mut payments = [0.0; 2 * Region::ALL.len()];
    for merchant in merchants.iter() {
        let volume = merchant.volume * merchant.life.ceiling;
        effects[group(merchant)] += volume * merchant.approval_effect;
        payments[group(merchant)] += volume;
    }
    for merchant in merchants {
        let group = group(merchant);
        if payments[group] > 0.0 {
            merchant.approval_effect -= effects[group] / payments[group];
        }
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("volume")
        .one(
            "body_sigma",
            BODY_SIGMA,
            "standard deviation of log turnover",
            derived("Square Q3 2018: 48 / 28 / 24 % of GPV from sellers below $125k, to $500k, above (PYMNTS)"),
        )
        .one("least_turnover", LEAST_TURNOVER, "medians of the lognormal", assumed("who takes less closes the account"))
        .one("head_alpha", HEAD_ALPHA, "exponent of the Pareto law", assumed("Zipf fits firm sizes (arXiv 2409.09470)"))
        .one("head_share", HEAD_SHARE, "share of merchants", ASSUMED)
        .one("head_offset", HEAD_OFFSET, "ranks", assumed("tuned to the top 50 merchants' share of GPV"))
        .by(
            "merchant_share",
            Industry::WORDS,
            Industry::ALL.iter().map(|industry| merchant_share(*industry)),
            "share of merchants",
            ASSUMED,
        )
        .by(
            "turnover_share",
            Industry::WORDS,
            Industry::ALL.iter().map(|industry| turnover_share(*industry)),
            "share of mature turnover",
            assumed("tuned to Retail and SaaS making 44 % of GPV"),
        )
        .by(
            "storefront_share",
            Industry::WORDS,
            Industry::ALL.iter().map(|industry| storefront_share(*industry)),
            "share of the industry's merchants with a shop",
            ASSUMED,
        )
        .list()
}

#[cfg(test)]
mod tests {
    use super::super::merchant;
    use super::super::params::WorldParams;
    use super::*;

    #[test]
    fn shares_add_up_to_one() {
        for share in [merchant_share, turnover_share] {
            let total: f64 = Industry::ALL.iter().map(|industry| share(*industry)).sum();
            assert!((total - 1.0).abs() < 1e-12, "{total}");
        }
    }

    #[test]
    fn volume_falls_with_rank_and_the_top_fifty_hold_a_quarter_of_mature_volume() {
        let volumes = by_rank(50_000);
        assert!(volumes.is_sorted_by(|larger, smaller| larger >= smaller));
        let top: f64 = volumes[..50].iter().sum();
        let share = top / volumes.iter().sum::<f64>();
        assert!((0.24..0.28).contains(&share), "{share}");
    }

    #[test]
    fn the_body_above_its_threshold_is_the_lognormal() {
        let volumes = by_rank(100_000);
        let body: Vec<f64> = volumes[1_000..].iter().map(|volume| libm::log(volume - LEAST_TURNOVER)).collect();
        // Quantiles of a normal with standard deviation 1.83 (Abramowitz and Stegun, table 26.1), by share above.
        for (share, z) in [(0.5, 0.0), (0.1587, 1.0), (0.0228, 2.0), (0.9773, -2.0)] {
            let value = body[(share * 100_000.0) as usize - 1_000];
            assert!((value - 1.83 * z).abs() < 0.01, "{share}: {value}");
        }
    }

    #[test]
    fn regions_sell_at_equal_prices_and_approve_alike_for_equal_merchants() {
        let merchants = merchant::all(&WorldParams { merchants: 5_000, ..WorldParams::default() });
        let total = |value: &dyn Fn(&Merchant) -> f64, region: Region| -> f64 {
            merchants.iter().filter(|merchant| merchant.region() == region).map(value).sum()
        };
        let business = |merchant: &Merchant| merchant.volume * merchant.life.ceiling;
        let price = |region| total(&|m| business(m) * m.mean_amount(), region) / total(&business, region);
        for region in Region::ALL {
            assert!((price(*region) / price(Region::Na) - 1.0).abs() < 1e-9, "{region:?}");
            assert!(total(&|m| business(m) * m.approval_effect, *region).abs() < 1e-6 * total(&business, *region));
        }
    }

    #[test]
    fn a_world_of_one_merchant_has_a_volume() {
        assert_eq!(by_rank(1).len(), 1);
        assert!(by_rank(1)[0] > 0.0);
    }
}
