//! What a payment costs the merchant and what it costs us: price lists, interchange and scheme fees, each rounded to the
//! cent where it is charged.

use super::money::{Cents, share_of};
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived, sourced};
use super::vocabulary::{CardBrand, Channel, Country, Funding, MerchantSize, PaymentMethod, PricingPlan, Region};

/// Added to a flat price when the card comes from another country: 1.5 % (Stripe's price list).
pub const FOREIGN_CARD_BASIS_POINTS: i64 = 150;
/// Bank debits cost 0.8 %, at most $5 (Stripe's price list), whatever the plan.
const ACH_BASIS_POINTS: i64 = 80;
const ACH_MOST: Cents = 500;
/// The clearing house's price of a bank debit. Assumed.
const ACH_SCHEME_FEE: Cents = 4;
/// Scheme fees on cards: 13 basis points and 2 cents. Assumed.
const SCHEME_BASIS_POINTS: i64 = 13;
const SCHEME_FIXED: Cents = 2;

/// What a small merchant's flat price is lowered by, in basis points, from a turnover on: in units of `volume::by_rank`,
/// where the median merchant has 2. Assumed, so that small merchants yield the 1.07 % of turnover that Square reports:
/// at the published lists, which are for the smallest, they would yield 1.5 %.
const DISCOUNTS: [(f64, i16); 3] = [(2.0, 25), (3.0, 25), (5.0, 20)];

/// Basis points and cents over interchange and scheme fees. Assumed; the enterprise's yields Adyen's 17 bps.
const ENTERPRISE_MARGIN: (i16, i16) = (8, 3);
const MEDIUM_MARGIN: (i16, i16) = (40, 10);

/// The price list of one merchant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Flat, or interchange and scheme fees passed through with a margin on top.
    pub plan: PricingPlan,
    /// Price or margin in basis points of the amount.
    pub basis_points: i16,
    /// Price or margin per approved payment, in cents.
    pub fixed_cents: i16,
}

impl Price {
    /// The list for a size class. Medium: interchange plus 40 bps and 10 cents; enterprise: plus 8 bps and 3 cents
    /// (assumed; they yield Adyen's 17 bps). Small merchants pay flat prices after Stripe and Square in North America;
    /// elsewhere the flat price follows the region's interchange, so that the margin is about the same. The larger ones
    /// of them, by mature `turnover`, pay less.
    pub fn of(size: MerchantSize, region: Region, has_storefront: bool, turnover: f64) -> Self {
        let (plan, basis_points, fixed) = match size {
            MerchantSize::Enterprise => (PricingPlan::InterchangePlus, ENTERPRISE_MARGIN.0, ENTERPRISE_MARGIN.1),
            MerchantSize::Medium => (PricingPlan::InterchangePlus, MEDIUM_MARGIN.0, MEDIUM_MARGIN.1),
            MerchantSize::Small => {
                let (basis_points, fixed) = flat(region, has_storefront);
                let reached = DISCOUNTS.iter().filter(|(least, _)| turnover >= *least);
                (PricingPlan::Flat, basis_points - reached.map(|(_, discount)| discount).sum::<i16>(), fixed)
            }
        };
        Self { plan, basis_points, fixed_cents: fixed }
    }
}

const fn flat(region: Region, has_storefront: bool) -> (i16, i16) {
    match (region, has_storefront) {
        (Region::Na, true) => (260, 15),
        (Region::Na, false) => (290, 30),
        (Region::Emea, true) => (135, 10),
        (Region::Emea, false) => (155, 20),
        (Region::Apac, true) => (185, 10),
        (Region::Apac, false) => (215, 20),
        (Region::Latam, true) => (225, 10),
        (Region::Latam, false) => (265, 20),
        (Region::Africa, true) => (195, 10),
        (Region::Africa, false) => (235, 20),
    }
}

/// What the fees of a payment depend on.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    /// Amount of the payment.
    pub amount: Cents,
    /// Where it was made.
    pub channel: Channel,
    /// What was paid with.
    pub method: PaymentMethod,
    /// Scheme of the card behind it; ignored for a bank debit.
    pub brand: CardBrand,
    /// Funding of the card behind it; ignored for a bank debit.
    pub funding: Funding,
    /// Country of the card.
    pub card_country: Country,
    /// Country of the merchant.
    pub merchant_country: Country,
}

/// The three fees of an approved payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fees {
    /// Charged to the merchant.
    pub fee: Cents,
    /// Paid to the issuer.
    pub interchange: Cents,
    /// Paid to the scheme or clearing house.
    pub scheme: Cents,
}

