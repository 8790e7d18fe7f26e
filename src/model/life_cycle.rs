//! The life of a merchant: sign-up, activation (or never), ramp to mature volume, growth, and churn that either fades or
//! comes at once; some of the churned return. `activity` turns it into today's volume against the mature one.

use super::calendar::Day;
use super::params::WorldParams;
use super::vocabulary::{Industry, MerchantSize};
use crate::random::normal_quantile;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// A day that never comes.
pub const NEVER: Day = Day::MAX;
/// Days in which 63 % of the mature volume is reached. Assumed.
const RAMP_DAYS: f64 = 75.0;
/// Share of the mature volume on the first day, so that activation is not followed by weeks of silence. Assumed.
const RAMP_START: f64 = 0.15;
/// Days in which a fading merchant's volume falls to 37 %. Assumed.
const FADE_DAYS: f64 = 30.0;
/// Volume of a merchant who came back, against the volume before. Assumed.
const RETURN_SHARE: f32 = 0.6;
/// Length of the tables of ramp and fade.
const TABLE_DAYS: usize = 512;

/// When a merchant comes, grows and goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LifeCycle {
    /// Day of sign-up.
    pub signup_day: Day,
    /// Day from which payments are taken; `NEVER` for the one in eight that never start.
    pub active_from: Day,
    /// Day from which volume fades; equal to `churn_day` when the end comes at once.
    pub fade_from: Day,
    /// First day without payments; `NEVER` if it lies beyond every window.
    pub churn_day: Day,
    /// Day of return after churn; `NEVER` for nine in ten.
    pub return_day: Day,
    /// Growth of the mature volume per day since the window's start, as a share.
    pub daily_growth: f64,
    /// The most that the activity can be in the window; 0 when the merchant is not open in it.
    pub ceiling: f64,
}

impl LifeCycle {
    /// Draws a life. A key account never churns: what befalls it is planned elsewhere.
    pub fn draw(
        params: &WorldParams,
        size: MerchantSize,
        signup_day: Day,
        is_key_account: bool,
        random: &mut Pcg64Mcg,
    ) -> Self {
        let never_activates = random.random_bool(never_activates_share(size)) && !is_key_account;
        let lag = (-12.0 * libm::log(random.random_range(1e-6..1.0))).min(60.0) as Day;
        let churn_day = churn_day(params, size, signup_day, random);
        let fades = random.random_bool(0.6);
        let fade_days = random.random_range(28..=70);
        let returns = random.random_bool(0.1);
        let pause_days = random.random_range(60..=180);
        let growth = 0.08 + if size == MerchantSize::Enterprise { 0.12 } else { 0.0 };
        let yearly = growth + 0.12 * normal_quantile(random.random_range(1e-6..1.0 - 1e-6));
        let years = params.window_days() as f64 / 365.0;
        let daily_growth = (yearly.max(-0.5 / years)) / 365.0;
        let churn_day = if is_key_account { NEVER } else { churn_day };
        let mut life = Self {
            signup_day,
            active_from: if never_activates { NEVER } else { signup_day + if is_key_account { 0 } else { lag } },
            fade_from: if fades && churn_day != NEVER { churn_day - fade_days } else { churn_day },
            churn_day,
            return_day: if returns && churn_day != NEVER && !never_activates { churn_day + pause_days } else { NEVER },
            daily_growth,
            ceiling: 0.0,
        };
        life.ceiling = ceiling(params, &life);
        life
    }
}

/// Share that signs up and never takes a payment: 12 % (assumed); enterprises have signed a project plan.
const fn never_activates_share(size: MerchantSize) -> f64 {
    match size {
        MerchantSize::Enterprise => 0.02,
        MerchantSize::Medium | MerchantSize::Small => 0.12,
    }
}

