//! How business is spread over merchants: a lognormal body with a Pareto head by rank, and industries balanced to their
//! shares.

use super::merchant::Merchant;
use super::vocabulary::Industry;
use crate::random::normal_quantile;

/// Spread of the body: derived from Square's 2018 volume bands (48 / 28 / 24 %), see `payments_defaults()`.
const BODY_SIGMA: f64 = 1.83;
/// The largest 1 % follow a Pareto law with this exponent. Assumed; firm sizes are near 1.
const HEAD_ALPHA: f64 = 1.0;
/// Share of merchants in the head.
const HEAD_SHARE: f64 = 0.01;
/// Flattens the very top, so that no single merchant is a twentieth of the business. Assumed.
const HEAD_OFFSET: f64 = 4.0;

/// Mature turnover by rank, largest first, in units of the median merchant's.
pub fn by_rank(merchants: u64) -> Vec<f64> {
    let count = merchants as f64;
    let head = HEAD_SHARE * count;
    let head_start = libm::exp(BODY_SIGMA * normal_quantile(1.0 - HEAD_SHARE));
    (0..merchants)
        .map(|rank| {
            let place = rank as f64 + 0.5;
            if place < head {
                head_start * libm::pow((head + HEAD_OFFSET) / (place + HEAD_OFFSET), 1.0 / HEAD_ALPHA)
            } else {
                libm::exp(BODY_SIGMA * normal_quantile(1.0 - place / count))
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
        Industry::Retail => 0.28,
        Industry::Saas => 0.16,
        Industry::Travel => 0.13,
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
    /// 1 / the golden ratio: the sequence that fills the unit interval most evenly.
    const STEP: f64 = 0.618_033_988_749_894_9;
    let turned = (rank as f64 + 1.0) * STEP;
    let mut left = turned - libm::trunc(turned);
    for industry in Industry::ALL {
        left -= turnover_share(*industry);
        if left < 0.0 {
            return *industry;
        }
    }
    Industry::Travel
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

#[cfg(test)]
mod tests {
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
    fn a_world_of_one_merchant_has_a_volume() {
        assert_eq!(by_rank(1).len(), 1);
        assert!(by_rank(1)[0] > 0.0);
    }
}
