//! How a payment is made: channel, method, card, on file or not, authenticated or not; and who abuses it.

use super::pair::{Kind, Source};
use super::{Block, Instrument, Pair, Transactions};
use crate::model::fraud::{Circumstances, Scenario};
use crate::model::incident::Incident;
use crate::model::merchant::Profile;
use crate::model::parameter::{Parameter, Parameters, assumed};
use crate::model::vocabulary::{Channel, IncidentKind, PaymentMethod, Region};
use crate::model::world::local_hour;
use crate::random::{high, low, unit};

/// Share of remote card payments that pass 3-D Secure, by region of the card (APAC, Africa, EMEA, LATAM, NA): law in
/// Europe, rare in North America. Assumed.
const AUTHENTICATED_SHARE: [f64; 5] = [0.45, 0.25, 0.75, 0.30, 0.12];

impl Transactions {
    /// How a payment is made.
    #[inline]
    pub(super) fn instrument(&self, source: &Source, pair: &Pair, merchant: &Profile) -> Instrument {
        let draw = self.streams.instrument.at(source.address);
        let is_recurring = source.kind == Kind::Bill;
        let is_night = !is_recurring & (local_hour(pair.country, source.moment.utc_hour()) < 6);
        let channel = self.mix.channel(merchant, pair.country, is_night, low(draw));
        let region = pair.country.region();
        let method = self.mix.method(channel, merchant.industry, region, high(draw));
        // What is billed on file is a card, also when it was put there by a wallet.
        let is_card_on_file = is_recurring & (method == PaymentMethod::Wallet);
        let method = if is_card_on_file { PaymentMethod::Card } else { method };
        let (channel, method) = match self.diverted_by(source) {
            Some(Incident { scope, .. }) => (scope.channel.unwrap_or(channel), scope.method.unwrap_or(method)),
            None => (channel, method),
        };
        let card = self.world.customers.card(pair.customer, region);
        // `&` rather than `&&`: both sides are cheap, and which one decides could not be guessed.
        let is_authenticated = (channel != Channel::Pos)
            & (method == PaymentMethod::Card)
            & !is_recurring
            & (unit(self.streams.authentication.at(source.address)) < AUTHENTICATED_SHARE[region as usize]);
        Instrument { channel, method, brand: card.brand, funding: card.funding, is_recurring, is_authenticated }
    }

    /// Who abuses which payments. Billings and retries are made by merchants and by customers.
    pub(super) fn fill_scenarios(&self, block: &mut Block) {
        let Block { rows, moments, attempts, sources, pairs, profiles, instruments, scenarios, .. } = block;
        scenarios.extend((0..rows.len()).map(|index| {
            match sources[index].kind {
                _ if attempts[index] > 1 => return None,
                Kind::Bill => return None,
                Kind::Diverted(_) => {
                    let is_testing =
                        self.diverted_by(&sources[index]).is_some_and(|by| by.kind == IncidentKind::CardTesting);
                    return is_testing.then_some(Scenario::CardTesting);
                }
                Kind::Payment if !self.fraud.can_strike(rows[index]) => return None,
                Kind::Payment => {}
            }
            let (pair, instrument, moment) = (&pairs[index], &instruments[index], moments[index]);
            let circumstances = Circumstances {
                channel: instrument.channel,
                method: instrument.method,
                card_country: pair.country,
                merchant_country: profiles[index].country(),
                local_hour: local_hour(pair.country, moment.utc_hour()),
                day: moment.day,
                merchant: pair.merchant,
                customer: pair.customer,
            };
            self.fraud.scenario(rows[index], &circumstances)
        }));
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("payment mix")
        .by(
            "authenticated",
            Region::WORDS,
            AUTHENTICATED_SHARE,
            "share of remote card payments with 3-D Secure",
            assumed("law in Europe, rare in North America"),
        )
        .list()
}
