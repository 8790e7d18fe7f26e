//! Why a declined payment was declined: response codes by situation, funding and region.

use super::parameter::{ASSUMED, Parameter, Parameters, assumed, sourced};
use super::vocabulary::{Funding, Region, ResponseCode};
use crate::random::Weights;

/// How the card was used, as far as declines differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Situation {
    /// In a shop.
    CardPresent = 0,
    /// Online or in an app, by the customer.
    CardNotPresent = 1,
    /// Billed by the merchant on file.
    Recurring = 2,
    /// A bank debit.
    BankDebit = 3,
}

/// Codes that can be given, in the order of the weights below.
const CODES: [ResponseCode; 15] = [
    ResponseCode::DoNotHonor,
    ResponseCode::InvalidCard,
    ResponseCode::AuthenticationRequired,
    ResponseCode::LostCard,
    ResponseCode::StolenCard,
    ResponseCode::InsufficientFunds,
    ResponseCode::ExpiredCard,
    ResponseCode::IncorrectPin,
    ResponseCode::NotPermitted,
    ResponseCode::SuspectedFraud,
    ResponseCode::AmountLimit,
    ResponseCode::RestrictedCard,
    ResponseCode::FrequencyLimit,
    ResponseCode::IssuerUnavailable,
    ResponseCode::SystemMalfunction,
];

/// Percent of declines by code. Card present and not present: assumed inside published bands. Recurring: Recurly's
/// counts of 836 businesses (2014-16), generic and temporary-hold codes read as 05.
const CARD_PRESENT: [f64; 15] = [12.0, 4.0, 0.0, 1.5, 1.5, 45.0, 4.0, 12.0, 2.0, 2.0, 7.0, 1.0, 5.0, 5.0, 3.0];
const CARD_NOT_PRESENT: [f64; 15] = [24.0, 6.0, 3.0, 1.5, 1.5, 30.0, 7.0, 0.0, 2.0, 12.0, 3.0, 2.0, 3.0, 3.0, 2.0];
const RECURRING_CREDIT: [f64; 15] = [70.0, 2.0, 0.0, 1.5, 1.5, 7.0, 6.0, 0.0, 1.0, 3.0, 1.5, 1.0, 1.5, 2.0, 1.0];
const RECURRING_DEBIT: [f64; 15] = [42.0, 8.0, 0.0, 1.5, 1.5, 29.0, 5.0, 0.0, 1.0, 3.0, 2.0, 1.0, 2.0, 2.0, 1.0];
const BANK_DEBIT: [f64; 15] = [6.0, 14.0, 0.0, 0.0, 0.0, 66.0, 0.0, 0.0, 5.0, 3.0, 2.0, 0.0, 0.0, 2.0, 2.0];

/// Factors on insufficient funds by funding, except on file: a credit line rarely lacks funds, a prepaid card often does.
/// Assumed.
const LACKING_FUNDS: [f64; 3] = [0.6, 1.3, 1.6];
/// Percent of remote declines in EMEA for want of authentication. Assumed; strong authentication is law there.
const EMEA_AUTHENTICATION: f64 = 10.0;
/// Factors on restricted cards and unavailable issuers in LATAM and Africa. Assumed: currency controls and lines.
const RESTRICTED: f64 = 2.5;
const UNAVAILABLE: f64 = 1.5;

/// The weights of every situation, funding and region.
#[derive(Clone, Debug)]
pub struct DeclineCodes {
    tables: Vec<Weights<15>>,
}

impl DeclineCodes {
    /// Builds the tables once per world.
    pub fn new() -> Self {
        let mut tables = Vec::new();
        for situation in 0..4 {
            for funding in Funding::ALL {
                for region in Region::ALL {
                    tables.push(Weights::new(weights(situation, *funding, *region)));
                }
            }
        }
        Self { tables }
    }

    /// The code given to a declined payment.
    #[inline]
    pub fn choose(&self, situation: Situation, funding: Funding, region: Region, draw: u32) -> ResponseCode {
        let table = (situation as usize * Funding::ALL.len() + funding as usize) * Region::ALL.len() + region as usize;
        CODES[self.tables[table].choose(draw)]
    }
}