/// Weibull churn, given that the merchant was still there when the window began. Small: shape 0.75, scale 4.5 years;
/// medium: 8 years (levels after Strawhecker and First Annapolis, shape after US business survival); enterprise: 2.5 %
/// a year.
fn churn_day(params: &WorldParams, size: MerchantSize, signup_day: Day, random: &mut Pcg64Mcg) -> Day {
    let (shape, scale_days) = match size {
        MerchantSize::Enterprise => (1.0, 40.0 * 365.0),
        MerchantSize::Medium => (0.75, 8.0 * 365.0),
        MerchantSize::Small => (0.75, 4.5 * 365.0),
    };
    let age = f64::from((params.start_day - signup_day).max(0));
    let hazard = libm::pow(age / scale_days, shape) - libm::log(random.random_range(1e-9..1.0));
    let life_days = (scale_days * libm::pow(hazard, 1.0 / shape)).min(200_000.0);
    // Nobody churns in the first month: cancelling takes a notice period.
    let churn_day = signup_day + (life_days as Day).max(30);
    if churn_day > params.end_day + 100 { NEVER } else { churn_day }
}

/// The lives of all merchants, packed for the question that every payment asks several times: is this merchant in
/// business today, and how much? Ramp and fade are tables over days, and no answer needs a branch.
#[derive(Clone, Debug)]
pub struct Activity {
    start_day: Day,
    lives: Vec<PackedLife>,
    /// Place 0 is the time before, place k the k-th day.
    ramp: Vec<f32>,
    /// Place 0 is the time before, place k the k-th day.
    fade: Vec<f32>,
}

/// A life in half a cache line.
#[derive(Clone, Copy, Debug)]
struct PackedLife {
    active_from: Day,
    fade_from: Day,
    churn_day: Day,
    return_day: Day,
    daily_growth: f32,
    inverse_ceiling: f32,
    industry: Industry,
}

impl Activity {
    /// Packs the lives for a window that begins on `start_day`.
    pub fn new(start_day: Day, lives: impl Iterator<Item = (LifeCycle, Industry)>) -> Self {
        let table = |before: f64, value: fn(f64) -> f64| {
            std::iter::once(before)
                .chain((0..TABLE_DAYS).map(|day| value(day as f64)))
                .map(|share| share as f32)
                .collect()
        };
        let pack = |(life, industry): (LifeCycle, Industry)| PackedLife {
            active_from: life.active_from,
            fade_from: life.fade_from,
            churn_day: life.churn_day,
            return_day: life.return_day,
            daily_growth: life.daily_growth as f32,
            inverse_ceiling: if life.ceiling > 0.0 { (1.0 / life.ceiling) as f32 } else { 0.0 },
            industry,
        };
        Self {
            start_day,
            lives: lives.map(pack).collect(),
            ramp: table(0.0, ramp),
            fade: table(1.0, |day| libm::exp(-day / FADE_DAYS)),
        }
    }

    /// Volume of the merchant at `index` on `day` against its ceiling, from 0 to 1; 0 when closed. The industry goes with
    /// it, because whoever asks for one needs the other.
    #[inline]
    pub fn of(&self, index: usize, day: Day) -> (f32, Industry) {
        let life = &self.lives[index];
        let grown = (1.0 + life.daily_growth * (day - self.start_day) as f32) * life.inverse_ceiling;
        let is_before_churn = f32::from(u8::from(day < life.churn_day));
        let first = is_before_churn * at(&self.ramp, day - life.active_from) * at(&self.fade, day - life.fade_from);
        (grown * (first + RETURN_SHARE * at(&self.ramp, day - life.return_day)), life.industry)
    }
}

/// The value of a table on the `day`-th day, counted from 0; any earlier day is the time before.
#[inline]
fn at(table: &[f32], day: Day) -> f32 {
    table[(day.saturating_add(1)).clamp(0, TABLE_DAYS as Day) as usize]
}

/// Share of the mature volume on the `day`-th day of business.
fn ramp(day: f64) -> f64 {
    1.0 - (1.0 - RAMP_START) * libm::exp(-day / RAMP_DAYS)
}