impl Fees {
    /// The fees of an approved payment. Written without branches that a processor could not guess.
    #[inline]
    pub fn of(charge: &Charge, price: &Price) -> Self {
        if charge.method == PaymentMethod::Ach {
            let fee = share_of(charge.amount, ACH_BASIS_POINTS).min(ACH_MOST);
            return Self { fee, interchange: 0, scheme: ACH_SCHEME_FEE.min(fee) };
        }
        let interchange = interchange(charge);
        let scheme = share_of(charge.amount, SCHEME_BASIS_POINTS) + SCHEME_FIXED;
        let margin = share_of(charge.amount, i64::from(price.basis_points)) + Cents::from(price.fixed_cents);
        let is_foreign = charge.card_country != charge.merchant_country;
        let abroad = Cents::from(is_foreign) * share_of(charge.amount, FOREIGN_CARD_BASIS_POINTS);
        let passes_through = price.plan == PricingPlan::InterchangePlus;
        let fee = margin + if passes_through { interchange + scheme } else { abroad };
        Self { fee, interchange, scheme }
    }
}

/// Interchange in basis points by region of the merchant (APAC, Africa, EMEA, LATAM, NA; last EMEA for cards from
/// outside), in a shop and remote, for debit and for credit. US debit: the 2023 average of all dual-message debit is $0.37
/// on $47, close to 22 cents and 30 bps; US credit 185 bps; remote payments add 21 and 58 bps (CMSPI 2023). EEA and UK
/// consumer caps: 20 and 30 bps, 115 and 150 bps for remote payments with cards from outside. Other regions are assumed.
const INTERCHANGE: [[[i64; 2]; 2]; 6] = [
    [[60, 120], [75, 135]],
    [[70, 140], [90, 160]],
    [[20, 30], [20, 30]],
    [[80, 165], [100, 185]],
    [[30, 185], [88, 206]],
    [[20, 30], [115, 150]],
];
/// Cents added to US debit.
const US_DEBIT_FIXED: Cents = 22;
/// American Express runs no interchange but its discount is higher by about this much. Assumed.
const AMEX_BASIS_POINTS: i64 = 40;

