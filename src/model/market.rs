//! How much business lies in a scope: exact over merchants, rough over ways of paying. Good enough to choose scopes that
//! are neither empty nor everything; nothing is drawn from it.

use super::approval::ISSUERS;
use super::customer::Customers;
use super::incident::Scope;
use super::merchant::Merchant;
use super::params::WorldParams;
use super::vocabulary::{Country, Industry};

/// Rough shares of attempts by channel (ecom, inapp, pos), at merchants without a shop and with one.
const CHANNELS: [[f64; 3]; 2] = [[0.67, 0.33, 0.0], [0.14, 0.05, 0.81]];
/// Rough shares of attempts by method (bank debit, card, wallet) and by card scheme (amex, mastercard, other, visa).
const METHODS: [f64; 3] = [0.03, 0.64, 0.33];
const BRANDS: [f64; 4] = [0.07, 0.31, 0.11, 0.51];
/// Attempts of a day where a year has two million.
const ATTEMPTS_A_DAY: f64 = 2_000_000.0 / 366.0;

/// The business of a world.
pub struct Market<'a> {
    /// The world's parameters.
    pub params: &'a WorldParams,
    /// Merchants in the order of `World::profiles`.
    pub merchants: &'a [&'a Merchant],
    customers: &'a Customers,
    /// By country, industry and having a shop: share of the mature volume.
    shares: Vec<[[f64; 2]; Industry::ALL.len()]>,
    total: f64,
}

impl<'a> Market<'a> {
    /// Adds up the merchants.
    pub fn new(params: &'a WorldParams, merchants: &'a [&'a Merchant], customers: &'a Customers) -> Self {
        let total: f64 = merchants.iter().map(|merchant| volume(merchant)).sum();
        let mut shares = vec![[[0.0; 2]; Industry::ALL.len()]; Country::ALL.len()];
        for merchant in merchants {
            let share = volume(merchant) / total;
            shares[merchant.country as usize][merchant.industry as usize][usize::from(merchant.has_storefront)] +=
                share;
        }
        Self { params, merchants, customers, shares, total }
    }

    /// Attempts a day in a scope, where a year has two million.
    pub fn attempts_a_day(&self, scope: &Scope) -> f64 {
        let limits = [
            scope.method.map_or(1.0, |method| METHODS[method as usize]),
            scope.brand.map_or(1.0, |brand| BRANDS[brand as usize]),
            scope.issuer.map_or(1.0, |_| 1.0 / ISSUERS as f64),
            scope.card_country.map_or(1.0, |country| self.card_share(country)),
        ];
        ATTEMPTS_A_DAY * self.merchant_share(scope) * limits.iter().product::<f64>()
    }

    /// Share of all attempts made with cards of a country.
    pub fn card_share(&self, country: Country) -> f64 {
        if self.customers.lives_in(country) { country.payment_share() / 1_000.0 } else { 0.0 }
    }

    /// Share of all attempts made at the merchant of a place.
    pub fn share_of(&self, place: u32) -> f64 {
        volume(self.merchants[place as usize]) / self.total
    }

    fn merchant_share(&self, scope: &Scope) -> f64 {
        if let Some(place) = scope.merchant {
            return self.share_of(place);
        }
        let mut sum = 0.0;
        for (country, by_industry) in Country::ALL.iter().zip(&self.shares) {
            for (industry, by_shop) in Industry::ALL.iter().zip(by_industry) {
                for (share, channels) in by_shop.iter().zip(&CHANNELS) {
                    if scope.has_merchants_of(*country, *industry) {
                        sum += share * scope.channel.map_or(1.0, |channel| channels[channel as usize]);
                    }
                }
            }
        }
        sum
    }
}

/// Volume of a merchant at its best.
fn volume(merchant: &Merchant) -> f64 {
    merchant.volume * merchant.life.ceiling
}
