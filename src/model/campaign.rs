//! Acquisition campaigns: one for each quarter, region and paid sales channel, from a year before the window to its end.

use std::ops::RangeInclusive;

use super::calendar::Day;
use super::parameter::{ASSUMED, Parameter, Parameters};
use super::params::WorldParams;
use super::streams::{self, Table};
use super::vocabulary::{Region, SalesChannel};
use crate::random::{below, high, low, unit};

/// Length of the rounds in which campaigns are run.
const ROUND_DAYS: Day = 91;
/// Rounds that lie before the window.
const ROUNDS_BEFORE: Day = 4;
/// Days between the beginning of a round and that of its campaigns, and days that these last. Assumed.
const DELAY: RangeInclusive<u32> = 0..=14;
const LENGTH: RangeInclusive<u32> = 45..=74;
/// What a campaign spends in vain, in basis points of what its merchants cost. Assumed.
const WASTE: RangeInclusive<u32> = 500..=3_499;
/// Channels that run campaigns; direct sales visits instead.
const CHANNELS: [SalesChannel; 2] = [SalesChannel::Online, SalesChannel::Partner];
/// Campaigns of one round.
const PER_ROUND: u64 = (CHANNELS.len() * Region::ALL.len()) as u64;

/// One campaign, without its budget: that depends on the merchants it won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Key, dense from 1.
    pub campaign_id: i32,
    /// Channel that ran it.
    pub channel: SalesChannel,
    /// Region where it ran.
    pub region: Region,
    /// First day.
    pub start_day: Day,
    /// Last day, included.
    pub end_day: Day,
}

impl Campaign {
    /// The invented name: what, where and in which round.
    pub fn name(&self) -> String {
        const THEMES: [&str; 8] =
            ["Switch", "Launch", "Tap & Go", "Checkout", "Grow", "Welcome", "Referral", "Upgrade"];
        let round = (self.campaign_id as u64 - 1) / PER_ROUND;
        let theme = THEMES[((self.campaign_id as u64 - 1) % 8) as usize];
        format!("{theme} {} {} {}", self.region.word(), self.channel.word(), round + 1)
    }
}

/// What a way of winning merchants brings, as factors on what is typical.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Share that never takes a payment.
    pub idle: f64,
    /// Length of the lives of those who churn.
    pub life: f64,
    /// Volume of a small merchant.
    pub volume: f64,
    /// Cost of winning one.
    pub cost: f64,
}

impl Quality {
    /// The typical merchant of a size.
    pub const TYPICAL: Self = Self { idle: 1.0, life: 1.0, volume: 1.0, cost: 1.0 };
}

/// A campaign's factors on the share that never starts, on volume and on cost: without a discount, and what the deepest
/// discount adds. Assumed.
const IDLE_BY_DISCOUNT: [f64; 2] = [0.6, 0.8];
const VOLUME_BY_DISCOUNT: [f64; 2] = [1.3, -0.6];
const COST_BY_DISCOUNT: [f64; 2] = [1.2, -0.4];

/// What a sales channel and, if there was one, its campaign bring. Whoever was visited starts more often, sells more and
/// stays longer than whoever signed up alone. A campaign lies between deep discounts, which win cheaply and win those
/// who try and leave it at that, and picked prospects. Assumed; among small merchants the factors of channels even out.
pub fn quality(params: &WorldParams, channel: SalesChannel, campaign_id: i32) -> Quality {
    let (idle, life, volume) = channel_quality(channel);
    if campaign_id == 0 {
        return Quality { idle, life, volume, cost: 1.0 };
    }
    let discount = unit(streams::column(params.seed, Table::Campaign, 2).at(campaign_id as u64 - 1));
    Quality {
        idle: idle * (IDLE_BY_DISCOUNT[0] + IDLE_BY_DISCOUNT[1] * discount),
        life,
        volume: volume * (VOLUME_BY_DISCOUNT[0] + VOLUME_BY_DISCOUNT[1] * discount),
        cost: COST_BY_DISCOUNT[0] + COST_BY_DISCOUNT[1] * discount,
    }
}

/// Idle share, length of lives and volume of the merchants that a sales channel wins, as factors. Assumed.
const fn channel_quality(channel: SalesChannel) -> (f64, f64, f64) {
    match channel {
        SalesChannel::Direct => (0.60, 1.40, 1.25),
        SalesChannel::Online => (1.20, 0.85, 0.90),
        SalesChannel::Partner => (0.90, 1.10, 1.05),
    }
}

/// How many campaigns a world has.
pub fn count(params: &WorldParams) -> u64 {
    let rounds = ROUNDS_BEFORE + (params.window_days() as Day - 1) / ROUND_DAYS + 1;
    rounds as u64 * PER_ROUND
}

