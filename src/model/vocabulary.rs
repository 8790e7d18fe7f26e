//! The closed word lists of the data contract. Each list is declared in byte order of its words, because DuckDB sorts
//! an ENUM by declaration and text by bytes: so both orders agree.

use super::parameter::{Parameter, Parameters, assumed, sourced};

/// Declares an enum whose variants stand for words of the contract.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the word beside each variant is its meaning")]
        pub enum $name { $($(#[$item])* $variant),+ }

        impl $name {
            /// Every word, in the order of the variants.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
            /// Every variant.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the contract.
            pub const fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }
    };
}

vocabulary! {
    /// Sales region of a merchant, a customer or an account manager.
    Region { Apac = "APAC", Africa = "Africa", Emea = "EMEA", Latam = "LATAM", Na = "NA" }
}
vocabulary! {
    /// Line of business of a merchant.
    Industry {
        Entertainment = "Entertainment",
        FoodBeverage = "Food & Beverage",
        Gaming = "Gaming",
        Marketplace = "Marketplace",
        Retail = "Retail",
        Saas = "SaaS",
        Travel = "Travel",
    }
}
vocabulary! {
    /// Size class of a merchant.
    MerchantSize { Enterprise = "enterprise", Medium = "medium", Small = "small" }
}
vocabulary! {
    /// How a merchant was acquired.
    SalesChannel { Direct = "direct", Online = "online", Partner = "partner" }
}
vocabulary! {
    /// Price list of a merchant.
    PricingPlan { Flat = "flat", InterchangePlus = "interchange_plus" }
}
vocabulary! {
    /// Kind of customer.
    Segment { Consumer = "consumer", Enterprise = "enterprise", Smb = "smb" }
}
vocabulary! {
    /// Where the payment was made.
    Channel { Ecom = "ecom", Inapp = "inapp", Pos = "pos" }
}
vocabulary! {
    /// What the customer paid with.
    PaymentMethod { Ach = "ach", Card = "card", Wallet = "wallet" }
}
vocabulary! {
    /// Card scheme.
    CardBrand { Amex = "amex", Mastercard = "mastercard", Other = "other", Visa = "visa" }
}
vocabulary! {
    /// What stands behind the card.
    Funding { Credit = "credit", Debit = "debit", Prepaid = "prepaid" }
}
vocabulary! {
    /// ISO 4217 code.
    Currency { Usd = "USD" }
}
vocabulary! {
    /// Answer to an authorisation, after ISO 8583 field 39 (`1A`: strong customer authentication required).
    ResponseCode {
        Approved = "00",
        DoNotHonor = "05",
        InvalidCard = "14",
        AuthenticationRequired = "1A",
        LostCard = "41",
        StolenCard = "43",
        InsufficientFunds = "51",
        ExpiredCard = "54",
        IncorrectPin = "55",
        NotPermitted = "57",
        SuspectedFraud = "59",
        AmountLimit = "61",
        RestrictedCard = "62",
        FrequencyLimit = "65",
        IssuerUnavailable = "91",
        SystemMalfunction = "96",
    }
}
vocabulary! {
    /// Why an authorisation was declined.
    DeclineReason {
        AuthenticationRequired = "authentication_required",
        DoNotHonor = "do_not_honor",
        ExpiredCard = "expired_card",
        FraudSuspected = "fraud_suspected",
        InsufficientFunds = "insufficient_funds",
        InvalidCard = "invalid_card",
        LimitExceeded = "limit_exceeded",
        NetworkError = "network_error",
        RegulatoryBlock = "regulatory_block",
    }
}
vocabulary! {
    /// How a merchant leaves.
    ChurnKind { Abrupt = "abrupt", Fade = "fade", None = "none" }
}
vocabulary! {
    /// Why a merchant gave money back.
    RefundReason {
        Cancelled = "cancelled",
        Defective = "defective",
        Duplicate = "duplicate",
        Goodwill = "goodwill",
        NotReceived = "not_received",
        Returned = "returned",
    }
}
vocabulary! {
    /// What a cardholder disputes a payment for.
    DisputeReason {
        Fraud = "fraud",
        NotAsDescribed = "not_as_described",
        NotReceived = "not_received",
        ProcessingError = "processing_error",
        SubscriptionCancelled = "subscription_cancelled",
    }
}
vocabulary! {
    /// How far a dispute has come at the end of the window.
    DisputeStatus { Lost = "lost", Open = "open", Won = "won" }
}
vocabulary! {
    /// How a payment was abused.
    FraudScenario {
        AccountTakeover = "account_takeover",
        CardTesting = "card_testing",
        FriendlyFraud = "friendly_fraud",
        StolenCard = "stolen_card",
    }
}
vocabulary! {
    /// ISO 3166-1 alpha-2 code of the countries of the world.
    Country {
        Ae = "AE", Ar = "AR", Au = "AU", Br = "BR", Ca = "CA", Cl = "CL", Co = "CO", De = "DE", Eg = "EG", Es = "ES",
        Fr = "FR", Gb = "GB", Gh = "GH", In = "IN", It = "IT", Jp = "JP", Ke = "KE", Kr = "KR", Mx = "MX", Ng = "NG",
        Nl = "NL", Sg = "SG", Us = "US", Za = "ZA",
    }
}

vocabulary! {
    /// What a number of the world rests on.
    Basis { Assumed = "assumed", Derived = "derived", Sourced = "sourced", Vendor = "vendor" }
}
vocabulary! {
    /// What kind of incident is planted.
    IncidentKind {
        CardTesting = "card_testing",
        FraudRule = "fraud_rule",
        IssuerOutage = "issuer_outage",
        KeyAccountDecline = "key_account_decline",
        MispricedPlan = "mispriced_plan",
        ProcessorOutage = "processor_outage",
        PromotionSurge = "promotion_surge",
        RegulatoryBlock = "regulatory_block",
    }
}

impl ResponseCode {
    /// The reason that the code stands for; `None` for an approval.
    pub const fn decline_reason(self) -> Option<DeclineReason> {
        Some(match self {
            Self::Approved => return None,
            Self::DoNotHonor => DeclineReason::DoNotHonor,
            Self::InvalidCard => DeclineReason::InvalidCard,
            Self::AuthenticationRequired | Self::IncorrectPin => DeclineReason::AuthenticationRequired,
            Self::LostCard | Self::StolenCard | Self::SuspectedFraud => DeclineReason::FraudSuspected,
            Self::InsufficientFunds => DeclineReason::InsufficientFunds,
            Self::ExpiredCard => DeclineReason::ExpiredCard,
            Self::NotPermitted | Self::RestrictedCard => DeclineReason::RegulatoryBlock,
            Self::AmountLimit | Self::FrequencyLimit => DeclineReason::LimitExceeded,
            Self::IssuerUnavailable | Self::SystemMalfunction => DeclineReason::NetworkError,
        })
    }

    /// Codes that the card schemes forbid to try again on the same card (Visa category 1, as far as generated here).
    pub const fn is_never_retry(self) -> bool {
        matches!(self, Self::InvalidCard | Self::LostCard | Self::StolenCard | Self::NotPermitted)
    }
}

impl Country {
    /// The region that the country belongs to.
    pub const fn region(self) -> Region {
        match self {
            Self::Us | Self::Ca => Region::Na,
            Self::Gb | Self::De | Self::Fr | Self::Es | Self::It | Self::Nl | Self::Ae => Region::Emea,
            Self::Jp | Self::Au | Self::In | Self::Sg | Self::Kr => Region::Apac,
            Self::Br | Self::Mx | Self::Co | Self::Cl | Self::Ar => Region::Latam,
            Self::Ng | Self::Za | Self::Ke | Self::Eg | Self::Gh => Region::Africa,
        }
    }

    /// Hours that local time is ahead of UTC, standard time, in the most populous zone.
    pub const fn utc_offset_hours(self) -> i64 {
        match self {
            Self::Us | Self::Mx => -6,
            Self::Ca | Self::Co => -5,
            Self::Cl => -4,
            Self::Br | Self::Ar => -3,
            Self::Gb | Self::Gh => 0,
            Self::De | Self::Fr | Self::Es | Self::It | Self::Nl | Self::Ng => 1,
            Self::Za | Self::Eg => 2,
            Self::Ke => 3,
            Self::Ae => 4,
            Self::In => 5,
            Self::Sg => 8,
            Self::Jp | Self::Kr => 9,
            Self::Au => 10,
        }
    }

    /// Share of all payments made by customers of the country, in per mille. Assumed: it sets the regional mix of the
    /// calibration table (NA 43 %, EMEA 25 %, APAC 15 %, LATAM 10 %, Africa 7 % of payments).
    pub const fn payment_share(self) -> f64 {
        match self {
            Self::Us => 368.0,
            Self::Ca => 62.0,
            Self::Gb => 75.0,
            Self::De => 50.0,
            Self::Fr => 45.0,
            Self::Es => 25.0,
            Self::It => 25.0,
            Self::Nl => 18.0,
            Self::Ae => 12.0,
            Self::Jp => 45.0,
            Self::Au => 35.0,
            Self::In => 35.0,
            Self::Sg => 15.0,
            Self::Kr => 20.0,
            Self::Br => 46.0,
            Self::Mx => 25.0,
            Self::Co => 10.0,
            Self::Cl => 10.0,
            Self::Ar => 9.0,
            Self::Ng => 21.0,
            Self::Za => 21.0,
            Self::Ke => 12.0,
            Self::Eg => 9.0,
            Self::Gh => 7.0,
        }
    }
}

impl MerchantSize {
    /// Share of all merchants, from the top of the volume ranking down. Assumed; Square's 2018 filing has about as many
    /// sellers above $500k a year as the two upper classes here.
    pub const fn share(self) -> f64 {
        match self {
            Self::Enterprise => 0.01,
            Self::Medium => 0.09,
            Self::Small => 0.90,
        }
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("world")
        .by(
            "payment_share",
            Country::WORDS,
            Country::ALL.iter().map(|country| country.payment_share()),
            "per mille of payments by customers of the country",
            assumed("the regional mix of the calibration table"),
        )
        .by(
            "utc_offset",
            Country::WORDS,
            Country::ALL.iter().map(|country| country.utc_offset_hours() as f64),
            "hours",
            sourced("standard time of the most populous zone"),
        )
        .by(
            "size_share",
            MerchantSize::WORDS,
            MerchantSize::ALL.iter().map(|size| size.share()),
            "share of merchants",
            assumed("Square's 2018 filing has about as many sellers above $500k a year as the two upper classes"),
        )
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_byte_order_so_that_enum_and_text_sort_alike() {
        for words in [
            Region::WORDS,
            Industry::WORDS,
            MerchantSize::WORDS,
            SalesChannel::WORDS,
            PricingPlan::WORDS,
            Segment::WORDS,
            Channel::WORDS,
            PaymentMethod::WORDS,
            CardBrand::WORDS,
            Funding::WORDS,
            Currency::WORDS,
            ResponseCode::WORDS,
            DeclineReason::WORDS,
            FraudScenario::WORDS,
            ChurnKind::WORDS,
            RefundReason::WORDS,
            DisputeReason::WORDS,
            DisputeStatus::WORDS,
            Country::WORDS,
        ] {
            assert!(words.is_sorted(), "{words:?}");
        }
    }

    #[test]
    fn exactly_the_approval_has_no_reason() {
        for code in ResponseCode::ALL {
            assert_eq!(code.decline_reason().is_none(), *code == ResponseCode::Approved, "{code:?}");
        }
    }

    #[test]
    fn every_reason_has_a_code() {
        for reason in DeclineReason::ALL {
            assert!(ResponseCode::ALL.iter().any(|code| code.decline_reason() == Some(*reason)), "{reason:?}");
        }
    }

    #[test]
    fn payment_shares_add_up_to_the_whole() {
        let total: f64 = Country::ALL.iter().map(|country| country.payment_share()).sum();
        assert_eq!(total, 1000.0);
    }
}