#[inline]
fn interchange(charge: &Charge) -> Cents {
    let region = charge.merchant_country.region();
    let is_outside = region == Region::Emea && charge.card_country.region() != Region::Emea;
    let row = if is_outside { 5 } else { region as usize };
    let is_credit = charge.funding == Funding::Credit;
    let basis_points = INTERCHANGE[row][usize::from(charge.channel != Channel::Pos)][usize::from(is_credit)];
    let amex = i64::from(charge.brand == CardBrand::Amex) * AMEX_BASIS_POINTS;
    let fixed = Cents::from(region == Region::Na && !is_credit) * US_DEBIT_FIXED;
    share_of(charge.amount, basis_points + amex) + fixed
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    const STEPS: [&str; 3] = ["1", "2", "3"];
    let mut list = Parameters::of("money")
        .one(
            "margin.enterprise.basis_points",
            ENTERPRISE_MARGIN.0,
            "basis points over cost",
            assumed("tuned to Adyen's 17 bps of net revenue, H2 2022"),
        )
        .one("margin.enterprise.fixed", ENTERPRISE_MARGIN.1, "cents", ASSUMED)
        .one("margin.medium.basis_points", MEDIUM_MARGIN.0, "basis points over cost", ASSUMED)
        .one("margin.medium.fixed", MEDIUM_MARGIN.1, "cents", ASSUMED)
        .by(
            "discount_from",
            &STEPS,
            DISCOUNTS.map(|(from, _)| from),
            "turnover in medians of the lognormal",
            assumed("tuned to the 1.07 % that Square nets"),
        )
        .by(
            "discount",
            &STEPS,
            DISCOUNTS.map(|(_, discount)| discount),
            "basis points off the flat price, added up",
            assumed("tuned to the 1.07 % that Square nets"),
        )
        .one(
            "foreign_card",
            FOREIGN_CARD_BASIS_POINTS as f64,
            "basis points on flat prices",
            sourced("Stripe's price list"),
        )
        .one("ach", ACH_BASIS_POINTS as f64, "basis points", sourced("Stripe's price list"))
        .one("ach_most", ACH_MOST as f64, "cents", sourced("Stripe's price list"))
        .one("ach_scheme_fee", ACH_SCHEME_FEE as f64, "cents", ASSUMED)
        .one("scheme_fee", SCHEME_BASIS_POINTS as f64, "basis points", ASSUMED)
        .one("scheme_fixed", SCHEME_FIXED as f64, "cents", ASSUMED)
        .one("us_debit_fixed", US_DEBIT_FIXED as f64, "cents of interchange", sourced("Federal Reserve, Regulation II"))
        .one("amex", AMEX_BASIS_POINTS as f64, "basis points added to interchange", ASSUMED);
    for region in Region::ALL {
        let source = if *region == Region::Na {
            sourced("price lists of Stripe (online) and Square (shops)")
        } else {
            assumed("North America's margin over the region's interchange")
        };
        let prices = [true, false].map(|has_storefront| flat(*region, has_storefront));
        let name = |what: &str| format!("flat.{}.{what}", region.word());
        list = list
            .by(&name("basis_points"), &["shop", "online"], prices.map(|price| price.0), "basis points", source)
            .by(&name("fixed"), &["shop", "online"], prices.map(|price| price.1), "cents", source);
    }
    let rows = ["APAC", "Africa", "EMEA", "LATAM", "NA", "EMEA_cards_from_outside"];
    for (row, by_channel) in rows.iter().zip(INTERCHANGE) {
        let source = match *row {
            "NA" => derived(
                "Federal Reserve 2023 debit counts; credit 80 % of the 2.35 % all in (MPC); CMSPI 2023 for remote",
            ),
            "EMEA" | "EMEA_cards_from_outside" => {
                sourced("EU interchange regulation and the card schemes' commitments")
            }
            _ => ASSUMED,
        };
        for (channel, basis_points) in ["pos", "remote"].iter().zip(by_channel) {
            let name = format!("interchange.{row}.{channel}");
            list =
                list.by(&name, &["debit", "credit"], basis_points.map(|points| points as f64), "basis points", source);
        }
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHARGE: Charge = Charge {
        amount: 10_000,
        channel: Channel::Ecom,
        method: PaymentMethod::Card,
        brand: CardBrand::Visa,
        funding: Funding::Credit,
        card_country: Country::Us,
        merchant_country: Country::Us,
    };

    #[test]
    fn a_small_merchant_online_pays_the_list_price() {
        let price = Price::of(MerchantSize::Small, Region::Na, false, 1.5);
        // $100: 2.9 % + $0.30; interchange 1.85 % + 0.21 %; scheme 0.13 % + $0.02.
        assert_eq!(Fees::of(&CHARGE, &price), Fees { fee: 320, interchange: 206, scheme: 15 });
    }

    #[test]
    fn a_foreign_card_adds_a_percent_and_a_half_to_flat_prices_only() {
        let foreign = Charge { card_country: Country::Gb, ..CHARGE };
        let small = Price::of(MerchantSize::Small, Region::Na, false, 1.5);
        let enterprise = Price::of(MerchantSize::Enterprise, Region::Na, false, 500.0);
        assert_eq!(Fees::of(&foreign, &small).fee, 320 + 150);
        assert_eq!(Fees::of(&foreign, &enterprise), Fees::of(&CHARGE, &enterprise));
    }

    #[test]
    fn interchange_plus_earns_exactly_the_margin() {
        let fees = Fees::of(&CHARGE, &Price::of(MerchantSize::Enterprise, Region::Na, false, 500.0));
        assert_eq!(fees.fee - fees.interchange - fees.scheme, 8 + 3);
    }

    #[test]
    fn bank_debits_cost_at_most_five_dollars() {
        let debit = Charge { method: PaymentMethod::Ach, amount: 1_000_000, ..CHARGE };
        let price = Price::of(MerchantSize::Small, Region::Na, false, 1.5);
        assert_eq!(Fees::of(&debit, &price), Fees { fee: 500, interchange: 0, scheme: 4 });
        assert_eq!(Fees::of(&Charge { amount: 10_000, ..debit }, &price).fee, 80);
    }

    #[test]
    fn european_consumer_cards_are_capped() {
        let european = Charge { card_country: Country::De, merchant_country: Country::Fr, ..CHARGE };
        let price = Price::of(MerchantSize::Medium, Region::Emea, false, 20.0);
        assert_eq!(Fees::of(&european, &price).interchange, 30);
        assert_eq!(Fees::of(&Charge { funding: Funding::Debit, ..european }, &price).interchange, 20);
        assert_eq!(Fees::of(&Charge { card_country: Country::Us, ..european }, &price).interchange, 150);
    }
}