/// The campaign at `index` (from 0).
pub fn at(params: &WorldParams, index: u64) -> Campaign {
    let round = (index / PER_ROUND) as Day;
    let place = (index % PER_ROUND) as usize;
    let draw = streams::column(params.seed, Table::Campaign, 0).at(index);
    let start_day = first_round(params) + round * ROUND_DAYS + below(draw, u64::from(DELAY.end() + 1)) as Day;
    let length = (LENGTH.start() + high(draw) % (LENGTH.end() - LENGTH.start() + 1)) as Day;
    Campaign {
        campaign_id: index as i32 + 1,
        channel: CHANNELS[place % 2],
        region: Region::ALL[place / 2],
        start_day,
        end_day: start_day + length - 1,
    }
}

/// The campaign of `channel` and `region` that was running on `day`, if there was one.
pub fn running_on(params: &WorldParams, channel: SalesChannel, region: Region, day: Day) -> Option<Campaign> {
    let round = (day - first_round(params)).checked_div_euclid(ROUND_DAYS).filter(|round| *round >= 0)?;
    let place = CHANNELS.iter().position(|candidate| *candidate == channel)? + 2 * region as usize;
    let index = round as u64 * PER_ROUND + place as u64;
    if index >= count(params) {
        return None;
    }
    Some(at(params, index)).filter(|campaign| (campaign.start_day..=campaign.end_day).contains(&day))
}

/// What was spent beyond the merchants won, in basis points of their acquisition cost: 5 % to 35 %.
pub fn waste_basis_points(params: &WorldParams, index: u64) -> i64 {
    let draw = low(streams::column(params.seed, Table::Campaign, 1).at(index));
    i64::from(WASTE.start() + draw % (WASTE.end() - WASTE.start() + 1))
}

fn first_round(params: &WorldParams) -> Day {
    params.start_day - ROUNDS_BEFORE * ROUND_DAYS
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    const BY_DISCOUNT: [&str; 2] = ["without_discount", "added_by_discount"];
    let quality = || SalesChannel::ALL.iter().map(|channel| channel_quality(*channel));
    Parameters::of("acquisition")
        .between("campaign_delay", &DELAY, "days into the round", ASSUMED)
        .between("campaign_length", &LENGTH, "days", ASSUMED)
        .between("campaign_waste", &WASTE, "basis points of what its merchants cost", ASSUMED)
        .one("campaign_round", ROUND_DAYS, "days", ASSUMED)
        .one("campaign_rounds_before", ROUNDS_BEFORE, "rounds before the window", ASSUMED)
        .by(
            "idle_factor",
            SalesChannel::WORDS,
            quality().map(|quality| quality.0),
            "factor on the share that never starts",
            ASSUMED,
        )
        .by(
            "life_factor",
            SalesChannel::WORDS,
            quality().map(|quality| quality.1),
            "factor on the length of lives",
            ASSUMED,
        )
        .by(
            "volume_factor",
            SalesChannel::WORDS,
            quality().map(|quality| quality.2),
            "factor on a small merchant's volume",
            ASSUMED,
        )
        .by("campaign_idle", &BY_DISCOUNT, IDLE_BY_DISCOUNT, "factor on the share that never starts", ASSUMED)
        .by("campaign_volume", &BY_DISCOUNT, VOLUME_BY_DISCOUNT, "factor on a small merchant's volume", ASSUMED)
        .by("campaign_cost", &BY_DISCOUNT, COST_BY_DISCOUNT, "factor on the cost of winning", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_campaign_is_found_again_by_channel_region_and_day() {
        let params = WorldParams::default();
        for index in 0..count(&params) {
            let campaign = at(&params, index);
            for day in [campaign.start_day, campaign.end_day] {
                assert_eq!(running_on(&params, campaign.channel, campaign.region, day), Some(campaign));
            }
            assert_ne!(running_on(&params, campaign.channel, campaign.region, campaign.end_day + 1), Some(campaign));
        }
    }

    #[test]
    fn deep_discounts_win_cheaply_what_is_worth_less() {
        let params = WorldParams::default();
        let campaigns: Vec<Quality> =
            (1..=count(&params) as i32).map(|id| quality(&params, SalesChannel::Online, id)).collect();
        for (one, other) in campaigns.iter().zip(&campaigns[1..]) {
            assert_eq!(one.cost < other.cost, one.volume < other.volume);
            assert_eq!(one.cost < other.cost, one.idle > other.idle);
        }
        let alone = quality(&params, SalesChannel::Online, 0);
        let visited = quality(&params, SalesChannel::Direct, 0);
        assert!(visited.idle < alone.idle && visited.life > alone.life && visited.volume > alone.volume);
    }

    #[test]
    fn direct_sales_run_no_campaigns() {
        let params = WorldParams::default();
        assert!(
            (0..366)
                .all(|day| { running_on(&params, SalesChannel::Direct, Region::Na, params.start_day + day).is_none() })
        );
    }
}
