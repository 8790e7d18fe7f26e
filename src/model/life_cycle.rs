//! The life of a merchant: sign-up, activation (or never), ramp to mature volume, growth, and churn that either fades or
//! comes at once; some of the churned return. `activity` turns it into today's volume against the mature one.

use super::calendar::Day;
use super::campaign::Quality;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived, sourced};
use super::params::WorldParams;
use super::vocabulary::{ChurnKind, MerchantSize};
use crate::random::Normal;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use std::ops::RangeInclusive;

/// A day that never comes.
pub const NEVER: Day = Day::MAX;
/// Days in which 63 % of what is missing to the mature volume is reached. Assumed.
const RAMP_DAYS: f64 = 75.0;
/// Share of the mature volume on the first day by size (enterprise, medium, small): an enterprise moves over market by
/// market, a small shop has one till. Assumed.
const RAMP_START: [f64; MerchantSize::ALL.len()] = [0.35, 0.60, 0.95];
/// Mean days from sign-up to the first day of business, by size. Assumed: none waits longer than `LONGEST_LAG`.
const ACTIVATION_DAYS: [f64; MerchantSize::ALL.len()] = [9.0, 7.0, 4.0];
const LONGEST_LAG: f64 = 60.0;
/// Days in which a fading merchant's volume falls to 37 %. Assumed.
const FADE_DAYS: f64 = 30.0;
/// Volume of a merchant who came back, against the volume before. Assumed.
const RETURN_SHARE: f32 = 0.6;
/// Share of churners who fade out, and over how many days; the others stop at once. Assumed.
const FADING_SHARE: f64 = 0.6;
const FADE_LENGTH: RangeInclusive<Day> = 28..=70;
/// Share of churners who come back, and after how many days. Assumed.
const RETURNING_SHARE: f64 = 0.1;
const PAUSE: RangeInclusive<Day> = 60..=180;
/// Yearly growth of a merchant's volume by size (enterprise, medium, small), and its standard deviation. Assumed; Adyen
/// reports four fifths of its growth from merchants it already had.
const GROWTH: [f64; MerchantSize::ALL.len()] = [0.20, 0.08, 0.08];
const GROWTH_SD: f64 = 0.12;
/// Length of the tables of ramp and fade.
const TABLE_DAYS: usize = 512;

