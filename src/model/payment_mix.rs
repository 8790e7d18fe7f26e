//! How payments are made where: channel by merchant, method by channel and region, and which favourite a customer picks.

use super::merchant::Profile;
use super::parameter::{ASSUMED, Parameter, Parameters, derived};
use super::vocabulary::{Channel, Country, Industry, PaymentMethod, Region};
use crate::random::Weights;

/// Tables of small choices that are the same in every world.
#[derive(Debug)]
pub struct PaymentMix {
    /// By number of favourites less one.
    pub favourites: Vec<Weights<12>>,
    /// Channel: by industry at a merchant without a shop, then at one with: by day or night, from home or from abroad.
    channels: Vec<Weights<3>>,
    /// Method by channel and region, and last by region where software is sold on the web.
    methods: Vec<Weights<3>>,
}

/// Share of the web in the payments of merchants without a shop, by industry; the rest is paid in apps. Assumed.
const WEB_SHARE: [f64; Industry::ALL.len()] = [0.65, 0.35, 0.35, 0.65, 0.78, 0.95, 0.70];
/// Shares of channels (ecom, inapp, pos) at merchants with a shop: by day and by night, from home and from abroad. Assumed.
const SHOP_CHANNELS: [[f64; 3]; 4] = [[0.05, 0.03, 0.92], [0.72, 0.18, 0.10], [0.30, 0.20, 0.50], [0.78, 0.20, 0.02]];
/// Share of bank debits in remote payments, and where software is sold on the web; there wallets are this much rarer.
/// Assumed.
const BANK_DEBITS: f64 = 0.02;
const SERVICE_BANK_DEBITS: f64 = 0.14;
const SERVICE_WALLETS: f64 = 0.5;
/// Place of the first table for merchants with a shop.
const STOREFRONT: usize = Industry::ALL.len();
/// Place of the first table for software sold on the web.
const SERVICES: usize = Channel::ALL.len() * Region::ALL.len();

impl PaymentMix {
    /// Builds the tables.
    pub fn new() -> Self {
        let zipf = |count: usize| {
            Weights::new(std::array::from_fn(|place| if place < count { 1.0 / (place as f64 + 1.0) } else { 0.0 }))
        };
        let method = |ach: f64, wallet: f64| Weights::new([ach, 1.0 - ach - wallet, wallet]);
        let mut methods = Vec::new();
        for channel in Channel::ALL {
            for region in Region::ALL {
                let ach = if *channel == Channel::Pos { 0.0 } else { BANK_DEBITS };
                methods.push(method(ach, wallet_share(*channel, *region)));
            }
        }
        // Bank debits are common where businesses pay for services.
        methods.extend(
            Region::ALL
                .iter()
                .map(|region| method(SERVICE_BANK_DEBITS, SERVICE_WALLETS * wallet_share(Channel::Ecom, *region))),
        );
        let online = WEB_SHARE.map(|ecom| [ecom, 1.0 - ecom, 0.0]);
        Self {
            favourites: (1..=12).map(zipf).collect(),
            channels: online.into_iter().chain(SHOP_CHANNELS).map(Weights::new).collect(),
            methods,
        }
    }

    /// Shops are shut at night and far from most customers of other countries: those orders come online.
    #[inline]
    pub fn channel(&self, merchant: &Profile, customer: Country, is_night: bool, draw: u32) -> Channel {
        let is_abroad = (customer != merchant.country()) & (merchant.industry != Industry::Travel);
        let storefront = STOREFRONT + usize::from(is_night) * 2 + usize::from(is_abroad);
        let table = if merchant.has_storefront() { storefront } else { merchant.industry as usize };
        Channel::ALL[self.channels[table].choose(draw)]
    }

    /// Wallets are an overlay on a card; bank debits are impossible in a shop.
    #[inline]
    pub fn method(&self, channel: Channel, industry: Industry, region: Region, draw: u32) -> PaymentMethod {
        let is_service = (industry == Industry::Saas) & (channel == Channel::Ecom);
        let first = if is_service { SERVICES } else { channel as usize * Region::ALL.len() };
        PaymentMethod::ALL[self.methods[first + region as usize].choose(draw)]
    }
}

impl Default for PaymentMix {
    fn default() -> Self {
        Self::new()
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

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let mut list = Parameters::of("payment mix")
        .by("web_share", Industry::WORDS, WEB_SHARE, "share of payments without a shop", ASSUMED)
        .one("bank_debits", BANK_DEBITS, "share of remote payments", ASSUMED)
        .one("bank_debits.SaaS", SERVICE_BANK_DEBITS, "share of web payments", ASSUMED)
        .one("wallet_factor.SaaS", SERVICE_WALLETS, "factor on the share of wallets", ASSUMED);
    let situations = ["day.home", "day.abroad", "night.home", "night.abroad"];
    for (situation, shares) in situations.iter().zip(SHOP_CHANNELS) {
        list = list.by(
            &format!("shop_channel.{situation}"),
            Channel::WORDS,
            shares,
            "share of a shop's payments",
            ASSUMED,
        );
    }
    for channel in Channel::ALL {
        let shares = Region::ALL.iter().map(|region| wallet_share(*channel, *region));
        list = list.by(
            &format!("wallets.{}", channel.word()),
            Region::WORDS,
            shares,
            "share of payments",
            derived("Worldpay Global Payments Report 2024: world levels; regions below APAC assumed"),
        );
    }
    list.list()
}