impl Default for DeclineCodes {
    fn default() -> Self {
        Self::new()
    }
}

fn weights(situation: usize, funding: Funding, region: Region) -> [f64; 15] {
    let mut weights = match (situation, funding) {
        (0, _) => CARD_PRESENT,
        (1, _) => CARD_NOT_PRESENT,
        (2, Funding::Credit) => RECURRING_CREDIT,
        (2, _) => RECURRING_DEBIT,
        _ => BANK_DEBIT,
    };
    // A credit line rarely lacks funds, a prepaid card often does. Assumed.
    if situation < 2 {
        weights[5] *= LACKING_FUNDS[funding as usize];
    }
    match region {
        // Strong customer authentication is law in Europe.
        Region::Emea if situation == 1 => weights[2] = EMEA_AUTHENTICATION,
        // Cross-border and currency controls. Assumed.
        Region::Latam | Region::Africa => {
            weights[8] *= RESTRICTED;
            weights[11] *= RESTRICTED;
            weights[13] *= UNAVAILABLE;
        }
        _ => {}
    }
    weights
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let mut list = Parameters::of("declines")
        .by("lacking_funds", Funding::WORDS, LACKING_FUNDS, "factor on code 51", ASSUMED)
        .one(
            "authentication.EMEA",
            EMEA_AUTHENTICATION,
            "percent of remote declines",
            assumed("strong authentication is law there"),
        )
        .one("restricted.LATAM_and_Africa", RESTRICTED, "factor on codes 57 and 62", ASSUMED)
        .one("unavailable.LATAM_and_Africa", UNAVAILABLE, "factor on code 91", ASSUMED);
    let recurly = sourced("Recurly, 836 businesses, 2014 to 2016");
    for (situation, weights, source) in [
        ("pos", CARD_PRESENT, assumed("inside published bands")),
        ("remote", CARD_NOT_PRESENT, assumed("inside published bands")),
        ("recurring.credit", RECURRING_CREDIT, recurly),
        ("recurring.debit", RECURRING_DEBIT, recurly),
        ("ach", BANK_DEBIT, assumed("mostly insufficient funds, as Nacha's R01")),
    ] {
        list =
            list.by(situation, &CODES.map(ResponseCode::word), weights, "percent of declines by response code", source);
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Stream, high};

    fn share(situation: Situation, funding: Funding, region: Region, code: ResponseCode) -> f64 {
        let codes = DeclineCodes::new();
        let stream = Stream::new(5, 5, 5);
        let hits =
            (0..50_000).filter(|&row| codes.choose(situation, funding, region, high(stream.at(row))) == code).count();
        hits as f64 / 50_000.0
    }

    #[test]
    fn recurring_debit_lacks_funds_four_times_as_often_as_credit() {
        let debit = share(Situation::Recurring, Funding::Debit, Region::Na, ResponseCode::InsufficientFunds);
        let credit = share(Situation::Recurring, Funding::Credit, Region::Na, ResponseCode::InsufficientFunds);
        assert!((debit - 0.29).abs() < 0.012, "{debit}");
        assert!((credit - 0.07).abs() < 0.007, "{credit}");
    }

    #[test]
    fn a_wrong_pin_only_happens_in_a_shop() {
        assert_eq!(share(Situation::CardNotPresent, Funding::Debit, Region::Na, ResponseCode::IncorrectPin), 0.0);
        assert!(share(Situation::CardPresent, Funding::Credit, Region::Na, ResponseCode::IncorrectPin) > 0.1);
    }

    #[test]
    fn europe_asks_for_authentication() {
        let europe =
            share(Situation::CardNotPresent, Funding::Credit, Region::Emea, ResponseCode::AuthenticationRequired);
        let america =
            share(Situation::CardNotPresent, Funding::Credit, Region::Na, ResponseCode::AuthenticationRequired);
        assert!(europe > 2.5 * america, "{europe} against {america}");
    }
}