/// When a merchant comes, grows and goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LifeCycle {
    /// Size class, which sets the ramp.
    pub size: MerchantSize,
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
        quality: &Quality,
        random: &mut Pcg64Mcg,
    ) -> Self {
        let never_activates = random.random_bool(never_activates_share(size) * quality.idle) && !is_key_account;
        let waited = -ACTIVATION_DAYS[size as usize] * libm::log(random.random_range(1e-6..1.0));
        let lag = waited.min(LONGEST_LAG) as Day;
        let churn_day = churn_day(params, size, signup_day, quality.life, random);
        let fades = random.random_bool(FADING_SHARE);
        let fade_days = random.random_range(FADE_LENGTH);
        let returns = random.random_bool(RETURNING_SHARE);
        let pause_days = random.random_range(PAUSE);
        let spread = GROWTH_SD * Normal::standard().value(random.random());
        let yearly = (GROWTH[size as usize] + spread) * params.scenario.growth.factor();
        let years = params.window_days() as f64 / 365.0;
        let daily_growth = (yearly.max(-0.5 / years)) / 365.0;
        let churn_day = if is_key_account { NEVER } else { churn_day };
        let mut life = Self {
            size,
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

    /// First day of business; `None` for who never starts, or leaves before.
    pub fn activated(&self) -> Option<Day> {
        (self.active_from < self.churn_day).then_some(self.active_from)
    }

    /// First day without business; `None` for who stays, or was never there.
    pub fn churned(&self) -> Option<Day> {
        self.activated().filter(|_| self.churn_day != NEVER).map(|_| self.churn_day)
    }

    /// First day of falling volume; `None` for who stays or leaves at once.
    pub fn fades(&self) -> Option<Day> {
        self.churned().filter(|day| self.fade_from < *day).map(|_| self.fade_from.max(self.active_from))
    }

    /// First day back; `None` for who does not return.
    pub fn returned(&self) -> Option<Day> {
        (self.return_day != NEVER).then_some(self.return_day)
    }

    /// How the merchant leaves.
    pub fn churn_kind(&self) -> ChurnKind {
        match (self.churned(), self.fades()) {
            (None, _) => ChurnKind::None,
            (_, None) => ChurnKind::Abrupt,
            _ => ChurnKind::Fade,
        }
    }

    /// Growth a year, as a share of the mature volume at the window's start.
    pub fn yearly_growth(&self) -> f64 {
        growth_steps(self.daily_growth) * 1e-7 * 365.0
    }
}

/// Share that signs up and never takes a payment: 12 % (assumed); enterprises have signed a project plan.
const fn never_activates_share(size: MerchantSize) -> f64 {
    match size {
        MerchantSize::Enterprise => 0.02,
        MerchantSize::Medium | MerchantSize::Small => 0.12,
    }
}

/// Scale of the Weibull law of churn by size (enterprise, medium, small), in years; see `churn_day`.
const CHURN_SCALE_YEARS: [f64; MerchantSize::ALL.len()] = [40.0, 8.0, 4.5];

/// Weibull churn, given that the merchant was still there when the window began. Small: shape 0.75, scale 4.5 years;
/// medium: 8 years (levels after Strawhecker and First Annapolis, shape after US business survival); enterprise: shape 1,
/// 2.5 % a year. `longer` stretches the scale; the scenario's `churn` multiplies the hazard: at 0 nobody leaves.
fn churn_day(params: &WorldParams, size: MerchantSize, signup_day: Day, longer: f64, random: &mut Pcg64Mcg) -> Day {
    let is_exponential = size == MerchantSize::Enterprise;
    let scale_days = CHURN_SCALE_YEARS[size as usize] * longer * 365.0;
    let age = f64::from((params.start_day - signup_day).max(0)) / scale_days;
    let survived = if is_exponential { age } else { libm::sqrt(age) * libm::sqrt(libm::sqrt(age)) };
    let own = -libm::log(random.random_range(1e-9..1.0));
    if params.scenario.churn.is_off() {
        return NEVER;
    }
    let hazard = survived + own / params.scenario.churn.factor();
    let life = if is_exponential { hazard } else { hazard * libm::cbrt(hazard) };
    // Nobody churns in the first month: cancelling takes a notice period.
    let churn_day = signup_day + ((scale_days * life).min(200_000.0) as Day).max(30);
    if churn_day > params.end_day + 100 { NEVER } else { churn_day }
}

/// A life packed for the question that every payment asks several times: is this merchant in business today, and how
/// much? Days are counted from the window's start; a life takes a quarter of a cache line.
#[derive(Clone, Copy, Debug)]
pub struct PackedLife {
    active_from: i16,
    fade_from: i16,
    churn_day: i16,
    return_day: i16,
    /// Growth of the window-start volume per day, in ten-millionths.
    daily_growth: i16,
    /// Where the ramp of the size begins in the table of ramps.
    ramp: u16,
    /// 1 / ceiling; 0 for a merchant who is never open in the window.
    inverse_ceiling: f32,
}

impl PackedLife {
    /// Packs a life for a window that begins on `start_day`. No window is so long that a day in it does not fit.
    pub fn new(life: &LifeCycle, start_day: Day) -> Self {
        let from_start =
            |day: Day| day.saturating_sub(start_day).clamp(Day::from(i16::MIN), Day::from(i16::MAX)) as i16;
        Self {
            active_from: from_start(life.active_from),
            fade_from: from_start(life.fade_from),
            churn_day: from_start(life.churn_day),
            return_day: from_start(life.return_day),
            daily_growth: growth_steps(life.daily_growth) as i16,
            ramp: (life.size as usize * (TABLE_DAYS + 1)) as u16,
            inverse_ceiling: if life.ceiling > 0.0 { (1.0 / life.ceiling) as f32 } else { 0.0 },
        }
    }

    /// Whether the merchant is on the way out on a day of the window.
    #[inline]
    pub const fn is_fading(&self, day: u32) -> bool {
        day as i32 >= self.fade_from as i32 && (day as i32) < self.churn_day as i32
    }
}

/// Growth of a day in whole ten-millionths: what a packed life can hold.
fn growth_steps(daily_growth: f64) -> f64 {
    libm::round(daily_growth * 1e7).clamp(-32_000.0, 32_000.0)
}

/// How a packed life becomes volume: ramp and fade as tables over days, and no answer needs a branch.
#[derive(Clone, Debug)]
pub struct Activity {
    /// By size; place 0 is the time before, place k the k-th day.
    ramp: Vec<f32>,
    /// Place 0 is the time before, place k the k-th day.
    fade: Vec<f32>,
}

impl Activity {
    /// Builds the tables.
    pub fn new() -> Self {
        fn table(before: f64, value: impl Fn(f64) -> f64) -> impl Iterator<Item = f32> {
            let days = (0..TABLE_DAYS).map(move |day| value(day as f64));
            std::iter::once(before).chain(days).map(|share| share as f32)
        }
        Self {
            ramp: MerchantSize::ALL.iter().flat_map(|size| table(0.0, |day| ramp(*size, day))).collect(),
            fade: table(1.0, |day| libm::exp(-day / FADE_DAYS)).collect(),
        }
    }

    /// Volume on a day of the window against the ceiling, from 0 to 1; 0 when closed.
    #[inline]
    pub fn of(&self, life: &PackedLife, day: u32) -> f32 {
        let day = day as i32;
        let grown = (1.0 + f32::from(life.daily_growth) * 1e-7 * day as f32) * life.inverse_ceiling;
        let is_before_churn = f32::from(u8::from(day < i32::from(life.churn_day)));
        let ramp = &self.ramp[usize::from(life.ramp)..];
        let first = is_before_churn * at(ramp, day, life.active_from) * at(&self.fade, day, life.fade_from);
        grown * (first + RETURN_SHARE * at(ramp, day, life.return_day))
    }
}

impl Default for Activity {
    fn default() -> Self {
        Self::new()
    }
}

/// The value of a table on `day`, when its first day is `from`; any earlier day is the time before.
#[inline]
fn at(table: &[f32], day: i32, from: i16) -> f32 {
    table[(day - i32::from(from) + 1).clamp(0, TABLE_DAYS as i32) as usize]
}

/// Share of the mature volume on the `day`-th day of business.
fn ramp(size: MerchantSize, day: f64) -> f64 {
    1.0 - (1.0 - RAMP_START[size as usize]) * libm::exp(-day / RAMP_DAYS)
}

/// The most that a merchant does on any day of the window, against the mature volume at its start: each factor at its
/// largest. 0 for a merchant who is never open in the window.
fn ceiling(params: &WorldParams, life: &LifeCycle) -> f64 {
    let stay = |from: Day, last: Day, share: f64| {
        let last = last.min(params.end_day);
        if from > last || last < params.start_day {
            return 0.0;
        }
        let daily_growth = growth_steps(life.daily_growth) * 1e-7;
        let grown = |day: Day| 1.0 + daily_growth * f64::from(day - params.start_day);
        // Rounding in single precision must not lift a volume over its ceiling.
        1.000_01 * share * ramp(life.size, f64::from(last - from)) * grown(last).max(grown(from.max(params.start_day)))
    };
    stay(life.active_from, life.churn_day.saturating_sub(1), 1.0).max(stay(
        life.return_day,
        params.end_day,
        f64::from(RETURN_SHARE),
    ))
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let idle = MerchantSize::ALL.iter().map(|size| never_activates_share(*size));
    let adyen = assumed("four fifths of Adyen's growth is from merchants it already had");
    let survival = derived("US business survival after 1 and 10 years (BLS), 79.4 and 33.7 %, fits 0.67");
    let attrition = sourced("attrition of 20 % a year, of larger merchants 12 % (Strawhecker, First Annapolis)");
    Parameters::of("life cycle")
        .by("never_activates", MerchantSize::WORDS, idle, "share of sign-ups", ASSUMED)
        .by("activation", MerchantSize::WORDS, ACTIVATION_DAYS, "mean days from sign-up to the first payment", ASSUMED)
        .one("activation_most", LONGEST_LAG, "days", ASSUMED)
        .by("ramp_start", MerchantSize::WORDS, RAMP_START, "share of the mature volume on the first day", ASSUMED)
        .one("ramp", RAMP_DAYS, "days to 63 % of what is missing", ASSUMED)
        .by("growth", MerchantSize::WORDS, GROWTH, "share a year", adyen)
        .one("growth_sd", GROWTH_SD, "share a year", ASSUMED)
        .one("churn_shape.small_and_medium", 0.75, "Weibull shape", survival)
        .one("churn_shape.enterprise", 1.0, "Weibull shape", ASSUMED)
        .by("churn_scale", MerchantSize::WORDS, CHURN_SCALE_YEARS, "years", attrition)
        .one("fading_share", FADING_SHARE, "share of churners", ASSUMED)
        .between("fading", &FADE_LENGTH, "days", ASSUMED)
        .one("fade", FADE_DAYS, "days to 37 % of the volume", ASSUMED)
        .one("returning_share", RETURNING_SHARE, "share of churners", ASSUMED)
        .between("pause", &PAUSE, "days", ASSUMED)
        .one("return_volume", RETURN_SHARE, "share of the volume before", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::super::params::{Scenario, scale};
    use super::super::streams::{self, Table};
    use super::*;

    fn lives_in(scenario: Scenario, size: MerchantSize, count: u64) -> Vec<LifeCycle> {
        let params = WorldParams { scenario, ..WorldParams::default() };
        (0..count)
            .map(|row| {
                let mut random = streams::generator(9, Table::Merchant, row);
                LifeCycle::draw(&params, size, params.start_day, false, &Quality::TYPICAL, &mut random)
            })
            .collect()
    }

    fn lives(size: MerchantSize, count: u64) -> Vec<LifeCycle> {
        lives_in(Scenario::default(), size, count)
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
    fn the_scenario_scales_the_hazard_of_churn() {
        let last = WorldParams::default().start_day + 365;
        let churned = |text: &str| {
            let churn = scale("churn", text).expect("a scale");
            let lives = lives_in(Scenario { churn, ..Scenario::default() }, MerchantSize::Small, 40_000);
            lives.iter().filter(|life| life.churn_day <= last).count() as f64 / 40_000.0
        };
        assert_eq!(churned("false"), 0.0);
        // 1 - exp(-s H) with H = (1 / 4.5) ^ 0.75 = 0.3237; standard error at most 0.0025: five of them.
        assert!((churned("0.5") - 0.1494).abs() < 0.0125, "{}", churned("0.5"));
        assert!((churned("3") - 0.6213).abs() < 0.0125, "{}", churned("3"));
    }

    #[test]
    fn without_growth_no_merchant_grows() {
        let growth = scale("growth", "0").expect("a scale");
        let lives = lives_in(Scenario { growth, ..Scenario::default() }, MerchantSize::Enterprise, 100);
        assert!(lives.iter().all(|life| life.daily_growth == 0.0));
    }

    #[test]
    fn one_small_merchant_in_eight_never_activates() {
        let never = lives(MerchantSize::Small, 40_000).iter().filter(|life| life.active_from == NEVER).count();
        assert!(never.abs_diff(4_800) < 330, "{never}");
    }

    #[test]
    fn activity_ramps_up_fades_out_ends_and_may_return() {
        let life = LifeCycle {
            size: MerchantSize::Enterprise,
            signup_day: 1_000,
            active_from: 1_010,
            fade_from: 1_300,
            churn_day: 1_350,
            return_day: 1_450,
            daily_growth: 0.0,
            ceiling: 1.0,
        };
        let (activity, packed) = (Activity::new(), PackedLife::new(&life, 1_000));
        let of = |day: Day| activity.of(&packed, (day - 1_000) as u32);
        assert_eq!(of(1_009), 0.0);
        assert!((of(1_010) - 0.35).abs() < 1e-6);
        assert!((of(1_085) - (1.0 - 0.65 * libm::exp(-1.0)) as f32).abs() < 1e-6);
        assert!((of(1_330) / of(1_299) - libm::exp(-1.0) as f32).abs() < 0.01);
        assert_eq!(of(1_400), 0.0);
        assert!(of(1_460) > 0.0);
    }

    #[test]
    fn the_truth_about_a_life_is_in_order_and_agrees_with_its_activity() {
        let params = WorldParams::default();
        let activity = Activity::new();
        let mut kinds = [0; 3];
        for life in lives(MerchantSize::Small, 4_000) {
            kinds[life.churn_kind() as usize] += 1;
            let packed = PackedLife::new(&life, params.start_day);
            let volume = |day: Day| activity.of(&packed, (day - params.start_day) as u32);
            let inside = |day: &Day| *day > params.start_day && *day <= params.end_day;
            if let Some(day) = life.activated().filter(inside) {
                assert!(volume(day) > 0.0 && volume(day - 1) == 0.0, "{life:?}");
            }
            if let Some(day) = life.churned().filter(inside) {
                assert!(volume(day) == 0.0 && volume(day - 1) > 0.0, "{life:?}");
            }
            if let Some(day) = life.returned().filter(inside) {
                assert!(volume(day) > 0.0 && volume(day - 1) == 0.0, "{life:?}");
            }
            assert!(life.fades().is_none_or(|day| life.activated() <= Some(day) && Some(day) < life.churned()));
        }
        // Some 31 % of those who activate leave within a year and 100 days, three in five of them slowly.
        assert!(kinds[ChurnKind::Fade as usize] > kinds[ChurnKind::Abrupt as usize], "{kinds:?}");
        assert!(kinds.iter().all(|count| *count > 300), "{kinds:?}");
    }

    #[test]
    fn activity_is_a_share_of_the_ceiling() {
        let params = WorldParams::default();
        let lives: Vec<LifeCycle> =
            MerchantSize::ALL.iter().flat_map(|size| lives(*size, 2_000)).filter(|life| life.ceiling > 0.0).collect();
        let activity = Activity::new();
        for life in &lives {
            let packed = PackedLife::new(life, params.start_day);
            for day in (0..params.window_days() as u32).step_by(7) {
                assert!((0.0..=1.0).contains(&activity.of(&packed, day)), "{life:?} on {day}");
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