/// The most that a merchant does on any day of the window, against the mature volume at its start: each factor at its
/// largest. 0 for a merchant who is never open in the window.
fn ceiling(params: &WorldParams, life: &LifeCycle) -> f64 {
    let stay = |from: Day, last: Day, share: f64| {
        let last = last.min(params.end_day);
        if from > last || last < params.start_day {
            return 0.0;
        }
        let grown = |day: Day| 1.0 + life.daily_growth * f64::from(day - params.start_day);
        // Rounding in single precision must not lift a volume over its ceiling.
        1.000_01 * share * ramp(f64::from(last - from)) * grown(last).max(grown(from.max(params.start_day)))
    };
    stay(life.active_from, life.churn_day.saturating_sub(1), 1.0).max(stay(
        life.return_day,
        params.end_day,
        f64::from(RETURN_SHARE),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::streams::{self, Table};
    use super::*;

    fn lives(size: MerchantSize, count: u64) -> Vec<LifeCycle> {
        let params = WorldParams::default();
        (0..count)
            .map(|row| {
                let mut random = streams::generator(9, Table::Merchant, row);
                LifeCycle::draw(&params, size, params.start_day, false, &mut random)
            })
            .collect()
    }

    #[test]
    fn churn_in_the_first_year_is_that_of_the_weibull() {
        let start = WorldParams::default().start_day;
        for (size, expected) in
            [(MerchantSize::Small, 0.277), (MerchantSize::Medium, 0.190), (MerchantSize::Enterprise, 0.025)]
        {
            let lives = lives(size, 40_000);
            let churned = lives.iter().filter(|life| life.churn_day <= start + 365).count() as f64 / 40_000.0;
            // Standard error at most 0.0022: five of them.
            assert!((churned - expected).abs() < 0.011, "{size:?}: {churned}");
        }
    }

    #[test]
    fn one_small_merchant_in_eight_never_activates() {
        let never = lives(MerchantSize::Small, 40_000).iter().filter(|life| life.active_from == NEVER).count();
        assert!(never.abs_diff(4_800) < 330, "{never}");
    }

    #[test]
    fn activity_ramps_up_fades_out_ends_and_may_return() {
        let life = LifeCycle {
            signup_day: 1_000,
            active_from: 1_010,
            fade_from: 1_300,
            churn_day: 1_350,
            return_day: 1_450,
            daily_growth: 0.0,
            ceiling: 1.0,
        };
        let activity = Activity::new(1_000, [(life, Industry::Retail)].into_iter());
        let of = |day| activity.of(0, day).0;
        assert_eq!(of(1_009), 0.0);
        assert!((of(1_010) - 0.15).abs() < 1e-6);
        assert!((of(1_085) - (1.0 - 0.85 * libm::exp(-1.0)) as f32).abs() < 1e-6);
        assert!((of(1_330) / of(1_299) - libm::exp(-1.0) as f32).abs() < 0.01);
        assert_eq!(of(1_400), 0.0);
        assert!(of(1_460) > 0.0);
    }

    #[test]
    fn activity_is_a_share_of_the_ceiling() {
        let params = WorldParams::default();
        let lives: Vec<LifeCycle> =
            MerchantSize::ALL.iter().flat_map(|size| lives(*size, 2_000)).filter(|life| life.ceiling > 0.0).collect();
        let activity = Activity::new(params.start_day, lives.iter().map(|life| (*life, Industry::Saas)));
        for (index, life) in lives.iter().enumerate() {
            for day in (params.start_day..=params.end_day).step_by(7) {
                assert!((0.0..=1.0).contains(&activity.of(index, day).0), "{life:?} on {day}");
            }
        }
    }

    #[test]
    fn whoever_is_closed_all_through_the_window_has_no_ceiling() {
        let closed = lives(MerchantSize::Small, 4_000).into_iter().filter(|life| life.active_from == NEVER);
        for life in closed {
            assert_eq!(life.ceiling, 0.0);
        }
    }
}
